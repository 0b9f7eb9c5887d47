"""One order for the changes of each session within this process."""

import asyncio


class SessionLocks:
    """A lock for each session that a call is changing or waits to change."""

    def __init__(self) -> None:
        self._locks: dict[str, SessionLock] = {}

    def of(self, id: str) -> "SessionLock":
        """The session's lock, for use with `async with`; first come, first served."""
        lock = self._locks.get(id)
        if lock is None:
            lock = self._locks[id] = SessionLock(self._locks, id)
        return lock

    def __len__(self) -> int:
        return len(self._locks)


class SessionLock:
    """Removed once no call holds it or waits for it."""

    def __init__(self, locks: dict[str, "SessionLock"], id: str) -> None:
        self._locks, self._id = locks, id
        self._lock = asyncio.Lock()
        self._users = 0

    async def __aenter__(self) -> None:
        self._users += 1
        try:
            await self._lock.acquire()
        except BaseException:
            self._leave()
            raise

    async def __aexit__(self, *error: object) -> None:
        self._lock.release()
        self._leave()

    def _leave(self) -> None:
        self._users -= 1
        if not self._users:
            self._locks.pop(self._id, None)
