"""One order for the changes of each session within this process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class SessionLocks:
    """A lock for each session that somebody is changing or waits to change."""

    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}
        self._holders: dict[str, int] = {}

    @asynccontextmanager
    async def of(self, id: str) -> AsyncIterator[None]:
        """The session's lock, until the end of the block; first come, first served."""
        lock = self._locks.setdefault(id, asyncio.Lock())
        self._holders[id] = self._holders.get(id, 0) + 1
        try:
            async with lock:
                yield
        finally:
            self._holders[id] -= 1
            if not self._holders[id]:
                del self._holders[id], self._locks[id]
