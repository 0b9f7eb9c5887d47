"""The tables of the SQLite store, and how older files get them."""

import sqlite3
from pathlib import Path
from time import sleep

from backstep_lab.sessions.store.base import SchemaTooNew
from backstep_lab.sessions.store.history_parts import WHOLE

VERSION = 1
OPEN_SECONDS = 10.0  # how long a starting process waits for another that opens or closes the same file
PREPARE_SECONDS = 10.0  # how long a starting process waits for another that prepares the same file
_RETRY_SECONDS = 0.05

# `counters` holds the number of sessions in all ('all') and of each client: creating one counts no rows.
# `touched` has no index: it changes with every step, and only deleting many sessions looks for it.
_TABLES = """
CREATE TABLE sessions (
    id TEXT PRIMARY KEY, revision INTEGER NOT NULL, version INTEGER NOT NULL, iteration INTEGER NOT NULL,
    step INTEGER NOT NULL, focus INTEGER NOT NULL, run TEXT, client TEXT NOT NULL, touched REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_of_client ON sessions (client);
CREATE TABLE history_parts (
    id TEXT NOT NULL, name TEXT NOT NULL, content BLOB NOT NULL, UNIQUE (id, name)
);
CREATE TABLE counters (name TEXT PRIMARY KEY, sessions INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counters VALUES ('all', 0);
CREATE TRIGGER session_created AFTER INSERT ON sessions BEGIN
    UPDATE counters SET sessions = sessions + 1 WHERE name = 'all';
    INSERT INTO counters VALUES ('client ' || NEW.client, 1)
        ON CONFLICT (name) DO UPDATE SET sessions = sessions + 1;
END;
CREATE TRIGGER session_deleted AFTER DELETE ON sessions BEGIN
    UPDATE counters SET sessions = sessions - 1 WHERE name IN ('all', 'client ' || OLD.client);
    DELETE FROM counters WHERE name = 'client ' || OLD.client AND sessions = 0;
    DELETE FROM history_parts WHERE id = OLD.id;
END;
"""
_FROM_HEADS = f"""
INSERT INTO sessions SELECT id, revision, version, iteration, step, focus, NULL, '', touched FROM heads;
INSERT INTO history_parts SELECT id, '{WHOLE}', history FROM histories WHERE id IN (SELECT id FROM heads);
DROP TABLE heads;
DROP TABLE histories;
"""


def connect(path: Path, busy_seconds: float) -> sqlite3.Connection:
    """A connection for use from one thread at a time; transactions are begun and ended explicitly.

    Its statements wait for a lock for `busy_seconds`. The connection itself is waited for longer, since the
    process that closes the file last holds a lock on it meanwhile.
    """
    db = sqlite3.connect(path, timeout=OPEN_SECONDS, isolation_level=None, check_same_thread=False)
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA wal_autocheckpoint = 0")  # `SqliteStore` does it beside the event loop
    db.execute(f"PRAGMA busy_timeout = {round(1000 * busy_seconds)}")
    return db


def prepare(path: Path) -> None:
    """Bring a file, new or old, to this schema. Several processes may do so at once. Raises SchemaTooNew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = connect(path, PREPARE_SECONDS)
    try:
        _use_write_ahead_log(db)
        db.execute("BEGIN IMMEDIATE")
        try:
            _migrate(db)
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")
    finally:
        db.close()


def _use_write_ahead_log(db: sqlite3.Connection) -> None:
    """SQLite does not wait for a lock here, so this tries again while another process holds one."""
    for attempts_left in reversed(range(int(PREPARE_SECONDS / _RETRY_SECONDS))):
        try:
            if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if not attempts_left:
                raise
            sleep(_RETRY_SECONDS)


def _migrate(db: sqlite3.Connection) -> None:
    found = db.execute("PRAGMA user_version").fetchone()[0]
    if found > VERSION:
        raise SchemaTooNew(found, VERSION)
    if found == VERSION:
        return
    names = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    _execute_all(db, _TABLES)
    if "heads" in names:
        _execute_all(db, _FROM_HEADS)
    db.execute(f"PRAGMA user_version = {VERSION}")


def _execute_all(db: sqlite3.Connection, script: str) -> None:
    """Like `executescript`, which would commit the transaction under way."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
