"""Real server processes, for what only they can show."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.request import urlopen

LONGEST = 120.0


class Server:
    """A server on a free port; `kill` gives it no time for anything.

    The store is a SQLite file or the address of a store; `log` takes what the server complains of;
    `settings` are further environment variables.
    """

    def __init__(
        self, store: Path | str, workers: int = 1, log: IO[bytes] | None = None, **settings: str
    ) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        address = store if isinstance(store, str) else f"sqlite:///{store}"
        environment = {**os.environ, **settings, "BACKSTEP_STORE": address}
        command = [
            sys.executable,
            "-m",
            "backstep_lab.cli",
            "serve",
            "--port",
            str(self.port),
            "--workers",
            str(workers),
        ]
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=log, start_new_session=True
        )
        self.base = f"http://127.0.0.1:{self.port}"
        try:
            self._wait()
        except BaseException:
            self.kill()
            raise

    def _wait(self) -> None:
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            assert self.process.poll() is None, "the server ended before it answered"
            try:
                with urlopen(f"{self.base}/healthz", timeout=5):
                    return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("the server did not answer in time")

    def kill(self) -> None:
        """SIGKILL for the server and its workers."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """SIGTERM, and SIGKILL for what does not heed it."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()


@contextmanager
def serving(
    store: Path | str, workers: int = 1, log: IO[bytes] | None = None, **settings: str
) -> Iterator[Server]:
    """A server until the end of the block."""
    server = Server(store, workers, log, **settings)
    try:
        yield server
    finally:
        server.stop()
