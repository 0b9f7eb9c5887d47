"""Answers that are JSON already."""

import gzip
from asyncio import to_thread

from fastapi.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from backstep_lab.api.content_coding import accepts_gzip
from backstep_lab.api.errors import responses

PACKED_BYTES = 2_048  # from here on a network sends a packed answer sooner, although packing takes its time
INLINE_BYTES = 65_536  # that are packed on the event loop, in a millisecond at most
LEVEL = 1  # of gzip: higher ones save a few per cent, and take twice as long


class Json(JSONResponse):
    """Bytes of JSON, packed where they are long; documented as JSON of the route's model."""

    def render(self, content: bytes) -> bytes:
        return content

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        if len(self.body) >= PACKED_BYTES:
            self.headers.add_vary_header("Accept-Encoding")
            if accepts_gzip(scope):
                self.body = await _packed(bytes(self.body))
                self.headers["Content-Encoding"] = "gzip"
                self.headers["Content-Length"] = str(len(self.body))
        await super().__call__(scope, receive, send)


async def _packed(body: bytes) -> bytes:
    if len(body) <= INLINE_BYTES:
        return gzip.compress(body, LEVEL, mtime=0)
    return await to_thread(gzip.compress, body, LEVEL, mtime=0)


WRONG = responses(404, 409, 410, 413, 422, 429, 503)
WRONG_QUESTION = WRONG | responses(414)
