"""Checkpoints of SQLite's write-ahead log, which wait for the disk, in a thread of their own.

The first write after a checkpoint begins the log again from its start, and waits for the disk too: SQLite
syncs the log's new header even with synchronous=NORMAL. So the thread makes that write itself. Of several
processes on one file another one may still be the first, within a millisecond.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

from backstep_lab.sessions.store.sqlite_schema import connect

CHECKPOINT_SECONDS = 1.0
CHECKPOINT_BYTES = 4 * 1024 * 1024  # of log, from which on it is copied into the file
RESTART_BYTES = 64 * 1024 * 1024  # of log, from which on writers are made to wait, so that it starts again
BEGIN_AGAIN_SECONDS = 0.5  # how long the thread waits for a writer
WRITES_BESIDE = 8  # during a copy: what they add keeps it from copying all of the log


class LogCheckpoints:
    """For use from one event loop."""

    def __init__(self, path: Path) -> None:
        self.is_copying = False
        self._writes_beside = 0
        self._path = path
        self._executor = ThreadPoolExecutor(1, "backstep-checkpoint")
        self._task: asyncio.Task[None] | None = None

    @property
    def is_running(self) -> bool:
        """Whether it was started and not closed."""
        return self._task is not None

    def may_wait(self) -> bool:
        """Whether the write that comes next may have to wait for the disk; asked once for each write.

        Of many writes in one copy only the first may: a thread for each of them costs more than it saves.
        """
        if not self.is_copying:
            return False
        self._writes_beside += 1
        return self._writes_beside <= WRITES_BESIDE

    def start(self) -> None:
        """Copy the log regularly from now on."""
        self._db = connect(self._path, 0)
        self._task = asyncio.create_task(self._copy_regularly())

    async def copy(self, mode: str) -> None:
        """Copy the log; `mode` is PASSIVE, or RESTART to make writers wait."""
        self.is_copying, self._writes_beside = True, 0
        try:
            with suppress(sqlite3.Error):  # another process does it, or writes: the next time will do
                await self._in_thread(partial(copy_log, self._db, mode))
        finally:
            self.is_copying = False

    async def close(self) -> None:
        """End the thread, after a copy that is under way."""
        assert self._task is not None, "it was started"
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        self._task = None
        await self._in_thread(self._db.close)
        self._executor.shutdown(wait=False)

    async def _copy_regularly(self) -> None:
        log = self._path.with_name(self._path.name + "-wal")
        while True:
            await asyncio.sleep(CHECKPOINT_SECONDS)
            size = log.stat().st_size if log.exists() else 0
            if size >= CHECKPOINT_BYTES:
                await self.copy("RESTART" if size >= RESTART_BYTES else "PASSIVE")

    async def _in_thread(self, work: Callable[[], None]) -> None:
        await asyncio.get_running_loop().run_in_executor(self._executor, work)


def copy_log(db: sqlite3.Connection, mode: str) -> None:
    """Copy the log into the file, and begin it again where all of it was copied.

    First what needs no lock, so that little is left for which writers have to wait.
    """
    _, frames, copied = db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    if mode != "PASSIVE":
        _, frames, copied = db.execute(f"PRAGMA wal_checkpoint({mode})").fetchone()
    if frames == copied:
        _begin_log_again(db)


def _begin_log_again(db: sqlite3.Connection) -> None:
    """Write what is in the file already: SQLite puts any write at the start of a log that was copied."""
    db.execute(f"PRAGMA busy_timeout = {round(BEGIN_AGAIN_SECONDS * 1000)}")
    try:
        db.execute("PRAGMA application_id = 0")  # as it is; this pragma writes its page all the same
    finally:
        db.execute("PRAGMA busy_timeout = 0")
