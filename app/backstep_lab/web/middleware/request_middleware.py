"""Middleware of every request: refusals, headers by kind of address, preflights, metrics, logs."""

from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import Any

import structlog
from fastapi import Request, Response
from pydantic_core import to_json
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from backstep_lab.api.errors import MEDIA_TYPE
from backstep_lab.api.prometheus import observe
from backstep_lab.config.settings import Settings
from backstep_lab.web.middleware.forwarded import located
from backstep_lab.web.middleware.incoming import Bounded, refusal
from backstep_lab.web.middleware.outgoing import Outgoing, as_get
from backstep_lab.web.middleware.policies import PREFLIGHT, Headers, Policies

OnError = Callable[[Request, Exception], Awaitable[Response]]

log = structlog.get_logger()


class RequestMiddleware:
    """The outermost layer but for what a proxy says of the request."""

    def __init__(self, app: ASGIApp, settings: Settings, on_error: OnError) -> None:
        self.app = app
        self.pages = GZipMiddleware(app, minimum_size=1024, compresslevel=5)
        self.limit = settings.max_body_bytes
        self.talkative = settings.log_level in ("debug", "info")
        self.prefix = settings.root_path
        self.policies = Policies(settings.frame_ancestors, settings.address)
        self.on_error = on_error

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        root: str = self.prefix or scope.get("root_path", "")
        whole, path = located(scope, root)
        began, inner = perf_counter(), as_get(whole)
        out = Outgoing(send, self.policies.of(path, scope), root, scope["method"] == "HEAD")
        try:
            await self._answered(path, inner, receive, out, send)
        except Exception as error:
            if not out.has_started:
                await (await self.on_error(Request(inner), error))(inner, receive, out)
            raise
        finally:
            self._note(scope["method"], inner, path, out.status, perf_counter() - began)

    async def _answered(self, path: str, scope: Scope, receive: Receive, out: Outgoing, send: Send) -> None:
        problem = refusal(scope, self.limit)
        if problem is not None:
            await _refuse(out, problem)
        elif scope["method"] == "OPTIONS" and path.startswith("/api/"):
            out.status = 204
            await _answer(send, 204, PREFLIGHT, b"")
        else:
            await self._packing(path)(scope, Bounded(receive, self.limit), out)

    def _packing(self, path: str) -> ASGIApp:
        """Pages are packed here; answers of the API pack themselves, and built files come packed."""
        return self.app if path.startswith(("/api/", "/static/")) else self.pages

    def _note(self, method: str, scope: Scope, path: str, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "(none)")
        observe(route, method, status, seconds)
        if self.talkative:
            log.info("request", method=method, path=path, status=status, ms=round(seconds * 1000, 2))


async def _refuse(send: Send, problem: dict[str, Any]) -> None:
    await _answer(send, problem["status"], [(b"content-type", MEDIA_TYPE.encode())], to_json(problem))


async def _answer(send: Send, status: int, headers: Headers, body: bytes) -> None:
    size = [] if status == 204 else [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": [*headers, *size]})
    await send({"type": "http.response.body", "body": body})
