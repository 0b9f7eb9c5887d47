"""Training runs: complete, in turn, in one order with everything else, and ended by what ends them."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncGenerator
from typing import Any

import anyio
import pytest

from backstep_lab.compute.processes import ProcessPool
from backstep_lab.jobs import training_run
from backstep_lab.jobs.service import ComputeService
from backstep_lab.jobs.training_run import Progress, Queued, TrainingRequest, TrainingRun
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.store.base import SessionRecord, Write
from backstep_lab.sessions.store.memory import MemoryStore
from backstep_lab.spec.errors import NotFound, StoreUnavailable, UnknownOutcome
from tests.jobs.services import CAPACITY, CLIENT, services

XOR = {"parts": {"preset": "xor"}}
STEP = {"unit": "term", "count": 1}


async def new(service: ComputeService, id: str, iterations: int) -> AsyncGenerator[Queued | Progress]:
    run = TrainingRun(service, id, CLIENT, with_json=True)
    await run.begin(None, TrainingRequest(iterations, None, StopCriteria()))
    return run.events()


async def ended(events: AsyncGenerator[Queued | Progress]) -> list[Queued | Progress]:
    return [event async for event in events]


def last(events: list[Queued | Progress]) -> Progress:
    end = events[-1]
    assert isinstance(end, Progress)
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
            revisions = [event.revision for event in seen if isinstance(event, Progress)]
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
