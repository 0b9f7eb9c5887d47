"""Sessions in this process's memory: for tests, and for a server that may forget."""

from dataclasses import dataclass

from app.sessions.problems import Full
from app.sessions.session import Head
from app.sessions.store import Room, Standing


@dataclass
class _Row:
    standing: Standing
    history: bytes
    touched: float


class MemoryStore:
    """A dictionary, oldest touch first."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._rows: dict[str, _Row] = {}

    def create(self, id: str, head: Head, history: bytes, now: float) -> None:
        if len(self._rows) >= self._room.sessions:
            self._make_room(now)
        self._rows[id] = _Row(Standing(0, head, 0), history, now)

    def _make_room(self, now: float) -> None:
        if self.sweep(now):
            return
        oldest = next(iter(self._rows))
        if self._rows[oldest].touched > now - self._room.grace:
            raise Full(self._room.sessions)
        del self._rows[oldest]

    def standing(self, id: str, now: float) -> Standing | None:
        row = self._rows.get(id)
        return None if row is None or row.touched < now - self._room.seconds else row.standing

    def history(self, id: str) -> tuple[int, bytes] | None:
        row = self._rows.get(id)
        return None if row is None else (row.standing.version, row.history)

    def move(self, id: str, revision: int, head: Head, now: float) -> bool:
        row = self._rows.get(id)
        return row is not None and self._write(id, revision, head, row.history, 0, now)

    def rewrite(self, id: str, revision: int, head: Head, history: bytes, now: float) -> bool:
        return self._write(id, revision, head, history, 1, now)

    def _write(self, id: str, revision: int, head: Head, history: bytes, newer: int, now: float) -> bool:
        row = self._rows.get(id)
        if row is None or row.standing.revision != revision:
            return False
        del self._rows[id]
        self._rows[id] = _Row(Standing(revision + 1, head, row.standing.version + newer), history, now)
        return True

    def delete(self, id: str) -> bool:
        return self._rows.pop(id, None) is not None

    def sweep(self, now: float) -> int:
        over = [id for id, row in self._rows.items() if row.touched < now - self._room.seconds]
        for id in over:
            del self._rows[id]
        return len(over)

    def count(self) -> int:
        return len(self._rows)

    def close(self) -> None:
        self._rows.clear()
