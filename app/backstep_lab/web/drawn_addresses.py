"""What was made of addresses, kept for those who ask for the same one, as a class or a preview does."""

import asyncio
from collections.abc import Awaitable, Callable
from hashlib import blake2b
from typing import Any

from fastapi import Request, Response

from backstep_lab.compute.bounded_cache import BoundedCache
from backstep_lab.config import limits
from backstep_lab.web.entity_tags import has_content, tag_of

ENTRY_BYTES = 500  # of an entry's objects, beside what is kept

Draw = Callable[[], Awaitable[tuple[Any, int, bool]]]


class DrawnAddresses:
    """Pictures and parts of pages by what they are made from, bounded in bytes.

    Equal requests that come while the first is under way wait for its outcome. For one event loop.
    """

    def __init__(self, max_bytes: int = limits.DRAWN_BYTES) -> None:
        self.kept: BoundedCache[bytes, Any] = BoundedCache(max_bytes)
        self._under_way: dict[bytes, asyncio.Task[Any]] = {}

    async def of(self, key: bytes, draw: Draw) -> Any:
        """What is kept under a key, or what `draw` makes: the thing, its bytes, whether it may be kept.

        Raises what `draw` raises; nothing is kept then.
        """
        kept = self.kept.get(key)
        if kept is not None:
            self.kept.touch(key)
            return kept
        drawing = self._under_way.get(key)
        if drawing is None:
            drawing = self._under_way[key] = asyncio.create_task(self._draw(key, draw))
        return await asyncio.shield(drawing)  # who leaves takes nothing from those who wait as well

    async def _draw(self, key: bytes, draw: Draw) -> Any:
        try:
            made, size, is_final = await draw()
        finally:
            del self._under_way[key]
        if is_final:
            self.kept.put(key, made, ENTRY_BYTES + size)
        return made


def key_of(*parts: str) -> bytes:
    """A key of fixed size for texts of any."""
    return blake2b("\0".join(parts).encode(), digest_size=20).digest()


def tagged(request: Request, content: str | bytes, media_type: str, headers: dict[str, str]) -> Response:
    """An answer with an ETag; 304 without the content to a client that has it."""
    data = content.encode() if isinstance(content, str) else content
    tag = tag_of(data)
    headers = {**headers, "ETag": tag}
    if has_content(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(data, media_type=media_type, headers=headers)
