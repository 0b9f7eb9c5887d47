"""Requests byte for byte, as a server passes them on: also those that no well-behaved client sends."""

from dataclasses import dataclass
from urllib.parse import unquote

from fastapi.testclient import TestClient
from starlette.types import Message, Scope

from tests.exchange import exchange, start_and_body

Headers = tuple[tuple[bytes, bytes], ...]
HOST: Headers = ((b"host", b"testserver"),)


@dataclass(frozen=True)
class Answer:
    """What came back; `headers` in order, names in lower case."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key == name), None)


def scope_of(method: str, target: bytes, headers: Headers) -> Scope:
    """The scope that uvicorn makes of a request line and headers."""
    path, _, query = target.partition(b"?")
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path.decode("latin-1")),
        "raw_path": path,
        "query_string": query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in headers],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8000),
    }


def ask(
    client: TestClient,
    method: str,
    target: bytes,
    headers: Headers = HOST,
    body: bytes = b"",
    leaves: bool = False,
    pieces: int = 1,
) -> Answer:
    """The answer of a client's application to these bytes. Whatever it raises is raised here.

    A client that `leaves` ends its connection before the end of the body, which comes in so many pieces.
    """
    assert client.portal is not None, "the client is used within its `with`"
    return client.portal.call(_asked, client, scope_of(method, target, headers), body, leaves, pieces)


async def _asked(client: TestClient, scope: Scope, body: bytes, leaves: bool, pieces: int) -> Answer:
    size = -(-len(body) // pieces)
    received: list[Message] = [
        {
            "type": "http.request",
            "body": body[piece * size : (piece + 1) * size],
            "more_body": leaves or piece < pieces - 1,
        }
        for piece in range(pieces)
    ]
    if leaves:
        received.append({"type": "http.disconnect"})
    start, whole = start_and_body(await exchange(client.app, scope, received))
    named = tuple(
        (name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in start["headers"]
    )
    return Answer(start["status"], named, whole)
