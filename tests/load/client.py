"""An HTTP/1.1 client, cheap enough to share two processors with the server that it loads.

One `Connection` carries one request at a time. It reads bodies of a known length; the one answer that has
none, a stream of events, is read by `events`.
"""

import asyncio
import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any, cast

HOST = "127.0.0.1"
PATIENCE = 60.0  # seconds for one answer
NO_BODY = (204, 304)


@dataclass(frozen=True, slots=True)
class Answer:
    """A response; the head as it came."""

    status: int
    head: bytes
    body: bytes

    def header(self, name: str) -> str | None:
        """A header's value, by its lower-case name; None without it."""
        for line in self.head.split(b"\r\n")[1:]:
            key, _, value = line.partition(b":")
            if key.strip().lower() == name.encode():
                return value.strip().decode("latin-1")
        return None

    def json(self) -> Any:
        """The body, read."""
        return json.loads(self.body)


def request_of(
    method: str, target: str | bytes, body: bytes = b"", host: str = HOST, accept: str = "*/*"
) -> bytes:
    """The bytes of a request; the target may be any bytes."""
    path = target.encode() if isinstance(target, str) else target
    head = b"%s %s HTTP/1.1\r\nHost: %s\r\nAccept: %s\r\n" % (
        method.encode(),
        path,
        host.encode(),
        accept.encode(),
    )
    if body or method in ("POST", "PATCH"):
        head += b"Content-Type: application/json\r\nContent-Length: %d\r\n" % len(body)
    return head + b"\r\n" + body


class Connection(asyncio.Protocol):
    """One connection, opened when it is first needed, and again when it was lost."""

    def __init__(self, port: int, source: str = HOST) -> None:
        self._port, self._source = port, source
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray()
        self._waiting: asyncio.Future[Answer] | None = None
        self._bodiless = False

    async def ask(self, method: str, target: str | bytes, body: Any = None) -> Answer:
        """The answer to a request with a JSON body. Raises ConnectionError, TimeoutError."""
        data = b"" if body is None else json.dumps(body).encode()
        return await self.send(request_of(method, target, data), method == "HEAD")

    async def send(self, request: bytes, bodiless: bool = False) -> Answer:
        """The answer to these bytes. Raises ConnectionError, TimeoutError."""
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(PATIENCE):
            if self._transport is None:
                await loop.create_connection(lambda: self, HOST, self._port, local_addr=(self._source, 0))
            assert self._transport is not None, "create_connection has called connection_made"
            assert self._waiting is None, "one request at a time"
            self._waiting, self._bodiless = loop.create_future(), bodiless
            try:
                self._transport.write(request)
                return await self._waiting
            except asyncio.CancelledError:
                self.close()  # what still comes would be taken for the answer to the next request
                raise
            finally:
                self._waiting = None

    @property
    def local_port(self) -> int | None:
        """The port on this side, by which the process on the other side is found."""
        return None if self._transport is None else int(self._transport.get_extra_info("sockname")[1])

    def close(self) -> None:
        """Close at once, whatever is under way."""
        if self._transport is not None:
            self._transport.abort()
            self._transport = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is one in all but name
        self._buffer.clear()

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(ConnectionResetError("the connection ended before the answer"))

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0 or self._waiting is None or self._waiting.done():
            return
        status, head = int(self._buffer[9:12]), bytes(self._buffer[:end])
        size = 0 if self._bodiless or status in NO_BODY else _length(head)
        if size is None:
            self._waiting.set_exception(ConnectionError(f"an answer of no known length: {head!r}"))
        elif len(self._buffer) >= end + 4 + size:
            body = bytes(self._buffer[end + 4 : end + 4 + size])
            self._buffer.clear()
            self._waiting.set_result(Answer(status, head, body))


def _length(head: bytes) -> int | None:
    lower = head.lower()
    start = lower.find(b"\r\ncontent-length:")
    if start < 0:
        return None
    return int(lower[start + 17 :].partition(b"\r\n")[0])


async def events(port: int, target: str, body: Any) -> AsyncGenerator[tuple[str, bytes]]:
    """The events (name, data) of a stream; a plain answer comes as one event named by its status.

    Raises ConnectionError, EOFError where the stream ends in the middle.
    """
    reader, writer = await asyncio.open_connection(HOST, port)
    try:
        writer.write(request_of("POST", target, json.dumps(body).encode(), accept="text/event-stream"))
        head = await reader.readuntil(b"\r\n\r\n")
        if b"chunked" not in head.lower():
            yield head[9:12].decode(), await reader.readexactly(_length(head) or 0)
            return
        rest = b""
        while chunk := await _chunk(reader):
            *whole, rest = (rest + chunk).split(b"\n\n")
            for event in whole:
                name, _, data = event.removeprefix(b"event: ").partition(b"\ndata: ")
                yield name.decode(), data
    finally:
        writer.close()


async def _chunk(reader: asyncio.StreamReader) -> bytes:
    size = int(await reader.readuntil(b"\r\n"), 16)
    return (await reader.readexactly(size + 2))[:-2]
