"""A server for one notebook: it ends with its standard input, and so with the kernel, however that ends."""

import os
import signal
import sys
from threading import Thread

from backstep_lab.cli import serve


def main() -> None:
    """Serve on the port that is given until the standard input is closed."""
    Thread(target=_end_with_input, daemon=True).start()
    serve("127.0.0.1", int(sys.argv[1]), 1)


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
