"""The sessions that a compute process keeps, by the server's key for them, bounded in bytes."""

from threading import Lock
from typing import NamedTuple

from backstep_lab.compute.bounded_cache import BoundedCache
from backstep_lab.sessions.concurrency.memory_use import bytes_of
from backstep_lab.sessions.history import History
from backstep_lab.sessions.session import Session

CACHE_BYTES = 32 * 1024 * 1024
REVISIONS = 2  # of one session: its newest, and the one before, should the store not take the newest


class KeptSession(NamedTuple):
    """A session under its key, and the history that the store has of it."""

    key: str
    session: Session
    stored: History | None


class KeptSessions:
    """For use from several threads; the session used longest ago is forgotten first."""

    def __init__(self) -> None:
        self._kept: BoundedCache[str, KeptSession] = BoundedCache(CACHE_BYTES, least=1)
        self._keys: dict[str, list[str]] = {}  # of each session by its identifier, the newest last
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: str) -> tuple[Session, History | None] | None:
        """The session and the history that the store has of it; None where it is not kept."""
        with self._lock:
            kept = self._kept.get(key)
            if kept is None:
                return None
            self._kept.touch(key)
            return kept.session, kept.stored

    def put(self, key: str, session: Session, stored: History | None) -> None:
        """Keep a session under a key; its older revisions go, and others until all fit."""
        size = bytes_of(session)
        with self._lock:
            keys = [known for known in self._keys.get(session.id, []) if known != key]
            for old in keys[: -(REVISIONS - 1)]:
                self._kept.drop(old)
            self._keys[session.id] = [*keys[-(REVISIONS - 1) :], key]
            for gone in self._kept.put(key, KeptSession(key, session, stored), size):
                self._forget(gone)

    def _forget(self, gone: KeptSession) -> None:
        keys = self._keys[gone.session.id]
        keys.remove(gone.key)
        if not keys:
            del self._keys[gone.session.id]
