"""Sessions in this process's memory: for tests, and for a server that may forget."""

from collections import Counter, OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import KEEP_RUN, Capacity, SessionRecord, Write
from backstep_lab.spec.errors import Full

SWEPT_AT_ONCE = 500


@dataclass
class _Row:
    record: SessionRecord
    parts: dict[str, bytes]
    client: str
    touched: float


class MemoryStore:
    """A dictionary, the row touched longest ago first."""

    def __init__(self, capacity: Capacity) -> None:
        self._capacity = capacity
        self._rows: OrderedDict[str, _Row] = OrderedDict()
        self._of_client: Counter[str] = Counter()

    async def open(self) -> None:
        """Nothing to prepare."""

    async def create(self, id: str, head: Head, parts: Mapping[str, bytes], client: str, now: float) -> None:
        if self._of_client[client] >= self._capacity.sessions_of_client:
            self._make_room(now, client)
        if len(self._rows) >= self._capacity.sessions:
            self._make_room(now, None)
        self._rows[id] = _Row(SessionRecord(0, head, 0), dict(parts), client, now)
        self._of_client[client] += 1

    def _make_room(self, now: float, client: str | None) -> None:
        """Delete the session that may go first. Raises Full where none may."""
        capacity = self._capacity
        untouched_before = now - capacity.grace_untouched if client is None else now
        own = [(id, row) for id, row in self._rows.items() if client in (None, row.client)]
        over = [id for id, row in own if row.touched < now - capacity.seconds]
        untouched = [id for id, row in own if row.record.revision == 0 and row.touched <= untouched_before]
        rested = [id for id, row in own if row.touched <= now - capacity.grace]
        for id in (*over, *untouched, *rested):
            self._remove(id)
            return
        raise Full(capacity.sessions if client is None else capacity.sessions_of_client)

    def _remove(self, id: str) -> bool:
        row = self._rows.pop(id, None)
        if row is None:
            return False
        self._of_client[row.client] -= 1
        if not self._of_client[row.client]:
            del self._of_client[row.client]
        return True

    def _live(self, id: str, now: float) -> _Row | None:
        row = self._rows.get(id)
        return None if row is None or row.touched < now - self._capacity.seconds else row

    async def record(self, id: str, now: float) -> SessionRecord | None:
        row = self._live(id, now)
        return None if row is None else row.record

    async def load(self, id: str, now: float) -> tuple[SessionRecord, dict[str, bytes]] | None:
        row = self._live(id, now)
        return None if row is None else (row.record, dict(row.parts))

    async def write(self, id: str, revision: int, write: Write, now: float) -> SessionRecord | None:
        row = self._live(id, now)
        if row is None or row.record.revision != revision or write.of_run not in (None, row.record.run):
            return None
        row.record = replace(
            row.record,
            revision=revision + 1,
            head=write.head,
            version=row.record.version + write.changes_history,
            run=row.record.run if write.run == KEEP_RUN else write.run,
        )
        for name in write.delete:
            row.parts.pop(name, None)
        row.parts.update(write.put)
        row.touched = now
        self._rows.move_to_end(id)
        return row.record

    async def delete(self, id: str) -> bool:
        return self._remove(id)

    async def sweep(self, now: float) -> int:
        over: list[str] = []
        for id, row in self._rows.items():
            if row.touched >= now - self._capacity.seconds or len(over) == SWEPT_AT_ONCE:
                break
            over.append(id)
        for id in over:
            self._remove(id)
        return len(over)

    async def count(self) -> int:
        return len(self._rows)

    async def close(self) -> None:
        self._rows.clear()
        self._of_client.clear()
