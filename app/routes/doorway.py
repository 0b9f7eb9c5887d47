"""What every request passes: headers by the kind of address, preflights, a body's size, figures, logs."""

from time import perf_counter

import structlog
from pydantic_core import to_json
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import MEDIA_TYPE, too_large
from app.routes.metrics import observe
from app.settings import Settings

Headers = list[tuple[bytes, bytes]]

ALWAYS: Headers = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
]
OPEN: Headers = [(b"access-control-allow-origin", b"*"), (b"cross-origin-resource-policy", b"cross-origin")]
SHOWN = ("/picture.", "/oembed")  # on pages of others, also on those that isolate themselves
PREFLIGHT: Headers = [
    *ALWAYS,
    *OPEN,
    (b"access-control-allow-methods", b"GET, POST, PATCH, DELETE"),
    (b"access-control-allow-headers", b"Accept, Content-Type"),
    (b"access-control-max-age", b"86400"),
]
EXPOSED = (b"access-control-expose-headers", b"Location, Retry-After")
FOR_EVER = (b"cache-control", b"public, max-age=31536000, immutable")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; frame-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
)

log = structlog.get_logger()


class Doorway:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.packing = GZipMiddleware(app, minimum_size=1024, compresslevel=5)
        self.limit = settings.max_body_bytes
        self.talkative = settings.log_level in ("debug", "info")
        self.prefix = settings.root_path
        self.embed = _embed_headers(settings.frame_ancestors)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self.prefix:
            scope["root_path"] = self.prefix
        began, status = perf_counter(), 500
        path = self._path(scope)
        headers = self._headers(path)

        async def send_on(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), *headers]
            await send(message)

        if scope["method"] == "OPTIONS" and path.startswith("/api/"):
            status = 204
            await _answer(send, 204, PREFLIGHT, b"")
        elif _length(scope) > self.limit:
            await self._refuse(send_on)
        else:
            inner = self.packing if self._is_page(path) else self.app
            await inner(scope, _Bounded(receive, self.limit), send_on)
        self._note(scope, path, status, perf_counter() - began)

    def _path(self, scope: Scope) -> str:
        path: str = scope["path"]
        return path.removeprefix(self.prefix) if self.prefix and path.startswith(self.prefix + "/") else path

    @staticmethod
    def _is_page(path: str) -> bool:
        """Pages are packed as they go; the API's answers are small and many, built files come packed."""
        return not path.startswith(("/api/", "/static/"))

    def _headers(self, path: str) -> Headers:
        if path.startswith("/api/"):
            return [*ALWAYS, *OPEN, EXPOSED]
        if path.startswith("/static/"):
            return [*ALWAYS, *OPEN, FOR_EVER] if "/assets/" in path else [*ALWAYS, *OPEN]
        if path.startswith(SHOWN):
            return [*_PAGE, *OPEN]
        if path.startswith("/embed"):
            return self.embed if path == "/embed" else [*self.embed, *OPEN[:1]]
        return _PAGE

    async def _refuse(self, send: Send) -> None:
        body = to_json(too_large(self.limit))
        await _answer(send, 413, [(b"content-type", MEDIA_TYPE.encode())], body)

    def _note(self, scope: Scope, path: str, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "(none)")
        observe(route, scope["method"], status, seconds)
        if self.talkative:
            log.info("request", method=scope["method"], path=path, status=status, ms=round(seconds * 1000, 2))


class _Bounded:
    """A body that came without its length is cut off where it grows too large."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self.receive, self.left = receive, limit

    async def __call__(self) -> Message:
        message = await self.receive()
        if message["type"] == "http.request":
            self.left -= len(message.get("body", b""))
            if self.left < 0:
                raise HTTPException(413)
        return message


def _length(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0


async def _answer(send: Send, status: int, headers: Headers, body: bytes) -> None:
    size = [] if status == 204 else [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": [*headers, *size]})
    await send({"type": "http.response.body", "body": body})


def _embed_headers(ancestors: tuple[str, ...]) -> Headers:
    """A frame's page may stand on any page unless the operator lists hosts; never X-Frame-Options."""
    policy = f"{POLICY}; frame-ancestors {' '.join(ancestors)}" if ancestors else POLICY
    return [
        *ALWAYS,
        (b"content-security-policy", policy.encode()),
        (b"cross-origin-embedder-policy", b"require-corp"),
        (b"cross-origin-resource-policy", b"cross-origin"),
    ]


_PAGE: Headers = [*ALWAYS, (b"content-security-policy", f"{POLICY}; frame-ancestors 'self'".encode())]
