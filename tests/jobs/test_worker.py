"""A compute process: it gives up what nobody waits for, and keeps a bounded number of sessions."""

import asyncio
from collections.abc import Iterator
from typing import Any

import anyio
import pytest

from backstep_lab.compute.processes import ProcessPool
from backstep_lab.jobs.kept_sessions import KeptSessions
from backstep_lab.jobs.training_slice import until_fields
from backstep_lab.jobs.worker import THREADS
from backstep_lab.main import WORKER
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.store.history_parts import parts_of
from tests.sessions.building import xor

FOR_EVER = 1e9  # seconds


@pytest.fixture
def own_pool() -> Iterator[ProcessPool]:
    """One compute process for this test alone, ended with whatever it still does."""
    pool = ProcessPool(WORKER, 1)
    yield pool
    pool.close()


def base(key: str) -> dict[str, Any]:
    session = xor()
    parts = parts_of(session.history, session.opening_work)
    return {"id": "xor", "revision": 0, "head": [0, 0, 0], "key": key, "parts": parts}


def endless(key: str) -> dict[str, Any]:
    """Training that ends when it is given up and not before."""
    return {
        "base": base(key),
        "limit": FOR_EVER,
        "stop": 1_000_000,
        "until": until_fields(StopCriteria()),
        "seconds": FOR_EVER,
        "with_events": False,
        "known": None,
        "most": None,
    }


def test_jobs_that_are_given_up_leave_their_threads_to_others(own_pool: ProcessPool) -> None:
    async def test() -> None:
        question = {"base": base("asked"), "limit": 10.0, "name": "session", "arguments": {}}
        await own_pool.call(0, "query", question)
        calls = [
            asyncio.create_task(own_pool.call(0, "train", endless(str(number)))) for number in range(THREADS)
        ]
        asked = asyncio.create_task(own_pool.call(0, "query", question))
        await asyncio.sleep(0)  # all are sent, and this one waits for a thread
        for call in calls:
            call.cancel()
        with anyio.fail_after(30):
            kind, _ = await asked
        assert kind == "done"

    anyio.run(test)


def test_a_job_past_its_time_ends_with_a_problem(own_pool: ProcessPool) -> None:
    async def test() -> None:
        with anyio.fail_after(60):
            kind, fields = await own_pool.call(0, "train", {**endless("late"), "limit": 0.01})
        assert (kind, fields["kind"]) == ("problem", "TooLong")

    anyio.run(test)


def keys(kept: KeptSessions, names: str) -> str:
    return "".join(name for name in names if kept.get(name) is not None)
