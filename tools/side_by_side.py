"""Run commands beside each other, as many at a time as there are processors, and fail if one of them fails.

What a command prints is shown once it has ended, so that no two are mixed.

python -m tools.side_by_side "first command" "second command"
"""

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor


def run(command: str) -> tuple[str, int]:
    """What a command prints, and its exit status."""
    done = subprocess.run(
        shlex.split(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout, done.returncode


def main(commands: Sequence[str], at_once: int) -> int:
    """Run them, show them in the order given, and name those that failed."""
    failed = []
    with ThreadPoolExecutor(at_once) as threads:
        for command, (printed, status) in zip(commands, threads.map(run, commands), strict=True):
            print(command, printed, sep="\n", end="", flush=True)
            if status:
                failed.append(command)
    for command in failed:
        print(f"Failed: {command}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.cpu_count() or 1))
