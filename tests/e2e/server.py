"""A real server of our own on a free port, that can be killed and started again over the same store."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

PROGRAM = Path(sys.executable).with_name("backstep")
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds; a busy machine starts slowly


class Server:
    """`backstep serve` over one SQLite file."""

    def __init__(self, folder: Path, prefix: str = "") -> None:
        self.folder = folder
        self.port = _free_port()
        self.address = f"http://127.0.0.1:{self.port}{prefix}"
        self.public = {"BACKSTEP_PUBLIC_URL": self.address} if prefix else {}
        self._running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        store = f"sqlite:///{self.folder / 'sessions.sqlite3'}"
        with (self.folder / "server.log").open("ab") as log:
            self._running = subprocess.Popen(
                [PROGRAM, "serve", "--host", "127.0.0.1", "--port", str(self.port)],
                env={**os.environ, "BACKSTEP_STORE": store, **self.public},
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )
        self._await_health()

    def kill(self) -> None:
        """No farewell: as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._running is not None:
            self._running.send_signal(how)
            self._running.wait(timeout=PATIENCE)
            self._running = None

    def _await_health(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with urlopen(f"{self.address}/healthz", timeout=2):
                    return
            except OSError:
                assert self._running, self._log()
                assert self._running.poll() is None, self._log()
                assert time.monotonic() < deadline, self._log()
                time.sleep(0.05)

    def _log(self) -> str:
        return f"the server did not come up:\n{(self.folder / 'server.log').read_text()}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
