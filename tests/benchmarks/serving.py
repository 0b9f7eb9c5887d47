"""Real servers on loopback, and a client that loads them without being in the way."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served(NamedTuple):
    """A server process."""

    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """Processor time it has used, whatever else the machine does; NaN where unknown."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return float("nan")
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(target: str, **environment: str) -> Iterator[Served]:
    """A uvicorn process that serves an application factory."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", target, "--factory", "--port", str(port), "--no-access-log"]
    process = subprocess.Popen([*command, "--log-level", "warning"], env={**os.environ, **environment})
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield Served(port, process.pid)
    finally:
        process.terminate()
        process.wait(10)


async def _post(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> int:
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
    await reader.readexactly(length)
    return status


def request_of(path: str, body: bytes) -> bytes:
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


class Load(NamedTuple):
    """What a server did under load: requests a second, and microseconds of processor time for each."""

    rate: float
    cpu: float


async def load(server: Served, requests: list[bytes], seconds: float) -> Load:
    """One connection for each of `requests`, each kept busy; every answer must be 200."""
    done, used = 0, server.cpu_seconds()
    end = time.perf_counter() + seconds

    async def busy(request: bytes) -> None:
        nonlocal done
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        while time.perf_counter() < end:
            status = await _post(reader, writer, request)
            assert status == 200, f"answered {status}"
            done += 1
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(busy(request) for request in requests))
    return Load(done / (time.perf_counter() - began), (server.cpu_seconds() - used) / done * 1e6)
