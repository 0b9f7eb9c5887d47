"""Processes of Backstep on one store, each on a port of its own that it keeps when it is started again."""

import os
import signal
import subprocess
import sys

from tests.servers.ports import free_port, wait_for

START_SECONDS = 60.0


class Backstep:
    """One process, with its compute processes."""

    def __init__(self, store: str) -> None:
        self.port = free_port()
        self._environment = {**os.environ, "BACKSTEP_STORE": store, "BACKSTEP_COMPUTE_PROCESSES": "1"}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and return when it listens."""
        command = [sys.executable, "-m", "backstep_lab.cli", "serve", "--port", str(self.port)]
        self._process = subprocess.Popen(
            command,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,  # full of what is meant to fail
            start_new_session=True,
        )
        wait_for(self.port, START_SECONDS)

    @property
    def process_id(self) -> int:
        assert self._process is not None, "not started"
        return self._process.pid

    def kill(self) -> None:
        """End it at once, as a machine that fails."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None
