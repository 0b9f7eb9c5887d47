"""Real servers on loopback, and a client that loads them without being in the way."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(target: str, **environment: str) -> Iterator[int]:
    """A uvicorn process that serves an application factory; gives its port."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", target, "--factory", "--port", str(port), "--no-access-log"]
    process = subprocess.Popen([*command, "--log-level", "warning"], env={**os.environ, **environment})
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port
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


async def throughput(port: int, requests: list[bytes], seconds: float) -> float:
    """Requests answered with 200 per second, one connection for each of `requests`, each kept busy."""
    done = 0
    end = time.perf_counter() + seconds

    async def busy(request: bytes) -> None:
        nonlocal done
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while time.perf_counter() < end:
            status = await _post(reader, writer, request)
            assert status == 200, f"answered {status}"
            done += 1
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(busy(request) for request in requests))
    return done / (time.perf_counter() - began)
