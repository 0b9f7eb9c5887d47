"""Routes whose body may be large: beyond a bound it is not read on the event loop."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from fastapi import HTTPException, Request, Response
from fastapi.routing import APIRoute
from starlette.requests import ClientDisconnect

from backstep_lab.jobs.bodies import LARGE_BODY

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
Beside = Callable[[Request, bytes], Awaitable[Response]]
BESIDE = "read_beside"  # the attribute of an endpoint


def read_beside(beside: Beside) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """For endpoints of a LargeBodyRoute: `beside(request, body)` answers where the body is large."""

    def mark(endpoint: Callable[..., Any]) -> Callable[..., Any]:
        setattr(endpoint, BESIDE, beside)
        return endpoint

    return mark


class LargeBodyRoute(APIRoute):
    """Reads bodies up to LARGE_BODY as FastAPI does, and leaves larger ones to the endpoint's `beside`."""

    def get_route_handler(self) -> Handler:
        usual = super().get_route_handler()
        beside: Beside | None = getattr(self.endpoint, BESIDE, None)
        if beside is None:
            return usual

        async def handler(request: Request) -> Response:
            body = await whole_body(request)
            if len(body) > LARGE_BODY:
                return await beside(request, body)
            return await usual(request)

        return handler


async def whole_body(request: Request) -> bytes:
    """The body. Raises HTTPException where the client disconnected before its end."""
    try:
        return await request.body()
    except ClientDisconnect:
        raise HTTPException(400) from None
