"""Refuses malformed and too large requests before any work."""

from functools import lru_cache
from typing import Any

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope

from backstep_lab.api.errors import malformed, too_large, too_long
from backstep_lab.config import limits
from backstep_lab.config.hosts import host_of


def refusal(scope: Scope, max_body_bytes: int) -> dict[str, Any] | None:
    """The problem of an invalid request; None for a valid one."""
    target: bytes = scope.get("raw_path") or scope["path"].encode()
    query: bytes = scope.get("query_string", b"")
    if len(target) + len(query) > limits.MAX_ADDRESS:
        return too_long(limits.MAX_ADDRESS)
    if not (target.isascii() and query.isascii()):
        return malformed("the address", "signs beyond ASCII are written as %XX")
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    if len(hosts) > 1 or not all(map(_is_host, hosts)):  # none in HTTP/1.0 (RFC 9112, section 3.2)
        return malformed("the header Host", "it is the name of one host, and its port")
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    if not all(length.isdigit() for length in lengths) or len(set(lengths)) > 1:
        return malformed("the header Content-Length", "it is one whole number")
    if any(_is_beyond(length, max_body_bytes) for length in lengths):
        return too_large(max_body_bytes)
    return None


class Bounded:
    """Limits a body that has no Content-Length."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self.receive, self.left = receive, limit

    async def __call__(self) -> Message:
        message = await self.receive()
        if message["type"] == "http.request":
            self.left -= len(message.get("body", b""))
            if self.left < 0:
                raise HTTPException(413)
        return message


@lru_cache(maxsize=64)  # hosts: learners ask for the same few again and again
def _is_host(value: bytes) -> bool:
    return host_of(value.decode("latin-1")) is not None


def _is_beyond(length: bytes, limit: int) -> bool:
    digits = length.lstrip(b"0")
    return len(digits) > len(str(limit)) or int(digits or b"0") > limit
