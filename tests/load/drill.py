"""Processes, the database and its link fail while learners step; no acknowledged step may be lost or doubled.

Four processes stand behind nginx, on a PostgreSQL primary with one synchronous standby. Processes are killed
one after the other; then the database is restarted, and crashes; then the link to the standby is cut, the
primary crashes, and the standby takes its place. At the end every learner's session is compared with what was
acknowledged, and every step whose outcome was unknown has been decided.

python -m tests.load.drill [--learners 200] [--seconds 10] [--processes 4] [--pause 0.5]
"""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import asdict
from time import monotonic

import httpx2

from tests.load.drill_learners import Learner, Tally
from tests.servers.backstep import Backstep
from tests.servers.cluster import Cluster, running, standby_of
from tests.servers.link import Link
from tests.servers.nginx import Front, balancing

DATABASE = "test"
ANSWER_SECONDS = 30.0
SETTLE_SECONDS = 120.0


@contextmanager
def processes(store: str, number: int) -> Iterator[list[Backstep]]:
    """So many processes on one store."""
    started = [Backstep(store) for _ in range(number)]
    try:
        with ThreadPoolExecutor(number) as pool:
            list(pool.map(Backstep.start, started))
        yield started
    finally:
        for process in started:
            process.kill()


@asynccontextmanager
async def stepping(front: Front, number: int, pause: float) -> AsyncIterator[Tally]:
    """Learners who step every `pause` seconds, until the end of the block; then all is compared."""
    tally, end = Tally(), asyncio.Event()
    limits = httpx2.Limits(max_connections=number, max_keepalive_connections=number)
    async with httpx2.AsyncClient(
        base_url=front.base, verify=front.trust(), limits=limits, timeout=ANSWER_SECONDS
    ) as client:
        learners = [Learner(client, tally) for _ in range(number)]

        async def learn(learner: Learner, delay: float) -> None:
            await learner.begin()
            await asyncio.sleep(delay)
            while not end.is_set():
                await learner.step()
                await asyncio.sleep(pause)

        async with asyncio.timeout(None) as limit, asyncio.TaskGroup() as group:
            for place, learner in enumerate(learners):
                group.create_task(learn(learner, pause * place / number))
            yield tally
            end.set()
            limit.reschedule(asyncio.get_running_loop().time() + SETTLE_SECONDS)
        async with asyncio.timeout(SETTLE_SECONDS), asyncio.TaskGroup() as group:
            for learner in learners:
                group.create_task(learner.settle())


async def in_order(tally: Tally, seconds: float, steps: int) -> None:
    """Wait for `seconds`, and until so many more steps were done. TimeoutError where they are not."""
    goal = tally.done + steps
    await asyncio.sleep(seconds)
    async with asyncio.timeout(SETTLE_SECONDS):
        while tally.done < goal:
            await asyncio.sleep(0.05)


async def kill_processes(started: Sequence[Backstep], tally: Tally, seconds: float) -> None:
    """Kill one process after the other and start it again, for so many seconds and each at least once."""
    end = monotonic() + seconds
    turn = 0
    while turn < len(started) or monotonic() < end:
        process = started[turn % len(started)]
        await asyncio.to_thread(process.kill)
        await in_order(tally, 0.2, 1)
        await asyncio.to_thread(process.start)
        turn += 1


async def restart_database(primary: Cluster, tally: Tally, seconds: float) -> None:
    for mode in (primary.restart, lambda: primary.restart("immediate")):
        await in_order(tally, seconds / 2, 1)
        await asyncio.to_thread(mode)
        await in_order(tally, 0, 1)


async def fail_over(primary: Cluster, standby: Cluster, link: Link, tally: Tally, seconds: float) -> None:
    """Cut the link, see that nothing is acknowledged, crash the primary and promote the standby."""
    link.cut()
    await asyncio.sleep(1.0)  # until the answers to what the standby did have are there
    before = tally.done
    await asyncio.sleep(seconds)
    if tally.done != before:
        tally.wrong.append(f"{tally.done - before} steps were acknowledged that the standby cannot have")
    await asyncio.to_thread(primary.stop, "immediate")
    await asyncio.to_thread(standby.promote)
    await in_order(tally, seconds, 1)


async def wait_until(ask: Callable[[], bool]) -> None:
    async with asyncio.timeout(SETTLE_SECONDS):
        while not await asyncio.to_thread(ask):
            await asyncio.sleep(0.05)


def is_synchronous(primary: Cluster) -> bool:
    return primary.ask("SELECT sync_state FROM pg_stat_replication") == [("sync",)]


async def drill(learners: int, number: int, seconds: float, pause: float) -> Tally:
    """The whole drill."""
    with ExitStack() as stack:
        primary = stack.enter_context(running())
        primary.empty_database()
        link = stack.enter_context(Link(primary.port))
        standby = stack.enter_context(standby_of(primary, link.port, "standby"))
        primary.ask("ALTER SYSTEM SET synchronous_standby_names = 'standby'")
        primary.ask("SELECT pg_reload_conf()")
        await wait_until(lambda: is_synchronous(primary))
        started = stack.enter_context(processes(primary.addresses(standby, DATABASE), number))
        front = stack.enter_context(balancing([process.port for process in started]))
        async with stepping(front, learners, pause) as tally:
            await in_order(tally, 0, learners)
            say("processes are killed", tally)
            await kill_processes(started, tally, seconds)
            say("the database is restarted, and crashes", tally)
            await restart_database(primary, tally, seconds)
            await wait_until(lambda: is_synchronous(primary))
            say("the link is cut, and the standby promoted", tally)
            await fail_over(primary, standby, link, tally, seconds)
            say("the end", tally)
        return tally


async def short_drill(learners: int, number: int, pause: float) -> Tally:
    """A process is killed and the database crashes, once each."""
    with ExitStack() as stack:
        primary = stack.enter_context(running())
        store = primary.address(primary.empty_database())
        started = stack.enter_context(processes(store, number))
        front = stack.enter_context(balancing([process.port for process in started]))
        async with stepping(front, learners, pause) as tally:
            await in_order(tally, 0, learners)
            await asyncio.to_thread(started[0].kill)
            await in_order(tally, 0, learners)
            await asyncio.to_thread(primary.restart, "immediate")
            await in_order(tally, 0, learners)
            await asyncio.to_thread(started[0].start)
            await in_order(tally, 0, learners)
        return tally


def say(what: str, tally: Tally) -> None:
    print(f"{tally.done:7} steps, {tally.unknown:4} unknown: {what}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Let processes, the database and its link fail.")
    parser.add_argument("--learners", type=int, default=200, choices=range(1, 1001), metavar="1…1000")
    parser.add_argument("--processes", type=int, default=4, choices=range(1, 9), metavar="1…8")
    parser.add_argument("--seconds", type=float, default=10.0, help="length of each of the three parts")
    parser.add_argument("--pause", type=float, default=0.5, help="seconds between two steps of a learner")
    given = parser.parse_args()
    tally = asyncio.run(drill(given.learners, given.processes, min(given.seconds, 120.0), given.pause))
    for name, value in asdict(tally).items():
        print(f"{name.replace('_', ' '):>20} {len(value) if isinstance(value, list) else value}")
    sys.exit("\n".join(tally.faults) or None)


if __name__ == "__main__":
    main()
