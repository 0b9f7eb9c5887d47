"""A server of several workers on a free port and a store of its own, stopped at the end."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2

ROOT = Path(__file__).parents[3]
PATIENCE = 60.0  # seconds until a started server must answer


@contextmanager
def served(workers: int = 2) -> Iterator[str]:
    """The address of a started server."""
    with TemporaryDirectory() as folder:
        environment = os.environ | {
            "HOST": "127.0.0.1",
            "BACKSTEP_STORE": f"sqlite:///{folder}/audit.sqlite3",
        }
        command = [
            sys.executable,
            "-m",
            "backstep_lab.cli",
            "serve",
            "--port",
            "0",
            "--workers",
            str(workers),
        ]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout is not None, "the output is a pipe"
            base = process.stdout.readline().partition("Backstep: ")[2].strip().rstrip("/")
            _ready(base)
            yield base
        finally:
            process.terminate()
            process.wait(timeout=30)
            if process.stdout is not None:
                process.stdout.close()


def _ready(base: str) -> None:
    """Wait until the server answers; each attempt waits for a connection, none is made in a busy loop."""
    limit = time.monotonic() + PATIENCE
    with httpx2.Client(transport=httpx2.HTTPTransport(retries=8), trust_env=False) as client:
        while True:
            try:
                if client.get(f"{base}/readyz").status_code == 200:
                    return
            except httpx2.TransportError:
                pass
            assert time.monotonic() < limit, f"no server answers at {base}"
