"""Sessions in one SQLite file, which several processes may share.

With write-ahead logging readers and a writer work at once. With synchronous=NORMAL a killed process loses
nothing that was answered, since every write has reached the operating system; only a power cut may take the
last moments.

Short statements run on the event loop: they take some ten microseconds, less than handing them to a thread.
They never wait for a lock there: where another process holds it, they are tried again between other work.
Large parts and scans run in a thread.

While the log is copied (`sqlite_log.py`), all writes run in that thread.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import structlog

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import KEEP_RUN, Capacity, SessionRecord, Write
from backstep_lab.sessions.store.sqlite_log import LogCheckpoints
from backstep_lab.sessions.store.sqlite_schema import connect, prepare
from backstep_lab.spec.errors import Full, StoreUnavailable

T = TypeVar("T")
LOCKED_SECONDS = 3.0  # how long a call waits between its tries, while somebody else holds the lock
FIRST_RETRY_SECONDS, LONGEST_RETRY_SECONDS = 0.002, 0.05
LARGE_BYTES = 256 * 1024  # of parts in one call; copying more takes longer than a few milliseconds
SWEPT_AT_ONCE = 500

_COLUMNS = "revision, iteration, step, focus, version, run"
_GUARDED = (
    "UPDATE sessions SET revision = revision + 1, iteration = ?, step = ?, focus = ?, touched = ?{more}"
    " WHERE id = ? AND revision = ? AND touched >= ?{run}"
    f" RETURNING {_COLUMNS}"
)
_OVER = "touched < ?"
_UNTOUCHED = "revision = 0 AND touched <= ?"
_RESTED = "touched <= ?"

log = structlog.get_logger()


class SqliteStore:
    """For use from one event loop; every process opens its own."""

    def __init__(self, path: Path, capacity: Capacity) -> None:
        self.path = path
        self._capacity = capacity
        self._executor = ThreadPoolExecutor(1, "backstep-store")  # one at a time, also after a cancelled call
        self._log = LogCheckpoints(path)

    async def open(self) -> None:
        prepare(self.path)
        self._db = connect(self.path, 0)
        self._thread_db = connect(self.path, 0)
        self._log.start()

    async def create(self, id: str, head: Head, parts: Mapping[str, bytes], client: str, now: float) -> None:
        row = (id, 0, 0, head.iteration, head.step, head.focus, None, client, now)

        def insert(db: sqlite3.Connection) -> None:
            with _Transaction(db):
                self._check_capacity(db, client, now)
                db.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
                db.executemany(
                    "INSERT INTO history_parts VALUES (?, ?, ?)", [(id, *part) for part in parts.items()]
                )

        await self._write(insert, _size(parts) > LARGE_BYTES or self._is_full(client))

    def _is_full(self, client: str) -> bool:
        """Whether creating a session may have to look for one that can go; only a hint."""
        with suppress(sqlite3.OperationalError):
            in_all, of_client = _counts(self._db, client)
            return in_all >= self._capacity.sessions or of_client >= self._capacity.sessions_of_client
        return True

    def _check_capacity(self, db: sqlite3.Connection, client: str, now: float) -> None:
        """Delete a session where one must go. Raises Full where none may."""
        capacity = self._capacity
        in_all, of_client = _counts(db, client)
        if of_client >= capacity.sessions_of_client:
            deadlines = ((_OVER, capacity.seconds), (_UNTOUCHED, 0.0), (_RESTED, capacity.grace))
            if not any(_delete_one(db, f"client = ? AND {w}", client, now - s) for w, s in deadlines):
                raise Full(capacity.sessions_of_client)
            in_all -= 1
        if in_all >= capacity.sessions:
            rests = (
                (_OVER, capacity.seconds),
                (_UNTOUCHED, capacity.grace_untouched),
                (_RESTED, capacity.grace),
            )
            if not any(_delete_one(db, which, now - seconds) for which, seconds in rests):
                raise Full(capacity.sessions)

    async def record(self, id: str, now: float) -> SessionRecord | None:
        row = await self._call(
            lambda db: db.execute(
                f"SELECT {_COLUMNS} FROM sessions WHERE id = ? AND touched >= ?",
                (id, now - self._capacity.seconds),
            ).fetchone()
        )
        return None if row is None else _record(row)

    async def load(self, id: str, now: float) -> tuple[SessionRecord, dict[str, bytes]] | None:
        values = (id, now - self._capacity.seconds)
        size = await self._call(
            lambda db: db.execute(
                "SELECT sum(length(content)) FROM history_parts WHERE id = ?", (id,)
            ).fetchone()[0]
        )
        rows = await self._call(
            lambda db: db.execute(
                f"SELECT {_COLUMNS}, name, content FROM sessions LEFT JOIN history_parts USING (id)"
                " WHERE id = ? AND touched >= ?",
                values,
            ).fetchall(),
            in_thread=(size or 0) > LARGE_BYTES,
        )
        if not rows:
            return None
        return _record(rows[0][:6]), {name: content for *_, name, content in rows if name is not None}

    async def write(self, id: str, revision: int, write: Write, now: float) -> SessionRecord | None:
        statement, values = self._guarded(id, revision, write, now)

        def update(db: sqlite3.Connection) -> list[tuple[int, int, int, int, int, str | None]]:
            if not write.changes_history:
                return db.execute(statement, values).fetchall()
            with _Transaction(db):
                rows = db.execute(statement, values).fetchall()
                if rows:
                    db.executemany(
                        "DELETE FROM history_parts WHERE id = ? AND name = ?",
                        [(id, name) for name in write.delete],
                    )
                    db.executemany(
                        "INSERT OR REPLACE INTO history_parts VALUES (?, ?, ?)",
                        [(id, name, content) for name, content in write.put.items()],
                    )
                return rows

        rows = await self._write(update, in_thread=_size(write.put) > LARGE_BYTES)
        return _record(rows[0]) if rows else None

    def _guarded(self, id: str, revision: int, write: Write, now: float) -> tuple[str, tuple[object, ...]]:
        head = write.head
        set_run = () if write.run == KEEP_RUN else (write.run,)
        guard = () if write.of_run is None else (write.of_run,)
        statement = _guarded_update(write.changes_history, bool(set_run), bool(guard))
        place = (head.iteration, head.step, head.focus, now)
        return statement, (*place, *set_run, id, revision, now - self._capacity.seconds, *guard)

    async def delete(self, id: str) -> bool:
        return await self._write(
            lambda db: db.execute("DELETE FROM sessions WHERE id = ?", (id,)).rowcount == 1
        )

    async def sweep(self, now: float) -> int:
        over = "SELECT id FROM sessions WHERE touched < ? LIMIT ?"
        values = (now - self._capacity.seconds, SWEPT_AT_ONCE)
        return await self._call(
            lambda db: db.execute(f"DELETE FROM sessions WHERE id IN ({over})", values).rowcount,
            in_thread=True,
        )

    async def count(self) -> int:
        return await self._call(lambda db: _counts(db, "")[0])

    async def close(self) -> None:
        if not self._log.is_running:
            return
        await self._log.close()
        await self._in_thread(lambda db: db.close())
        self._executor.shutdown(wait=False)
        self._db.close()

    async def _write(self, work: Callable[[sqlite3.Connection], T], in_thread: bool = False) -> T:
        """The same for statements that write: beside the event loop where one may wait for the disk."""
        return await self._call(work, in_thread or self._log.may_wait())

    async def _call(self, work: Callable[[sqlite3.Connection], T], in_thread: bool = False) -> T:
        """The outcome of statements, tried again while the file is locked. Raises StoreUnavailable.

        What it waited is the sum of its pauses: a busy event loop makes them longer, and must not cost tries.
        """
        waited, pause = 0.0, FIRST_RETRY_SECONDS
        while True:
            try:
                if not in_thread:
                    return work(self._db)
                return await self._in_thread(work)
            except sqlite3.Error as error:
                if not _is_locked(error) or waited > LOCKED_SECONDS:
                    log.error("the SQLite store does not answer", path=str(self.path), error=str(error))
                    raise StoreUnavailable from error
            await asyncio.sleep(pause)
            waited += pause
            pause = min(2 * pause, LONGEST_RETRY_SECONDS)

    async def _in_thread(self, work: Callable[[sqlite3.Connection], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._executor, work, self._thread_db)


@cache
def _guarded_update(changes_history: bool, sets_run: bool, of_run: bool) -> str:
    more = (", version = version + 1" if changes_history else "") + (", run = ?" if sets_run else "")
    return _GUARDED.format(more=more, run=" AND run = ?" if of_run else "")


def _is_locked(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _record(row: tuple[int, int, int, int, int, str | None]) -> SessionRecord:
    revision, iteration, step, focus, version, run = row
    return SessionRecord(revision, Head(iteration, step, focus), version, run)


def _size(parts: Mapping[str, bytes]) -> int:
    return sum(map(len, parts.values()))


def _counts(db: sqlite3.Connection, client: str) -> tuple[int, int]:
    """(sessions in all, sessions of the client)."""
    rows = dict(
        db.execute(
            "SELECT name, sessions FROM counters WHERE name IN ('all', ?)", (f"client {client}",)
        ).fetchall()
    )
    return rows["all"], rows.get(f"client {client}", 0)


def _delete_one(db: sqlite3.Connection, which: str, *values: object) -> bool:
    """Delete the one touched longest ago among these; False where there is none."""
    oldest = f"SELECT id FROM sessions WHERE {which} ORDER BY touched LIMIT 1"
    return db.execute(f"DELETE FROM sessions WHERE id IN ({oldest})", values).rowcount == 1


class _Transaction:
    """All or nothing; takes the write lock at once, so that it cannot fail half-way for want of it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        try:
            if kind is None:
                self._db.execute("COMMIT")
        finally:
            if self._db.in_transaction:  # or the next one could not begin on this connection
                self._db.execute("ROLLBACK")
