"""The server that live sessions of a notebook share, started when the first of them is shown."""

from __future__ import annotations

import atexit
import os
import re
import subprocess
import sys
from contextlib import suppress
from functools import lru_cache
from typing import Any

from backstep_lab.spec.errors import Conflict
from backstep_lab.web.local_client import call, listens


class LocalServer:
    """A process that serves this machine alone, on a free port, with its sessions in memory."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "backstep_lab.notebook.server_process", "0"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "BACKSTEP_STORE": "memory:", "BACKSTEP_PUBLIC_URL": "", "PYTHONPATH": _path()},
            text=True,
        )
        atexit.register(self.stop)
        assert self._process.stdout is not None, "a pipe is asked for above"
        found = re.search(r":(\d+)/$", self._process.stdout.readline().strip())
        self.port = int(found[1]) if found else 0
        self.address = f"http://127.0.0.1:{self.port}"
        if not listens(self.address, lambda: self.is_running):
            self.stop()
            raise Conflict("The server of this notebook did not start.", "problem-no-local-server")

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End the process; nothing where it has ended."""
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        if self.is_running:
            self._process.kill()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def call(self, path: str, body: Any = None) -> Any:
        """The answer of the API. Raises Problem with its sentence where it refuses."""
        return call(self.address, path, body)


def _path() -> str:
    """Where this process finds its packages, also those that a notebook has added."""
    return os.pathsep.join(entry for entry in sys.path if entry)


@lru_cache(maxsize=1)
def _kept() -> list[LocalServer]:
    return []


def local_server() -> LocalServer:
    """The running server, a new one where none is."""
    kept = _kept()
    if not kept or not kept[-1].is_running:
        kept[:] = [LocalServer()]
    return kept[-1]
