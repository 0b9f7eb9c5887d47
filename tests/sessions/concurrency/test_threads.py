"""Threads beside the event loop: what goes there, and that nothing goes on for nobody."""

import asyncio
from collections.abc import Callable, Iterator
from threading import Event, current_thread, main_thread

import anyio
import pytest

from backstep_lab.sessions.concurrency import deadline as deadline_module
from backstep_lab.sessions.concurrency import threads as threads_module
from backstep_lab.sessions.concurrency.deadline import TookLong
from backstep_lab.sessions.concurrency.threads import THREADS, Threads
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.session import INLINE_WORK
from backstep_lab.spec.errors import Busy, Problem, TooLong

SECONDS = 30  # at most, until an event that comes in milliseconds


@pytest.fixture
def threads() -> Iterator[Threads]:
    threads = Threads(SECONDS, 4, 4)
    yield threads
    threads.close()


class Held:
    """Work that waits until it is released, and then asks once whether to go on."""

    def __init__(self) -> None:
        self.new, self.released, self.ended = Event(), Event(), Event()
        self.refusal: Problem | None = None

    def __call__(self, proceed: ShouldContinue) -> None:
        self.new.set()
        assert self.released.wait(SECONDS)
        try:
            proceed()
        except Problem as problem:
            self.refusal = problem
        self.ended.set()


def is_on_the_event_loop(_: ShouldContinue) -> bool:
    return current_thread() is main_thread()


async def until(event: Event) -> None:
    assert await asyncio.to_thread(event.wait, SECONDS)


def test_small_work_is_done_on_the_event_loop_and_large_work_beside_it(threads: Threads) -> None:
    async def test() -> None:
        assert await threads.run(is_on_the_event_loop, INLINE_WORK, "client", "session")
        assert not await threads.run(is_on_the_event_loop, INLINE_WORK + 1, "client", "session")

    anyio.run(test)


def test_work_that_takes_longer_than_it_should_is_done_again_in_a_thread(
    threads: Threads, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_once() -> ShouldContinue:
        def proceed() -> bool:
            raise TookLong

        return proceed

    def work(proceed: ShouldContinue) -> bool:
        proceed()
        return current_thread() is main_thread()

    async def test() -> None:
        monkeypatch.setattr(threads_module, "inline", at_once)
        assert not await threads.run(work, 0, "client", "session")

    anyio.run(test)


def test_work_that_is_given_up_is_not_gone_on_with(threads: Threads) -> None:
    async def test() -> None:
        work = Held()
        call = asyncio.create_task(threads.run_in_thread(work, "client", "session"))
        await until(work.new)
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
        work.released.set()
        await until(work.ended)
        assert isinstance(work.refusal, Busy)

    anyio.run(test)


def test_work_that_is_waited_for_goes_on(threads: Threads) -> None:
    async def test() -> None:
        work = Held()
        work.released.set()
        await threads.run_in_thread(work, "client", "session")
        assert work.refusal is None

    anyio.run(test)


def test_work_past_its_time_ends_with_a_problem() -> None:
    async def refusal(work: Callable[[ShouldContinue], object]) -> type[Problem] | None:
        threads = Threads(-1.0, 4, 4)
        try:
            await threads.run_in_thread(work, "client", "session")
        except Problem as problem:
            return type(problem)
        finally:
            threads.close()
        return None

    assert anyio.run(refusal, lambda proceed: proceed()) is TooLong


def test_no_more_work_waits_than_the_queue_holds(threads: Threads) -> None:
    async def test() -> None:
        held = [Held() for _ in range(THREADS + 4)]
        calls = [
            asyncio.create_task(threads.run_in_thread(work, f"client {n}", "session"))
            for n, work in enumerate(held)
        ]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await threads.run_in_thread(is_on_the_event_loop, "another", "session")
        for work in held:
            work.released.set()
        await asyncio.gather(*calls)

    anyio.run(test)


def test_the_time_of_work_begins_with_its_turn(threads: Threads, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(deadline_module, "monotonic", lambda: now)
    before = [Held() for _ in range(THREADS)]

    async def test() -> None:
        nonlocal now
        async with asyncio.TaskGroup() as tasks:
            for number, held in enumerate(before):
                tasks.create_task(threads.run_in_thread(held, "client", f"session-{number}"))
            for held in before:
                await until(held.new)
            waiting = tasks.create_task(threads.run_in_thread(lambda proceed: proceed(), "client", "last"))
            await asyncio.sleep(0)  # it is in the queue
            now = SECONDS + 1
            for held in before:
                held.released.set()
        assert waiting.result() is True

    anyio.run(test)
    assert all(isinstance(held.refusal, TooLong) for held in before)
