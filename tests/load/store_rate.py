"""How many steps a second a store keeps, on this machine: the figures that docs/running.md computes with.

Each of 1,000 sessions is stepped in turn, by several callers at a time in each of several processes. The CPU
time is that of the calling processes; what the database server takes comes on top, and is shown apart.

python -m tests.load.store_rate [--seconds 5]
"""

import argparse
import asyncio
import multiprocessing
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, process_time

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import Capacity, Write
from backstep_lab.sessions.store.factory import open_store
from tests.servers.cluster import running
from tests.servers.cpu import cpu_seconds

SESSIONS = 1000
CALLERS = 8  # of each process; as many changes as a process has under way on PostgreSQL
PARTS = {"spec": bytes(500), "checkpoint": bytes(2000)}


async def created(address: str) -> None:
    store = open_store(address, Capacity(SESSIONS, 1e9))
    await store.open()
    for number in range(SESSIONS):
        await store.create(str(number), Head(), PARTS, "client", 0.0)
    await store.close()


async def stepped(address: str, part: range, seconds: float) -> tuple[int, float]:
    """(steps, CPU seconds) of one process that steps these sessions for so long."""
    store = open_store(address, Capacity(SESSIONS, 1e9))
    await store.open()
    end, began, steps = monotonic() + seconds, process_time(), 0

    async def call(own: range) -> None:
        nonlocal steps
        revision = 0
        while True:
            for number in own:
                if monotonic() >= end:
                    return
                assert await store.write(str(number), revision, Write(Head(revision)), float(revision))
                steps += 1
                await asyncio.sleep(0)
            revision += 1

    await asyncio.gather(*(call(part[caller::CALLERS]) for caller in range(CALLERS)))
    took = process_time() - began
    await store.close()
    return steps, took


def _stepped(address: str, part: range, seconds: float) -> tuple[int, float]:
    return asyncio.run(stepped(address, part, seconds))


def measure(address: str, processes: int, seconds: float) -> tuple[int, float]:
    """(steps, CPU seconds) of so many processes together."""
    asyncio.run(created(address))
    everything = range(SESSIONS)
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        calls = [(address, everything[process::processes], seconds) for process in range(processes)]
        outcomes = pool.starmap(_stepped, calls)
    return sum(steps for steps, _ in outcomes), sum(cpu for _, cpu in outcomes)


@contextmanager
def sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="backstep-rate-") as folder:
        yield f"sqlite:///{folder}/sessions.sqlite3"


def report(store: str, processes: int, rate: float, cpu: float, server: float) -> None:
    print(
        f"{store}, {processes} of ours: {rate:.0f} steps/s; CPU per step {1000 * cpu:.2f} ms, "
        f"and {1000 * server:.2f} ms of the database server",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how many steps a second a store keeps.")
    parser.add_argument("--seconds", type=float, default=5.0)
    seconds = min(parser.parse_args().seconds, 60.0)
    for processes in (1, 2):
        with sqlite() as address:
            steps, cpu = measure(address, processes, seconds)
            report("SQLite", processes, steps / seconds, cpu / steps, 0.0)
    for processes in (1, 2):
        with running() as cluster:
            address = cluster.address(cluster.empty_database())
            before = cpu_seconds(cluster.process_id)
            steps, cpu = measure(address, processes, seconds)
            report(
                "PostgreSQL",
                processes,
                steps / seconds,
                cpu / steps,
                (cpu_seconds(cluster.process_id) - before) / steps,
            )


if __name__ == "__main__":
    main()
