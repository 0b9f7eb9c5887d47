"""Training runs: complete, in turn, in one order with everything else, and ended by what ends them."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncGenerator, Iterator
from itertools import pairwise
from typing import Any

import anyio
import pytest

from backstep_lab.compute.processes import ProcessPool
from backstep_lab.config import limits
from backstep_lab.jobs import training_run
from backstep_lab.jobs.pacing import STORED_SECONDS
from backstep_lab.jobs.service import ComputeService
from backstep_lab.jobs.session_processes import SessionProcesses
from backstep_lab.jobs.training_run import Queued, StoredSlice, TrainingRequest, TrainingRun
from backstep_lab.main import WORKER
from backstep_lab.sessions.concurrency.session_cache import CacheEntry
from backstep_lab.sessions.manager import SessionManager
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.store.base import SessionRecord, Write
from backstep_lab.sessions.store.memory import MemoryStore
from backstep_lab.spec.errors import Invalid, NotFound, StoreUnavailable, UnknownOutcome
from tests.jobs.services import CAPACITY, CLIENT, services

XOR = {"parts": {"preset": "xor"}}
STEP = {"unit": "term", "count": 1}


async def new(service: ComputeService, id: str, iterations: int) -> AsyncGenerator[Queued | StoredSlice]:
    run = TrainingRun(service, id, CLIENT, with_events=True)
    await run.begin(None, TrainingRequest(iterations, None, StopCriteria()))
    return run.events()


async def ended(events: AsyncGenerator[Queued | StoredSlice]) -> list[Queued | StoredSlice]:
    return [event async for event in events]


def last(events: list[Queued | StoredSlice]) -> StoredSlice:
    end = events[-1]
    assert isinstance(end, StoredSlice)
    return end


async def session_of(service: ComputeService, id: str) -> dict[str, Any]:
    return dict(json.loads(await service.ask(id, "session", {}, CLIENT)))


def test_a_class_that_trains_at_once_is_served_in_turn(pool: ProcessPool) -> None:
    async def test() -> None:
        with services(pool) as (one,):
            ids = [(await one.create("create", XOR, f"client {n % 3}"))[0] for n in range(30)]
            runs = await asyncio.gather(*[ended(await new(one, id, 300)) for id in ids])
            for id, events in zip(ids, runs, strict=True):
                assert (last(events).done, last(events).stopped) == (300, "completed")
                assert (await session_of(one, id))["position"]["iteration"] == 299
            assert len(one.slices) == 0

    anyio.run(test)


class LateStore(MemoryStore):
    """A store whose writes are to be seen before their writer hears of them."""

    async def write(self, id: str, revision: int, write: Write, now: float) -> SessionRecord | None:
        written = await super().write(id, revision, write, now)
        for _ in range(20):
            await asyncio.sleep(0)  # others have their turn
        return written


@pytest.fixture
def two_processes() -> Iterator[ProcessPool]:
    pool = ProcessPool(WORKER, 2)
    yield pool
    pool.close()


def test_questions_during_a_run_are_answered_where_it_trains(
    two_processes: ProcessPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions: list[tuple[str, dict[str, Any]]] = [  # as many as the plots of a page ask at once
        ("neuron-maps", {"resolution": 8}),
        ("neuron-maps", {"resolution": 16}),
        ("metrics", {}),
    ]
    opened: list[str] = []  # anew, of its stored parts: here, or in a process
    base, load = SessionProcesses._base, SessionManager._load

    def counted_base(
        id: str, record: SessionRecord, key: str, parts: dict[str, bytes] | None
    ) -> dict[str, Any]:
        opened.extend([] if parts is None else ["in a process"])
        return base(id, record, key, parts)

    async def counted_load(manager: SessionManager, id: str, client: str) -> CacheEntry:
        opened.append("here")
        return await load(manager, id, client)

    async def test() -> None:
        with services(two_processes, store=LateStore(CAPACITY)) as (one,):
            id, _ = await one.create("create", XOR, CLIENT)
            events = await new(one, id, 20_000)
            while not isinstance(await anext(events), StoredSlice):
                pass
            opened.clear()
            ending = asyncio.create_task(ended(events))
            asked = 0
            while not ending.done():
                await asyncio.gather(*(one.ask(id, name, fields, CLIENT) for name, fields in questions))
                asked += len(questions)
            assert last(ending.result()).stopped == "completed"
            assert asked > 10
            assert opened == []

    monkeypatch.setattr(SessionProcesses, "_base", staticmethod(counted_base))
    monkeypatch.setattr(SessionManager, "_load", counted_load)
    anyio.run(test)


def test_a_run_that_waits_shows_its_place(pool: ProcessPool, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test() -> None:
        monkeypatch.setattr(training_run, "QUEUE_EVENT_SECONDS", 0.001)
        with services(pool) as (one,):
            ids = [(await one.create("create", XOR, CLIENT))[0] for _ in range(6)]
            runs = await asyncio.gather(*[ended(await new(one, id, 800)) for id in ids])
            places = [event.before for events in runs for event in events if isinstance(event, Queued)]
            assert places
            assert 1 <= min(places) <= max(places) <= 6

    anyio.run(test)


def test_a_run_and_the_calls_beside_it_have_one_order_in_two_processes(pool: ProcessPool) -> None:
    async def test() -> None:
        with services(pool, 2) as (one, two):
            id, _ = await one.create("create", XOR, CLIENT)
            events = await new(one, id, 4_000)
            seen = [await anext(events)]
            edited = await two.change(
                id, None, "patch", {"parts": {"training": {"optimizer": {"learning_rate": 0.125}}}}, CLIENT
            )
            assert json.loads(edited)["spec"]["training"]["optimizer"]["learning_rate"] == 0.125
            for _ in range(3):
                await two.change(id, None, "step", STEP, CLIENT)
            seen += await ended(events)
            assert last(seen).stopped == "completed"
            revisions = [event.revision for event in seen if isinstance(event, StoredSlice)]
            assert revisions == sorted(set(revisions))
            session = await session_of(two, id)
            assert session["edits"] == 1
            assert session["revision"] == revisions[-1]
            assert session["spec"]["training"]["optimizer"]["learning_rate"] == 0.125
            for service in (one, two):
                assert await session_of(service, id) == session

    anyio.run(test)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("stop", {}),
        ("seek", {"iteration": 0, "step": 0}),
        ("back", {"unit": "iteration", "count": 1}),
        ("reset", {}),
        ("rewind", {}),
    ],
)
def test_what_ends_a_run_ends_it_from_another_process(
    pool: ProcessPool, name: str, arguments: dict[str, Any]
) -> None:
    async def test() -> None:
        with services(pool, 2) as (one, two):
            id, _ = await one.create("create", XOR, CLIENT)
            events = await new(one, id, 1_000_000)
            seen = [await anext(events), await anext(events)]
            answer = json.loads(await two.change(id, None, name, arguments, CLIENT))
            seen += await ended(events)
            assert last(seen).stopped == "stopped"
            session = await session_of(one, id)
            assert session["revision"] == answer["revision"] == last(seen).revision

    anyio.run(test)


def rate_of(session: dict[str, Any]) -> float:
    return float(session["spec"]["training"]["optimizer"]["learning_rate"])


async def with_rates(service: ComputeService, id: str, rates: list[float], stop: int) -> list[StoredSlice]:
    """A run until stopped, with one change of the rate after the other between its slices."""
    run = TrainingRun(service, id, CLIENT, with_events=True)
    await run.begin(None, TrainingRequest(None, None, StopCriteria(), per_second=2_000.0))
    events, seen = run.events(), []
    async for event in events:
        if isinstance(event, StoredSlice):
            seen.append(event)
        if len(seen) == 1:
            for rate in rates:
                parts = {"training": {"optimizer": {"learning_rate": rate}}}
                await service.change(id, None, "patch", {"parts": parts}, CLIENT)
        if seen[-1:] and seen[-1].stopped is None and seen[-1].done >= stop:
            await service.change(id, None, "stop", {}, CLIENT)
    return seen


@pytest.mark.parametrize("rates", [[0.125], [0.125, 0.03125]])
def test_a_change_in_mid_run_takes_effect_where_it_is_in_the_history(
    pool: ProcessPool, rates: list[float]
) -> None:
    async def test() -> None:
        with services(pool, 2) as (one, two):
            id, _ = await one.create("create", XOR, CLIENT)
            seen = await with_rates(one, id, rates, 400)
            assert seen[-1].stopped == "stopped"
            changed = seen[0].done  # the iteration, counted from 0, that first used the new rate
            assert rate_of({"spec": json.loads(seen[1].fields["live"]["spec"])}) == rates[-1]
            session = await session_of(two, id)
            assert session["edits"] == len(rates)
            await two.change(id, None, "seek", {"iteration": changed - 1, "step": None}, CLIENT)
            assert rate_of(await session_of(two, id)) == 0.5
            await two.change(id, None, "seek", {"iteration": changed, "step": None}, CLIENT)
            assert rate_of(await session_of(two, id)) == rates[-1]
            end = session["position"]["iteration"]
            await two.change(id, None, "seek", {"iteration": end, "step": None}, CLIENT)
            again = await session_of(two, id)
            for part in ("parameters", "values", "losses"):
                assert again[part] == session[part]
            link = json.loads(await two.ask(id, "link", {}, CLIENT))["state"]
            opened, answer = await one.create("create", {"parts": {"state": link}}, CLIENT)
            assert opened != id
            for part in ("parameters", "values"):
                assert json.loads(answer)[part] == session[part]

    anyio.run(test)


def test_a_change_in_mid_run_is_undone_by_steps_back_to_where_it_was_made(pool: ProcessPool) -> None:
    async def test() -> None:
        with services(pool) as (one,):
            id, _ = await one.create("create", XOR, CLIENT)
            seen = await with_rates(one, id, [0.125, 0.03125], 400)
            await one.change(id, None, "seek", {"iteration": seen[0].done, "step": 0}, CLIENT)
            back = {"unit": "term", "count": 1}
            for rate, edits in ((0.125, 1), (0.5, 0)):
                await one.change(id, None, "back", back, CLIENT)
                session = await session_of(one, id)
                assert (rate_of(session), session["edits"]) == (rate, edits)
            untouched, _ = await one.create("create", XOR, CLIENT)
            await ended(await new(one, untouched, seen[0].done))
            assert (await session_of(one, untouched))["parameters"] == session["parameters"]

    anyio.run(test)


def test_a_refused_change_leaves_the_run_going(pool: ProcessPool) -> None:
    async def test() -> None:
        with services(pool) as (one,):
            id, _ = await one.create("create", XOR, CLIENT)
            events = await new(one, id, 2_000)
            seen = [await anext(events)]
            parts = {"network": {"layers": [{"units": 3, "activation": "sigmoid"}]}}
            with pytest.raises(Invalid, match="Y has 1 numbers in each row"):
                await one.change(id, None, "patch", {"parts": parts}, CLIENT)
            seen += await ended(events)
            assert (last(seen).done, last(seen).stopped) == (2_000, "completed")
            assert (await session_of(one, id))["edits"] == 0

    anyio.run(test)


def test_a_run_until_stopped_goes_to_the_furthest_iteration(
    pool: ProcessPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        monkeypatch.setattr(limits, "MAX_ITERATION", 300)
        with services(pool) as (one,):
            id, _ = await one.create("create", XOR, CLIENT)
            run = TrainingRun(one, id, CLIENT, with_events=True)
            await run.begin(None, TrainingRequest(None, None, StopCriteria()))
            assert (last(await ended(run.events())).done, run.wanted) == (301, 301)
            with pytest.raises(Invalid, match="a session goes from 0 to 300"):
                await run.begin(None, TrainingRequest(None, None, StopCriteria()))

    anyio.run(test)


def test_a_pace_is_kept_from_slice_to_slice(pool: ProcessPool) -> None:
    async def test() -> None:
        with services(pool) as (one,):
            id, _ = await one.create("create", XOR, CLIENT)
            run = TrainingRun(one, id, CLIENT, with_events=False)
            await run.begin(None, TrainingRequest(60, None, StopCriteria(), per_second=200.0))
            done = [event.done for event in await ended(run.events()) if isinstance(event, StoredSlice)]
            steps = [after - before for before, after in pairwise([0, *done])]
            assert (done[-1], max(steps) <= 200 * STORED_SECONDS) == (60, True)

    anyio.run(test)


def test_a_second_run_takes_over(pool: ProcessPool) -> None:
    async def test() -> None:
        with services(pool, 2) as (one, two):
            id, _ = await one.create("create", XOR, CLIENT)
            first = await new(one, id, 1_000_000)
            await anext(first)
            second = await new(two, id, 500)
            assert last(await ended(first)).stopped == "stopped"
            assert last(await ended(second)).stopped == "completed"

    anyio.run(test)


def test_a_session_deleted_in_mid_run_is_a_problem_and_no_accident(pool: ProcessPool) -> None:
    async def test() -> None:
        with services(pool, 2) as (one, two):
            id, _ = await one.create("create", XOR, CLIENT)
            events = await new(one, id, 1_000_000)
            await anext(events)
            await two.manager.delete(id)
            with pytest.raises(NotFound):
                await ended(events)

    anyio.run(test)


def test_a_process_that_ends_in_mid_run_does_not_end_the_run(pool: ProcessPool) -> None:
    async def test() -> None:
        with services(pool) as (one,):
            id, _ = await one.create("create", XOR, CLIENT)
            events = await new(one, id, 5_000)
            seen = [await anext(events)]
            os.kill(pool.start(0).child.pid, signal.SIGKILL)
            seen += await ended(events)
            assert (last(seen).done, last(seen).stopped) == (5_000, "completed")
            assert (await session_of(one, id))["position"]["iteration"] == 4_999

    anyio.run(test)


def test_a_run_whose_listener_leaves_takes_no_further_turn(pool: ProcessPool) -> None:
    async def test() -> None:
        with services(pool) as (one,):
            id, _ = await one.create("create", XOR, CLIENT)
            events = await new(one, id, 1_000_000)
            await anext(events)
            await events.aclose()
            assert len(one.slices) == 0
            assert one.slices.enter(CLIENT, "another").granted.done()

    anyio.run(test)


def test_an_outage_of_the_store_in_mid_run_costs_no_iteration_and_repeats_none(
    pool: ProcessPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class FailingStore(MemoryStore):
        """Every third write of a run fails: before it is made, or after."""

        writes = 0

        async def write(self, id: str, revision: int, write: Write, now: float) -> SessionRecord | None:
            self.writes += 1
            if self.writes % 3 == 1 and self.writes > 1:
                raise StoreUnavailable
            record = await super().write(id, revision, write, now)
            if self.writes % 3 == 2 or self.writes == 1:
                raise UnknownOutcome
            return record

    async def test() -> None:
        monkeypatch.setattr(training_run, "OUTAGE_SECONDS", 0.0)
        monkeypatch.setattr(training_run, "SLICE_SECONDS", 0.005)
        with services(pool, store=FailingStore(CAPACITY)) as (one,):
            id, _ = await one.create("create", XOR, CLIENT)
            events = await ended(await new(one, id, 600))
            assert (last(events).done, last(events).stopped) == (600, "completed")
            assert (await session_of(one, id))["position"]["iteration"] == 599

    anyio.run(test)


def test_a_store_that_stays_away_ends_a_run_with_its_problem(
    pool: ProcessPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class GoneStore(MemoryStore):
        gone = False

        async def record(self, id: str, now: float) -> SessionRecord | None:
            if self.gone:
                raise StoreUnavailable
            return await super().record(id, now)

    async def test() -> None:
        monkeypatch.setattr(training_run, "OUTAGE_SECONDS", 0.0)
        store = GoneStore(CAPACITY)
        with services(pool, store=store) as (one,):
            id, _ = await one.create("create", XOR, CLIENT)
            events = await new(one, id, 1_000_000)
            await anext(events)
            store.gone = True
            with pytest.raises(StoreUnavailable):
                await ended(events)

    anyio.run(test)


def test_a_full_queue_does_not_refuse_a_run_that_has_begun(
    pool: ProcessPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        monkeypatch.setattr(training_run, "QUEUE_EVENT_SECONDS", 0.001)
        with services(pool) as (one,):
            one.slices._longest = 1
            ids = [(await one.create("create", XOR, CLIENT))[0] for _ in range(5)]
            runs = await asyncio.gather(*[ended(await new(one, id, 800)) for id in ids])
            assert [last(events).stopped for events in runs] == ["completed"] * 5

    anyio.run(test)
