"""What SQLite adds to the stores' contract: locks, older files, the log, and several processes."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from time import perf_counter
from typing import Any

import anyio
import pytest

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store import sqlite as module
from backstep_lab.sessions.store import sqlite_log
from backstep_lab.sessions.store.base import Capacity, SchemaTooNew, SessionRecord, Write
from backstep_lab.sessions.store.codec import pack
from backstep_lab.sessions.store.factory import open_store
from backstep_lab.sessions.store.memory import MemoryStore
from backstep_lab.sessions.store.sqlite import SqliteStore
from backstep_lab.sessions.store.sqlite_schema import VERSION, connect, prepare
from backstep_lab.spec.errors import StoreUnavailable
from tests.sessions.building import mazur

CAPACITY = Capacity(sessions=1_000, seconds=100.0)


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[SqliteStore]:
    store = SqliteStore(path, CAPACITY)
    await store.open()
    try:
        yield store
    finally:
        await store.close()


def locked(path: Path) -> sqlite3.Connection:
    """Another process's connection that holds the write lock."""
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    return other


def test_while_another_process_holds_the_lock_the_event_loop_goes_on(tmp_path: Path) -> None:
    async def test() -> None:
        async with opened(tmp_path / "s.sqlite3") as store:
            await store.create("a", Head(), {}, "", 0.0)
            other = locked(store.path)
            step = asyncio.create_task(store.write("a", 0, Write(Head(0, 1)), 0.0))
            turns = 0
            while turns < 20:
                await asyncio.sleep(0)
                turns += 1
            assert not step.done()
            assert await store.record("a", 0.0) == SessionRecord(0, Head(), 0), "reading does not wait"
            other.execute("ROLLBACK")
            other.close()
            assert await step == SessionRecord(1, Head(0, 1), 0)

    anyio.run(test)


def test_a_lock_that_stays_is_an_answer_and_not_an_accident(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        async with opened(tmp_path / "s.sqlite3") as store:
            await store.create("a", Head(), {}, "", 0.0)
            other = locked(store.path)
            monkeypatch.setattr(module, "LOCKED_SECONDS", 0.01)
            with pytest.raises(StoreUnavailable):
                await store.write("a", 0, Write(Head(0, 1)), 0.0)
            with pytest.raises(StoreUnavailable):
                await store.write("a", 0, Write(Head(0, 1), {"edit": bytes(1_000_000)}), 0.0)
            other.execute("ROLLBACK")
            other.close()
            assert await store.write("a", 0, Write(Head(0, 1)), 0.0) == SessionRecord(1, Head(0, 1), 0)

    anyio.run(test)


def test_a_busy_event_loop_costs_a_call_no_tries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test() -> None:
        async with opened(tmp_path / "s.sqlite3") as store:
            await store.create("a", Head(), {}, "", 0.0)
            other = locked(store.path)
            tries = 0

            def is_locked(_: sqlite3.Error) -> bool:
                nonlocal tries
                tries += 1
                end = perf_counter() + (0.1 if tries == 1 else 0)
                while perf_counter() < end:
                    pass  # the event loop is at other work for longer than a call waits
                if tries == 3:
                    other.execute("ROLLBACK")
                return True

            monkeypatch.setattr(module, "LOCKED_SECONDS", 0.05)
            monkeypatch.setattr(module, "_is_locked", is_locked)
            assert await store.write("a", 0, Write(Head(0, 1)), 0.0) == SessionRecord(1, Head(0, 1), 0)
            assert tries == 3
            other.close()

    anyio.run(test)


def test_large_parts_are_written_and_read_beside_the_event_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        async with opened(tmp_path / "s.sqlite3") as store:
            beside: list[str] = []
            submit = store._executor.submit

            def noted(*work: Any) -> Any:
                beside.append("work")
                return submit(*work)

            monkeypatch.setattr(store._executor, "submit", noted)
            await store.create("a", Head(), {"base": b"small"}, "", 0.0)
            await store.write("a", 0, Write(Head(), {"edit": b"small"}), 0.0)
            assert beside == []
            large = bytes(module.LARGE_BYTES)
            await store.write("a", 1, Write(Head(), {"edit": large, "more": b"x"}), 0.0)
            assert await store.load("a", 0.0) == (
                SessionRecord(2, Head(), 2),
                {"base": b"small", "edit": large, "more": b"x"},
            )
            assert len(beside) == 2

    anyio.run(test)


def test_work_in_the_thread_that_nobody_waits_for_any_more_is_ended_before_the_next(tmp_path: Path) -> None:
    """Both use one connection: a transaction of the one would hold statements of the other."""

    async def test() -> None:
        async with opened(tmp_path / "s.sqlite3") as store:
            began, go_on = threading.Event(), threading.Event()
            order: list[str] = []

            def slow(db: sqlite3.Connection) -> None:
                db.execute("BEGIN IMMEDIATE")
                began.set()
                go_on.wait(30)
                db.execute("COMMIT")
                order.append("slow")

            given_up = asyncio.create_task(store._call(slow, in_thread=True))
            while not began.is_set():
                await asyncio.sleep(0)
            given_up.cancel()
            await asyncio.gather(given_up, return_exceptions=True)
            next_one = asyncio.create_task(store._call(lambda _: order.append("next"), in_thread=True))
            for _ in range(100):
                await asyncio.sleep(0)
            go_on.set()
            await next_one
            assert order == ["slow", "next"]
            await store.create("a", Head(), {"base": bytes(1_000_000)}, "", 0.0)

    anyio.run(test)


def test_a_transaction_that_cannot_be_committed_is_rolled_back() -> None:
    class Full:
        """A connection whose disk is full at the end of a transaction."""

        def __init__(self) -> None:
            self.statements: list[str] = []
            self.in_transaction = True

        def execute(self, statement: str) -> None:
            self.statements.append(statement)
            if statement == "COMMIT":
                raise sqlite3.OperationalError("database or disk is full")

    db = Full()
    with pytest.raises(sqlite3.OperationalError), module._Transaction(db):  # type: ignore[arg-type]
        pass
    assert db.statements == ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"]


def test_an_older_file_is_brought_to_this_schema_with_its_sessions(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"
    packed = pack(mazur().history)
    db = sqlite3.connect(path)
    db.executescript(
        "CREATE TABLE heads (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, version INTEGER NOT NULL,"
        " iteration INTEGER NOT NULL, step INTEGER NOT NULL, focus INTEGER NOT NULL, touched REAL NOT NULL)"
        " WITHOUT ROWID;"
        "CREATE TABLE histories (id TEXT PRIMARY KEY, history BLOB NOT NULL);"
        "INSERT INTO heads VALUES ('a', 7, 2, 0, 5, 0, 50.0);"
    )
    db.execute("INSERT INTO histories VALUES ('a', ?)", (packed,))
    db.commit()
    db.close()

    async def test() -> None:
        async with opened(path) as store:
            assert await store.load("a", 60.0) == (SessionRecord(7, Head(0, 5), 2), {"whole": packed})
            assert await store.count() == 1
            await store.create("b", Head(), {}, "", 60.0)
        async with opened(path) as store:
            assert await store.count() == 2

    anyio.run(test)


def test_a_file_of_a_newer_program_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"
    prepare(path)
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    with pytest.raises(SchemaTooNew, match="Run the newer program"):
        prepare(path)


def test_the_log_is_copied_into_the_file_beside_the_event_loop(tmp_path: Path) -> None:
    async def test() -> None:
        async with opened(tmp_path / "s.sqlite3") as store:
            await store.create("a", Head(), {}, "", 0.0)
            for revision in range(20):
                await store.write("a", revision, Write(Head(), {"edit": bytes(100_000 + revision)}), 0.0)
            wal = tmp_path / "s.sqlite3-wal"
            before = wal.stat().st_size
            assert before > 1_500_000, "no statement has copied it"
            sqlite_log.copy_log(store._thread_db, "RESTART")
            await store.write("a", 20, Write(Head()), 0.0)
            assert wal.stat().st_size == before, "it starts again from its beginning"

    anyio.run(test)


def sequence_number(path: Path) -> int:
    """How often the log was begun again: the fourth number of its header."""
    return int.from_bytes(path.with_name(path.name + "-wal").read_bytes()[12:16])


def test_a_log_that_was_copied_is_begun_again_before_the_event_loop_writes(tmp_path: Path) -> None:
    async def test() -> None:
        async with opened(tmp_path / "s.sqlite3") as store:
            for mode in ("PASSIVE", "RESTART"):
                await store.create(mode, Head(), {}, "", 0.0)
                before = sequence_number(store.path)
                await store._log.copy(mode)
                assert sequence_number(store.path) == before + 1, "by the thread of checkpoints"
                await store.write(mode, 0, Write(Head()), 0.0)
                assert sequence_number(store.path) == before + 1

    anyio.run(test)


def test_while_the_log_is_copied_writes_run_beside_the_event_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        async with opened(tmp_path / "s.sqlite3") as store:
            statements: list[str] = []
            store._db.set_trace_callback(statements.append)
            is_copied = threading.Event()
            monkeypatch.setattr(sqlite_log, "copy_log", lambda db, mode: is_copied.wait())
            copying = asyncio.create_task(store._log.copy("PASSIVE"))
            await asyncio.sleep(0)
            try:
                await store.create("a", Head(), {}, "", 0.0)
                await store.write("a", 0, Write(Head(0, 1)), 0.0)
                assert await store.record("a", 0.0) == SessionRecord(1, Head(0, 1), 0)
                assert await store.delete("a")
            finally:
                is_copied.set()
            await copying
            assert {statement.split()[0] for statement in statements} == {"SELECT"}
            await store.create("b", Head(), {}, "", 0.0)
            assert "COMMIT" in statements

    anyio.run(test)


def test_of_many_writes_during_a_copy_only_the_first_run_beside_the_event_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        async with opened(tmp_path / "s.sqlite3") as store:
            await store.create("a", Head(), {}, "", 0.0)
            statements: list[str] = []
            store._db.set_trace_callback(statements.append)
            is_copied = threading.Event()
            monkeypatch.setattr(sqlite_log, "copy_log", lambda db, mode: is_copied.wait())
            for copy in range(2):
                is_copied.clear()
                statements.clear()
                copying = asyncio.create_task(store._log.copy("PASSIVE"))
                await asyncio.sleep(0)
                try:
                    first = copy * (sqlite_log.WRITES_BESIDE + 3)
                    for revision in range(first, first + sqlite_log.WRITES_BESIDE + 3):
                        assert await store.write("a", revision, Write(Head(0, 1)), 0.0)
                finally:
                    is_copied.set()
                await copying
                assert len(statements) == 3

    anyio.run(test)


def test_of_many_at_one_revision_exactly_one_succeeds(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"
    won: list[int] = []

    def race(number: int) -> None:
        async def test() -> None:
            async with opened(path) as store:
                for revision in range(50):
                    if await store.write("a", revision, Write(Head(0, number)), 0.0):
                        won.append(revision)

        anyio.run(test)

    async def create() -> None:
        async with opened(path) as store:
            await store.create("a", Head(), {}, "", 0.0)

    anyio.run(create)
    racers = [threading.Thread(target=race, args=(number,)) for number in range(4)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert sorted(won) == list(range(len(won)))
    assert len(set(won)) == len(won)


def test_a_file_that_another_process_closes_at_this_moment_is_opened_after_that(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"
    prepare(path)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("SELECT count(*) FROM sessions")
    with (
        closing(sqlite3.connect(path, timeout=0)) as impatient,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        impatient.execute("PRAGMA synchronous = NORMAL")
    closer = threading.Timer(0.1, other.close)
    closer.start()
    db = connect(path, 0)
    closer.join()
    assert db.execute("PRAGMA busy_timeout").fetchone() == (0,), "statements do not wait on the event loop"
    db.close()


def test_a_file_is_opened_by_many_at_once(tmp_path: Path) -> None:
    failed: list[Exception] = []

    def prepared() -> None:
        try:
            prepare(tmp_path / "deep" / "s.sqlite3")
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=prepared) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


@pytest.mark.parametrize("address", ["", "memory", "sqlite:", "sqlite:///", "redis://x", "/tmp/x"])
def test_an_address_of_no_store_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="it must be memory:"):
        open_store(address, CAPACITY)


def test_an_address_names_a_file(tmp_path: Path) -> None:
    relative, absolute = (
        open_store("sqlite:///here.sqlite3", CAPACITY),
        open_store("sqlite:////tmp/x", CAPACITY),
    )
    assert isinstance(relative, SqliteStore)
    assert relative.path == Path("here.sqlite3")
    assert isinstance(absolute, SqliteStore)
    assert absolute.path == Path("/tmp/x")
    assert isinstance(open_store("memory:", CAPACITY), MemoryStore)
