"""The sessions that a compute process keeps, by the server's key for them, bounded in bytes."""

from collections import OrderedDict
from threading import Lock

from backstep_lab.sessions.concurrency.memory_use import bytes_of
from backstep_lab.sessions.history import History
from backstep_lab.sessions.session import Session

CACHE_BYTES = 32 * 1024 * 1024
REVISIONS = 2  # of one session: its newest, and the one before, should the store not take the newest


class KeptSessions:
    """For use from several threads; the session used longest ago is forgotten first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[Session, History | None, int]] = OrderedDict()
        self._keys: dict[str, list[str]] = {}  # of each session by its identifier, the newest last
        self._bytes = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: str) -> tuple[Session, History | None] | None:
        """The session and the history that the store has of it; None where it is not kept."""
        with self._lock:
            entry = self._kept.get(key)
            if entry is None:
                return None
            self._kept.move_to_end(key)
            return entry[:2]

    def put(self, key: str, session: Session, stored: History | None) -> None:
        """Keep a session under a key, and let its older revisions go, and others until all fit."""
        size = bytes_of(session)
        with self._lock:
            self._drop(key)  # two jobs that came with the same parts
            self._kept[key] = session, stored, size
            self._bytes += size
            keys = self._keys.setdefault(session.id, [])
            keys.append(key)
            while len(keys) > REVISIONS:
                self._drop(keys[0])
            while self._bytes > CACHE_BYTES and len(self._kept) > 1:
                self._drop(next(iter(self._kept)))

    def _drop(self, key: str) -> None:
        entry = self._kept.pop(key, None)
        if entry is None:
            return
        session, _, size = entry
        self._bytes -= size
        keys = self._keys[session.id]
        keys.remove(key)
        if not keys:
            del self._keys[session.id]
