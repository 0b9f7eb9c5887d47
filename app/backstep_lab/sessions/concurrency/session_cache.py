"""The sessions that this process keeps computed, bounded in bytes; any other is loaded from the store."""

from dataclasses import dataclass

from backstep_lab.compute.bounded_cache import BoundedCache
from backstep_lab.sessions.concurrency.memory_use import bytes_of
from backstep_lab.sessions.history import History
from backstep_lab.sessions.session import Session


@dataclass(frozen=True, eq=False, slots=True)
class CacheEntry:
    """A session, the history that the store holds for it, and the version of that.

    `stored` is None where the store holds another program's form of it, which the next write of it replaces.
    """

    session: Session
    stored: History | None
    version: int
    size: int


class SessionCache:
    """By identifier; the session used longest ago goes first, the newest always stays."""

    def __init__(self, max_bytes: int) -> None:
        self._entries: BoundedCache[str, CacheEntry] = BoundedCache(max_bytes, least=1)

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def bytes(self) -> int:
        """What all entries take."""
        return self._entries.bytes

    def get(self, id: str) -> CacheEntry | None:
        """The entry of a session, if it is kept."""
        return self._entries.get(id)

    def put(self, session: Session, stored: History | None, version: int) -> CacheEntry:
        """Keep a session as the one used last."""
        entry = CacheEntry(session, stored, version, _size(session, self.get(session.id)))
        self._entries.put(session.id, entry, entry.size)
        return entry

    def drop(self, id: str) -> None:
        """Forget a session here; the store still has it."""
        self._entries.drop(id)


def _size(session: Session, before: CacheEntry | None) -> int:
    """The session's bytes, counted again only where something of it is another object than before."""
    if before is not None:
        known, current = before.session, session.current
        if known.current is current and known.history is session.history and "before" not in current.memo:
            return before.size
    return bytes_of(session)
