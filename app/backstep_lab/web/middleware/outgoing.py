"""Completes the headers of an answer, records its status, omits its body for HEAD."""

from urllib.parse import urlsplit, urlunsplit

from starlette.types import Message, Scope, Send

from backstep_lab.web.middleware.policies import EXPOSED, Headers


class Outgoing:
    """The `send` of one request. A HEAD is answered as its GET, headers and all, without the body."""

    def __init__(self, send: Send, headers: Headers, root: str, is_head: bool) -> None:
        self._send, self._headers, self._root, self._is_head = send, headers, root, is_head
        self.status = 500
        self.has_started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_started, self.status = True, message["status"]
            own = [self._local(name, value) for name, value in message.get("headers", ())]
            message = {**message, "headers": [*own, *self._headers, *_exposing(own)]}
        elif self._is_head:
            message = {
                "type": "http.response.body",
                "body": b"",
                "more_body": message.get("more_body", False),
            }
        await self._send(message)

    def _local(self, name: bytes, value: bytes) -> tuple[bytes, bytes]:
        """A Location without scheme and host: they would be those of the request, which anybody can set."""
        if name.lower() != b"location" or not 300 <= self.status < 400:
            return name, value
        there = urlsplit(value.decode("latin-1"))
        path = "/" + there.path.lstrip("/")  # two slashes would begin a host
        if self._root and not path.startswith(f"{self._root}/"):
            path = self._root + path
        return name, urlunsplit(("", "", path, there.query, "")).encode("latin-1")


def _exposing(headers: Headers) -> Headers:
    """What lets a page of another origin read those of the headers that it needs."""
    names = [name for name, _ in headers if name.lower() in EXPOSED]
    return [(b"access-control-expose-headers", b", ".join(names))] if names else []


def as_get(scope: Scope) -> Scope:
    """The scope that the application sees: a HEAD is a GET to it."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
