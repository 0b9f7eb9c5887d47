"""Compute processes: answers, problems, a process that ends, and a call that is given up."""

import asyncio
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import anyio
import pytest

from backstep_lab.compute.processes import MORE_JOBS, ComputeProcess, ProcessEnded, ProcessPool

ECHO = "tests.compute.echo_worker"


@pytest.fixture
def echo() -> Iterator[ProcessPool]:
    pool = ProcessPool(ECHO, 2)
    yield pool
    pool.close()


def test_a_process_answers_by_number(echo: ProcessPool) -> None:
    async def test() -> None:
        calls = [echo.call(0, "echo", {"value": number}) for number in range(20)]
        replies = await asyncio.gather(*calls)
        assert [outcome for _, outcome in replies] == list(range(20))

    anyio.run(test)


def test_large_messages_arrive_whole(echo: ProcessPool) -> None:
    async def test() -> None:
        content = os.urandom(3_000_000)
        assert (await echo.call(0, "echo", {"value": content}))[1] == content

    anyio.run(test)


def test_a_killed_process_is_noticed_and_started_again(echo: ProcessPool) -> None:
    async def test() -> None:
        _, number = await echo.call(0, "process", {})
        waiting = asyncio.create_task(echo.call(0, "wait", {"value": None}))
        await asyncio.sleep(0)
        os.kill(number, signal.SIGKILL)
        with pytest.raises(ProcessEnded):
            await waiting
        _, other = await echo.call(0, "process", {})
        assert other != number

    anyio.run(test)


def test_a_process_that_ended_is_closed_though_a_message_was_not_sent_to_it() -> None:
    process = ComputeProcess(ECHO)
    process.child.kill()
    process.child.wait()
    assert process.child.stdin is not None
    process.child.stdin.write(b"left in the buffer")
    process.close()
    assert process.child.stdin.closed


def test_a_call_that_is_given_up_is_cancelled_in_the_process(echo: ProcessPool, tmp_path: Path) -> None:
    async def test() -> None:
        waiting = asyncio.create_task(echo.call(0, "wait", {"value": str(tmp_path / "cancelled")}))
        await echo.call(0, "started", {})
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        await echo.call(0, "finished", {})
        assert (tmp_path / "cancelled").exists()

    anyio.run(test)


def test_the_process_with_the_fewest_jobs_is_picked_or_the_preferred_one_until_it_has_many_more(
    echo: ProcessPool,
) -> None:
    async def test() -> None:
        assert echo.pick() == 0
        assert echo.pick(preferred=1) == 1
        await echo.call(1, "echo", {"value": 1})
        waiting = []
        for _ in range(MORE_JOBS):
            waiting.append(asyncio.create_task(echo.call(1, "wait", {"value": None})))
            await echo.call(1, "started", {})
            assert echo.pick() == 0
            assert echo.pick(preferred=1) == 1
        waiting.append(asyncio.create_task(echo.call(1, "wait", {"value": None})))
        await echo.call(1, "started", {})
        assert echo.pick(preferred=1) == 0
        for job in waiting:
            job.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        assert echo.pick(preferred=1) == 1

    anyio.run(test)


def test_a_process_ends_when_its_server_is_gone(echo: ProcessPool) -> None:
    process = echo.start(0)
    assert process.child.stdin is not None
    process.child.stdin.close()
    assert process.child.wait(timeout=30) == 0
