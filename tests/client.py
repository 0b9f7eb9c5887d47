"""A client of an application in this process that costs little beside what the application does.

Starlette's client passes between its own thread and the event loop's eight times for one answer, which takes
several times as long as most answers. Here it does so once, except where an answer is read while it is sent.
"""

from typing import Any
from urllib.parse import unquote

import httpx2
from fastapi.testclient import TestClient
from starlette.types import ASGIApp, Scope

from tests.exchange import exchange, start_and_body

STREAMED = "streamed"
ANYBODY = ("testclient", 50000)


class Client(TestClient):
    """Starlette's client, whose answers come whole wherever they are not asked for with `stream`."""

    def __init__(self, app: ASGIApp, *, client: tuple[str, int] = ANYBODY, **given: Any) -> None:
        super().__init__(app, client=client, **given)
        self.address = client
        self._transport = _Transport(self, self._transport)

    def send(self, request: httpx2.Request, *, stream: bool = False, **given: Any) -> httpx2.Response:
        request.extensions[STREAMED] = stream
        return super().send(request, stream=stream, **given)


class _Transport(httpx2.BaseTransport):
    def __init__(self, client: Client, streaming: httpx2.BaseTransport) -> None:
        self.client = client
        self.streaming = streaming

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        portal = self.client.portal
        if portal is None or request.extensions[STREAMED]:
            return self.streaming.handle_request(request)
        received = [{"type": "http.request", "body": request.read()}]
        sent = portal.call(exchange, self.client.app, self._scope(request), received)
        start, body = start_and_body(sent)
        stream = httpx2.ByteStream(b"" if request.method == "HEAD" else body)
        return httpx2.Response(start["status"], headers=start["headers"], stream=stream, request=request)

    def _scope(self, request: httpx2.Request) -> Scope:
        url = request.url
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": request.method,
            "scheme": url.scheme,
            "path": unquote(url.path),
            "raw_path": url.raw_path.partition(b"?")[0],
            "query_string": url.query,
            "root_path": "",
            "headers": [(name.lower(), value) for name, value in request.headers.raw],
            "client": self.client.address,
            "server": (url.host, url.port or 80),
            "state": self.client.app_state.copy(),
        }

    def close(self) -> None:
        self.streaming.close()
