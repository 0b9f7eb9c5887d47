"""The manager: written through, loaded again, one order for all, and bounded in memory."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import Thread, current_thread, main_thread
from time import time
from typing import Any

import anyio
import pytest

from backstep_lab.sessions import manager as manager_module
from backstep_lab.sessions.concurrency.deadline import TookLong
from backstep_lab.sessions.concurrency.threads import Threads
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.sessions.manager import SessionManager
from backstep_lab.sessions.navigation import advance, retreat
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import INLINE_WORK, Head, Session
from backstep_lab.sessions.store.base import Capacity, SessionRecord, Store, Write
from backstep_lab.sessions.store.codec import pack
from backstep_lab.sessions.store.history_parts import WHOLE, parts_of
from backstep_lab.sessions.store.memory import MemoryStore
from backstep_lab.sessions.transition import Transition
from backstep_lab.spec.errors import NotFound, NothingBehind, StaleRevision, UnknownOutcome, Unreadable
from backstep_lab.wire.session import session_json
from tests.sessions.building import picture

CAPACITY = Capacity(sessions=2_000, seconds=1e9)
SMALL, LARGE = 0, 10**9
CACHE_BYTES = 50_000_000


class CountingStore(MemoryStore):
    """Counts what it is asked."""

    def __init__(self) -> None:
        super().__init__(CAPACITY)
        self.loads = self.records = self.writes = 0

    async def record(self, id: str, now: float) -> SessionRecord | None:
        self.records += 1
        return await super().record(id, now)

    async def load(self, id: str, now: float) -> tuple[SessionRecord, dict[str, bytes]] | None:
        self.loads += 1
        return await super().load(id, now)

    async def write(self, id: str, revision: int, write: Write, now: float) -> SessionRecord | None:
        self.writes += 1
        return await super().write(id, revision, write, now)


@contextmanager
def managers(store: Store, cache_bytes: int = CACHE_BYTES) -> Iterator[tuple[SessionManager, SessionManager]]:
    """Two processes' managers on one store."""
    threads = Threads(10, 100, 100)
    yield SessionManager(store, threads, cache_bytes), SessionManager(store, threads, cache_bytes)
    threads.close()


async def add(manager: SessionManager, body: Mapping[str, Any] | None = None) -> Session:
    return await manager.add(open_bookmark("", parse_create(body or {"preset": "mazur"})), "client")


async def change(
    manager: SessionManager,
    id: str,
    act: Callable[[Session, ShouldContinue], Transition],
    revision: int | None = None,
    work: int = SMALL,
) -> Session:
    async with manager.locks.of(id):
        return await manager.change(id, revision, act, lambda done: done.end, work)


def iteration(session: Session, proceed: ShouldContinue) -> Transition:
    return advance(session, "iteration", 1, proceed)


def term(session: Session, proceed: ShouldContinue) -> Transition:
    return advance(session, "term", 1, proceed)


def test_what_one_process_changes_the_other_sees() -> None:
    async def test() -> None:
        with managers(MemoryStore(CAPACITY)) as (a, b):
            made = await add(a)
            for manager in (b, a, b, b, a):
                changed = await change(manager, made.id, iteration)
                for other in (a, b):
                    assert picture(await other.find(made.id)) == picture(changed)
            assert (changed.revision, changed.iteration) == (5, 4)

    anyio.run(test)


def test_a_change_in_a_thread_is_the_same() -> None:
    async def test() -> None:
        with managers(MemoryStore(CAPACITY)) as (a, b):
            by_thread = await change(a, (await add(a)).id, iteration, 0, LARGE)
            at_once = await change(b, (await add(b)).id, iteration, 0, SMALL)
            assert picture(by_thread)[30:] == picture(at_once)[30:]

    anyio.run(test)


def test_large_work_is_done_beside_the_event_loop_and_small_work_is_not() -> None:
    async def test() -> None:
        with managers(MemoryStore(CAPACITY)) as (a, _):
            made = await add(a)
            done_in: list[Thread] = []

            def noting(session: Session, proceed: ShouldContinue) -> Transition:
                done_in.append(current_thread())
                return term(session, proceed)

            for work in (SMALL, INLINE_WORK, INLINE_WORK + 1):
                await change(a, made.id, noting, work=work)
            assert [thread is main_thread() for thread in done_in] == [True, True, False]

    anyio.run(test)


def test_a_step_of_a_kept_session_is_one_write_and_nothing_read() -> None:
    async def test() -> None:
        store = CountingStore()
        with managers(store) as (a, _):
            made = await add(a)
            for _ in range(10):
                await change(a, made.id, term)
            assert (store.writes, store.records, store.loads) == (10, 0, 0)

    anyio.run(test)


def test_where_another_process_moved_the_session_it_is_moved_and_not_loaded() -> None:
    async def test() -> None:
        store = CountingStore()
        with managers(store) as (a, b):
            made = await add(a)
            await b.find(made.id)
            for turn in range(10):
                await change((a, b)[turn % 2], made.id, term)
            assert store.loads == 1, "b has loaded it once, before the first step"
            assert (await a.find(made.id)).step == 10

    anyio.run(test)


def test_two_who_change_one_session_at_once_are_in_one_order_without_a_refused_write() -> None:
    async def test() -> None:
        store = CountingStore()
        with managers(store) as (a, _):
            made = await add(a)
            await asyncio.gather(*(change(a, made.id, term, None, LARGE) for _ in range(20)))
            assert store.writes == 20
            assert (await a.find(made.id)).step == 20
            assert len(a.locks) == 0, "no lock outlives its users"

    anyio.run(test)


async def in_anyio_thread(work: Callable[[ShouldContinue], Any], client: str, session: str) -> Any:
    """A thread that can call back to the event loop."""
    return await anyio.to_thread.run_sync(work, lambda: True)


def test_a_slow_change_that_was_overtaken_is_done_again_on_top(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test() -> None:
        with managers(MemoryStore(CAPACITY)) as (a, b):
            made = await add(a)
            update_during_backward = False

            def overtaking(session: Session, proceed: ShouldContinue) -> Transition:
                nonlocal update_during_backward
                if not update_during_backward:
                    update_during_backward = True
                    anyio.from_thread.run(change, b, made.id, iteration)
                return iteration(session, proceed)

            async def in_thread() -> Session:
                async with a.locks.of(made.id):
                    return await a.change(made.id, None, overtaking, lambda done: done.end, LARGE)

            monkeypatch.setattr(a.threads, "run_in_thread", in_anyio_thread)
            changed = await in_thread()
            assert (changed.revision, changed.iteration) == (2, 1)

    anyio.run(test)


def test_a_refusal_is_given_on_the_newest_revision_only() -> None:
    """Back at the very start is refused; by a process that has not seen the steps, too, only if it is so."""

    async def test() -> None:
        with managers(MemoryStore(CAPACITY)) as (a, b):
            made = await add(a)
            await b.find(made.id)
            await change(a, made.id, term)
            back = await change(b, made.id, lambda session, p: retreat(session, "term", 1, p))
            assert (back.step, back.revision) == (0, 2)
            with pytest.raises(NothingBehind):
                await change(b, made.id, lambda session, p: retreat(session, "term", 1, p))

    anyio.run(test)


def test_a_stale_revision_is_refused_with_the_current_one() -> None:
    async def test() -> None:
        with managers(MemoryStore(CAPACITY)) as (a, b):
            made = await add(a)
            await b.find(made.id)
            await change(a, made.id, term)
            for manager in (a, b):
                with pytest.raises(StaleRevision) as caught:
                    await change(manager, made.id, term, revision=0)
                assert caught.value.revision == 1

    anyio.run(test)


def test_work_that_takes_longer_than_it_should_leaves_the_event_loop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def at_once() -> ShouldContinue:
        def proceed() -> bool:
            raise TookLong

        return proceed

    async def test() -> None:
        with managers(MemoryStore(CAPACITY)) as (a, _):
            made = await add(a)
            monkeypatch.setattr(manager_module, "inline", at_once)
            beside = 0
            run_in_thread = a.threads.run_in_thread

            async def counted(*arguments: Any) -> Any:
                nonlocal beside
                beside += 1
                return await run_in_thread(*arguments)

            monkeypatch.setattr(a.threads, "run_in_thread", counted)
            changed = await change(a, made.id, lambda session, p: advance(session, "pass", 3, p))
            assert changed.is_complete
            assert beside == 1

    anyio.run(test)


def test_what_is_kept_is_bounded_in_bytes_and_the_rest_is_loaded_again() -> None:
    async def test() -> None:
        store = CountingStore()
        with managers(store, cache_bytes=1_000_000) as (a, _):
            made = [await add(a, {"preset": "digits"}) for _ in range(30)]
            assert 1 <= len(a.cache) < 10
            assert a.cache.bytes <= 1_000_000
            pictures = [picture(await a.find(session.id)) for session in made]
            assert [picture(session) for session in made] == pictures
            assert store.loads >= 20
            for session in made:
                await change(a, session.id, term)
            assert a.cache.bytes <= 1_000_000

    anyio.run(test)


def test_what_a_kept_session_takes_does_not_grow_with_what_is_asked_of_it() -> None:
    async def test() -> None:
        with managers(MemoryStore(CAPACITY)) as (a, _):
            made = await add(a)
            for _ in range(3):
                for _ in range(60):
                    session = await change(a, made.id, term)
                    session_json(session)
            assert len(session.current.memo) <= 24
            assert len(session.published) <= 24
            entry = a.cache.get(made.id)
            assert entry is not None
            assert entry.size == a.cache.bytes < 100_000

    anyio.run(test)


def test_a_record_that_cannot_be_read_is_said_with_the_spec_it_was_made_from() -> None:
    async def test() -> None:
        store = MemoryStore(CAPACITY)
        with managers(store) as (a, b):
            made = await add(a)
            damaged = Write(made.head, put={"course": b"\xc1"})
            await store.write(made.id, 0, damaged, time())
            with pytest.raises(Unreadable) as caught:
                await b.find(made.id)
            assert caught.value.spec is not None
            assert caught.value.spec["preset"] == "mazur"
            await store.write(made.id, 1, Write(made.head, put={"base": b"\x92\x63\x80"}), time())
            with pytest.raises(Unreadable):
                await b.find(made.id)

    anyio.run(test)


def test_a_deleted_session_is_gone_everywhere() -> None:
    async def test() -> None:
        with managers(MemoryStore(CAPACITY)) as (a, b):
            made = await add(a)
            await b.find(made.id)
            await a.delete(made.id)
            for manager in (a, b):
                with pytest.raises(NotFound):
                    await manager.find(made.id)
            with pytest.raises(NotFound):
                await change(b, made.id, term)

    anyio.run(test)


def test_an_edit_writes_what_changed_and_not_the_edits_before_it() -> None:
    async def test() -> None:
        sizes: list[int] = []

        class MeasuringStore(MemoryStore):
            async def write(self, id: str, revision: int, write: Write, now: float) -> SessionRecord | None:
                sizes.append(sum(map(len, write.put.values())))
                return await super().write(id, revision, write, now)

        with managers(MeasuringStore(CAPACITY)) as (a, b):
            made = await add(a)
            for number in range(50):
                edit = {"parameters": {"W1[0,0]": number / 100}}
                changed = await change(a, made.id, lambda session, _, edit=edit: patched(session, edit))  # type: ignore[misc]
            assert max(sizes[1:]) < 2 * sizes[1]
            assert picture(await b.find(made.id)) == picture(changed)

    anyio.run(test)


def trained(iterations: int) -> Callable[[Session, ShouldContinue], Transition]:
    return lambda session, proceed: advance(session, "iteration", iterations, proceed)


def test_checkpoints_are_stored_once_replaying_without_them_would_take_long() -> None:
    """An iteration of this network is counted as 20,036 multiplications: a hundred are too many to replay."""

    async def test() -> None:
        written: list[list[str]] = []

        class NotingStore(MemoryStore):
            async def write(self, id: str, revision: int, write: Write, now: float) -> SessionRecord | None:
                written.append(sorted(write.put))
                return await super().write(id, revision, write, now)

        with managers(NotingStore(CAPACITY)) as (a, b):
            made = await add(a)
            for iterations in (1, 99, 5, 60, 60):
                changed = await change(a, made.id, trained(iterations))
            checkpoints = [sum(name.startswith("checkpoint") for name in put) for put in written]
            assert [bool(put) for put in written] == [False, False, True, False, True]
            assert (checkpoints[2], checkpoints[4]) == (52, 30)
            assert picture(await b.find(made.id)) == picture(changed)

    anyio.run(test)


def test_what_an_older_program_stored_whole_is_replaced_by_parts_with_the_first_change() -> None:
    async def test() -> None:
        store = MemoryStore(CAPACITY)
        with managers(store) as (a, b):
            session = open_bookmark("old", parse_create({"preset": "mazur"}))
            await store.create("old", session.head, {WHOLE: pack(session.history)}, "client", time())
            changed = await change(a, "old", term)
            loaded = await store.load("old", time())
            assert loaded is not None
            assert loaded[1] == parts_of(session.history, session.opening_work)
            assert picture(await b.find("old")) == picture(changed)

    anyio.run(test)


def test_a_change_whose_storing_is_unknown_is_not_made_twice() -> None:
    class BreakingStore(MemoryStore):
        async def write(self, id: str, revision: int, write: Write, now: float) -> SessionRecord | None:
            await super().write(id, revision, write, now)
            raise UnknownOutcome

    async def test() -> None:
        with managers(BreakingStore(CAPACITY)) as (a, b):
            made = await add(a)
            with pytest.raises(UnknownOutcome):
                await change(a, made.id, term)
            for manager in (a, b):
                assert (await manager.find(made.id)).step == 1, "it was made, and once"

    anyio.run(test)


@pytest.mark.parametrize("iteration", [0, 1])
def test_a_record_that_was_moved_to_no_step_of_its_iteration_cannot_be_opened(iteration: int) -> None:
    async def test() -> None:
        store = MemoryStore(CAPACITY)
        with managers(store) as (a, _):
            made = await add(a)
            await store.write(made.id, 0, Write(Head(iteration, 9_999)), time())
            with pytest.raises(Unreadable) as caught:
                await a.find(made.id)
            assert caught.value.spec is not None
            assert caught.value.spec["preset"] == "mazur"

    anyio.run(test)
