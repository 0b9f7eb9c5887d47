"""The sessions that a compute process keeps, by the server's key for them, bounded in bytes."""

from collections import OrderedDict
from threading import Lock

from backstep_lab.sessions.concurrency.memory_use import bytes_of
from backstep_lab.sessions.history import History
from backstep_lab.sessions.session import Session

CACHE_BYTES = 64 * 1024 * 1024


class KeptSessions:
    """For use from several threads; the session used longest ago is forgotten first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[Session, History | None, int]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: str) -> tuple[Session, History | None] | None:
        """The session and the history that the store has of it; None where it is not kept."""
        with self._lock:
            entry = self._kept.get(key)
            if entry is None:
                return None
            self._kept.move_to_end(key)
            return entry[:2]

    def put(self, key: str, session: Session, stored: History | None) -> None:
        """Keep a session under a key."""
        size = bytes_of(session)
        with self._lock:
            if key in self._kept:  # two jobs that came with the same parts
                self._bytes -= self._kept.pop(key)[2]
            self._kept[key] = session, stored, size
            self._bytes += size
            while self._bytes > CACHE_BYTES and len(self._kept) > 1:
                _, (_, _, freed) = self._kept.popitem(last=False)
                self._bytes -= freed
