"""Answers that are JSON already."""

import gzip
from asyncio import to_thread

from fastapi.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from backstep_lab.api.content_coding import accepts_gzip
from backstep_lab.api.errors import responses

PACKED_BYTES = 1_024  # most steps have some more, and are sent in one packet when packed
INLINE_BYTES = 65_536  # that are packed on the event loop, in a millisecond at most
LEVEL, LONG_BYTES, LEVEL_OF_LONG = 6, 8_192, 1  # of gzip: long answers take much longer for a few per cent


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
    level = LEVEL if len(body) < LONG_BYTES else LEVEL_OF_LONG
    if len(body) <= INLINE_BYTES:
        return gzip.compress(body, level, mtime=0)
    return await to_thread(gzip.compress, body, level, mtime=0)


WRONG = responses(404, 409, 410, 413, 422, 429, 503)
WRONG_QUESTION = WRONG | responses(414)
