"""Sessions in one SQLite file, which several processes may share.

Write-ahead logging lets readers and a writer work at once. With synchronous=NORMAL a killed process loses
nothing that was answered, since every write has reached the operating system; only a power cut may take the
last moments.
Heads and histories are apart, so that a step writes one short row.
"""

import sqlite3
from pathlib import Path
from time import sleep

from app.sessions.problems import Full
from app.sessions.session import Head
from app.sessions.store import Room, Standing

BUSY_SECONDS = 10.0  # how long one process waits for another's write
_SCHEMA = """
CREATE TABLE IF NOT EXISTS heads (
    id TEXT PRIMARY KEY, revision INTEGER NOT NULL, version INTEGER NOT NULL, iteration INTEGER NOT NULL,
    step INTEGER NOT NULL, focus INTEGER NOT NULL, touched REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS histories (id TEXT PRIMARY KEY, history BLOB NOT NULL);
"""
_MOVE = (
    "UPDATE heads SET revision = revision + 1, iteration = ?, step = ?, focus = ?, touched = ?"
    " WHERE id = ? AND revision = ?"
)
_MOVE_ON = _MOVE.replace("revision + 1,", "revision + 1, version = version + 1,")


class SqliteStore:
    """For use from one thread; every process opens its own."""

    def __init__(self, path: Path, room: Room) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._room = room
        self._db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._prepare()

    def _prepare(self) -> None:
        """Several processes may start on a new file at once, and SQLite has no waiting for WAL."""
        for patience in range(100):
            try:
                if self._db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                    self._db.execute("PRAGMA journal_mode = WAL")
                self._db.executescript(_SCHEMA)
                return
            except sqlite3.OperationalError:
                if patience == 99:
                    raise
                sleep(0.05)

    def create(self, id: str, head: Head, history: bytes, now: float) -> None:
        with self._transaction():
            if self.count() >= self._room.sessions:
                self._make_room(now)
            self._db.execute(
                "INSERT INTO heads VALUES (?, 0, 0, ?, ?, ?, ?)",
                (id, head.iteration, head.step, head.focus, now),
            )
            self._db.execute("INSERT INTO histories VALUES (?, ?)", (id, history))

    def _make_room(self, now: float) -> None:
        if self._forget("touched < ?", now - self._room.seconds):
            return
        oldest = self._db.execute("SELECT id, touched FROM heads ORDER BY touched LIMIT 1").fetchone()
        if oldest is None or oldest[1] > now - self._room.grace:
            raise Full(self._room.sessions)
        self._forget("id = ?", oldest[0])

    def standing(self, id: str, now: float) -> Standing | None:
        row = self._db.execute(
            "SELECT revision, iteration, step, focus, version FROM heads WHERE id = ? AND touched >= ?",
            (id, now - self._room.seconds),
        ).fetchone()
        return None if row is None else Standing(row[0], Head(row[1], row[2], row[3]), row[4])

    def history(self, id: str) -> tuple[int, bytes] | None:
        row: tuple[int, bytes] | None = self._db.execute(
            "SELECT version, history FROM heads JOIN histories USING (id) WHERE id = ?", (id,)
        ).fetchone()
        return row

    def move(self, id: str, revision: int, head: Head, now: float) -> bool:
        values = (head.iteration, head.step, head.focus, now, id, revision)
        return self._db.execute(_MOVE, values).rowcount == 1

    def rewrite(self, id: str, revision: int, head: Head, history: bytes, now: float) -> bool:
        values = (head.iteration, head.step, head.focus, now, id, revision)
        with self._transaction():
            moved = self._db.execute(_MOVE_ON, values).rowcount == 1
            if moved:
                self._db.execute("UPDATE histories SET history = ? WHERE id = ?", (history, id))
        return moved

    def delete(self, id: str) -> bool:
        with self._transaction():
            return self._forget("id = ?", id) == 1

    def sweep(self, now: float) -> int:
        with self._transaction():
            return self._forget("touched < ?", now - self._room.seconds)

    def _forget(self, which: str, value: str | float) -> int:
        self._db.execute(f"DELETE FROM histories WHERE id IN (SELECT id FROM heads WHERE {which})", (value,))
        return self._db.execute(f"DELETE FROM heads WHERE {which}", (value,)).rowcount

    def count(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM heads").fetchone()[0])

    def close(self) -> None:
        self._db.close()

    def _transaction(self) -> "_Transaction":
        return _Transaction(self._db)


class _Transaction:
    """All or nothing; takes the write lock at once, so that it cannot fail half-way for want of it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        self._db.execute("COMMIT" if kind is None else "ROLLBACK")


def path_of(address: str) -> Path:
    """The file of `sqlite:///relative` or `sqlite:////absolute`."""
    return Path(address.removeprefix("sqlite:///"))
