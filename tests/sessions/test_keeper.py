"""The keeper: written through, loaded again, and never two winners."""

import anyio
import pytest

from app.sessions.change import Walk
from app.sessions.create import beginning
from app.sessions.history import Proceed
from app.sessions.keeper import Keeper
from app.sessions.memory import MemoryStore
from app.sessions.problems import Busy, NotFound, StaleRevision
from app.sessions.session import Session
from app.sessions.store import Room
from app.sessions.walk import advance
from app.sessions.workers import Workers
from tests.sessions.building import picture

ROOM = Room(sessions=10, seconds=1e9)


def two_keepers() -> tuple[Keeper, Keeper]:
    """Two processes' keepers on one store."""
    store = MemoryStore(ROOM)
    return Keeper(store, Workers(10, 4)), Keeper(store, Workers(10, 4))


def quick(session: Session) -> bool:
    return True


def slow(session: Session) -> bool:
    return False


def on(session: Session, proceed: Proceed) -> Walk:
    return advance(session, "iteration", 1, proceed)


def test_what_one_changes_the_other_sees() -> None:
    async def run() -> None:
        a, b = two_keepers()
        made = await a.create(beginning({"preset": "mazur"}))
        for keeper in (b, a, b, b, a):
            _, stored = await keeper.change(made.id, None, on, quick)
            for other in (a, b):
                assert picture(await other.find(made.id)) == picture(stored)
        assert (stored.revision, stored.iteration) == (5, 4)

    anyio.run(run)


def test_a_change_in_a_worker_thread_is_the_same() -> None:
    async def run() -> None:
        a, b = two_keepers()
        made = await a.create(beginning({"preset": "mazur"}))
        _, by_thread = await a.change(made.id, 0, on, slow)
        other = await b.create(beginning({"preset": "mazur"}))
        _, at_once = await b.change(other.id, 0, on, quick)
        assert picture(by_thread)[30:] == picture(at_once)[30:]

    anyio.run(run)


def test_a_slow_change_that_was_overtaken_is_done_again_on_top() -> None:
    async def run() -> None:
        a, b = two_keepers()
        made = await a.create(beginning({"preset": "mazur"}))
        await b.find(made.id)
        overtaken = False

        def overtaking(session: Session, proceed: Proceed) -> Walk:
            nonlocal overtaken
            if not overtaken:
                overtaken = True
                anyio.from_thread.run(lambda: b.change(made.id, None, on, quick))
            return on(session, proceed)

        _, stored = await a.change(made.id, None, overtaking, slow)
        assert (stored.revision, stored.iteration) == (2, 1)

    anyio.run(run)


def test_a_stale_revision_is_refused_even_when_this_process_does_not_know_yet() -> None:
    async def run() -> None:
        a, b = two_keepers()
        made = await a.create(beginning({"preset": "mazur"}))
        await b.change(made.id, 0, on, quick)
        with pytest.raises(StaleRevision, match="revision 1"):
            await a.change(made.id, 0, on, quick)

    anyio.run(run)


def test_a_deleted_session_is_gone_for_everybody() -> None:
    async def run() -> None:
        a, b = two_keepers()
        made = await a.create(beginning({"preset": "mazur"}))
        b.delete(made.id)
        with pytest.raises(NotFound):
            await a.change(made.id, None, on, quick)

    anyio.run(run)


def test_who_would_wait_too_long_is_turned_away() -> None:
    async def run() -> None:
        workers = Workers(10, 0)
        begun, end = anyio.Event(), False

        def long(gone: object) -> None:
            anyio.from_thread.run_sync(begun.set)
            while not end:
                pass

        async with anyio.create_task_group() as group:
            for _ in range(2):
                group.start_soon(workers.stretch, long)
            await begun.wait()
            with pytest.raises(Busy):
                await workers.stretch(lambda gone: None)
            end = True

    anyio.run(run)


def test_long_work_is_stopped_when_its_time_is_up() -> None:
    async def run() -> None:
        keeper = Keeper(MemoryStore(ROOM), Workers(0.05, 4))
        made = await keeper.create(beginning({"preset": "deep"}))
        with pytest.raises(Busy, match=r"longer than the 0\.05 seconds"):
            await keeper.change(made.id, None, lambda s, p: advance(s, "iteration", 10_000, p), slow)
        assert (await keeper.find(made.id)).revision == 0

    anyio.run(run)
