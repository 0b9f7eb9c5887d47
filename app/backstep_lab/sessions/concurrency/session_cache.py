"""The sessions that this process keeps computed, bounded in bytes; any other is loaded from the store."""

from dataclasses import dataclass

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
    """By identifier; the session used longest ago goes first."""

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self.bytes = 0
        self._entries: dict[str, CacheEntry] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, id: str) -> CacheEntry | None:
        """The entry of a session, if it is kept."""
        return self._entries.get(id)

    def put(self, session: Session, stored: History | None, version: int) -> CacheEntry:
        """Keep a session as the one used last, and let others go until all fit; the newest always stays."""
        before = self._entries.get(session.id)
        self.drop(session.id)
        entry = CacheEntry(session, stored, version, _size(session, before))
        self._entries[session.id] = entry
        self.bytes += entry.size
        while self.bytes > self.max_bytes and len(self._entries) > 1:
            self.drop(next(iter(self._entries)))
        return entry

    def drop(self, id: str) -> None:
        """Forget a session here; the store still has it."""
        entry = self._entries.pop(id, None)
        if entry is not None:
            self.bytes -= entry.size


def _size(session: Session, before: CacheEntry | None) -> int:
    """The session's bytes, counted again only where something of it is another object than before."""
    if before is not None:
        known, current = before.session, session.current
        if known.current is current and known.history is session.history and "before" not in current.memo:
            return before.size
    return bytes_of(session)
