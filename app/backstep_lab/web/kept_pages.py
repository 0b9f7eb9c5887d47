"""Pages that are the same for all who ask for the same address: made and packed once, and kept."""

import asyncio
from collections.abc import Awaitable, Callable

from fastapi import Request, Response

from backstep_lab.api.request_context import home_of, language_of, root_of
from backstep_lab.web.drawn_addresses import key_of
from backstep_lab.web.packed import Packed, packed_answer
from backstep_lab.web.page_address import drawn_addresses
from backstep_lab.web.templates import spoken

MEDIA_TYPE = "text/html; charset=utf-8"


async def kept_page(request: Request, make: Callable[[], Awaitable[tuple[str, bool]]]) -> Response:
    """The page of the request's address; `make` gives its text, and whether that is final.

    The text may depend on the address, the language, the path prefix and the host, and on nothing else of
    the request.
    """
    lang = language_of(request)

    async def draw() -> tuple[Packed, int, bool]:
        text, is_final = await make()
        packed = await asyncio.to_thread(Packed.of, text.encode())
        return packed, len(packed.content), is_final

    key = key_of("html", request.url.path, request.url.query, lang, root_of(request), home_of(request))
    packed: Packed = await drawn_addresses(request).of(key, draw)
    return packed_answer(request, packed, MEDIA_TYPE, spoken(lang))
