"""What a trusted proxy says of a request: client, scheme, and the path prefix that it took away."""

import re
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from backstep_lab.config import limits
from backstep_lab.config.settings import PREFIX

HEADER = b"x-forwarded-prefix"
_PREFIX = re.compile(PREFIX, re.ASCII)


class ForwardedMiddleware:
    """Takes X-Forwarded-For and -Proto as uvicorn does, and X-Forwarded-Prefix as the root path.

    The headers count only where the connection comes from one of `trusted_hosts`.
    """

    def __init__(self, app: ASGIApp, trusted_hosts: str) -> None:
        self.inner: Any = ProxyHeadersMiddleware(app, trusted_hosts)  # type: ignore[arg-type]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = scope.get("client")
        if scope["type"] == "http" and client and client[0] in self.inner.trusted_hosts:
            scope["root_path"] = prefix_in(scope) or scope.get("root_path", "")
        await self.inner(scope, receive, send)


def prefix_in(scope: Scope) -> str:
    """The prefix in a request's headers, without a slash at its end; '' where there is none."""
    given = [value for name, value in scope["headers"] if name == HEADER]
    if len(given) != 1 or len(given[0]) > limits.MAX_PREFIX:
        return ""
    text = given[0].decode("latin-1").strip().rstrip("/")
    return text if _PREFIX.fullmatch(text) else ""


def located(scope: Scope, prefix: str) -> tuple[Scope, str]:
    """The scope with the path prefix in its path, as ASGI has it, and the path without.

    A proxy may have kept the prefix or taken it away.
    """
    path: str = scope["path"]
    if not prefix:
        return scope, path
    if path == prefix or path.startswith(f"{prefix}/"):
        return {**scope, "root_path": prefix}, path.removeprefix(prefix) or "/"
    raw: bytes = scope.get("raw_path") or path.encode()
    return {**scope, "root_path": prefix, "path": prefix + path, "raw_path": prefix.encode() + raw}, path
