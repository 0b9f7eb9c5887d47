"""What a step over HTTP takes of the processor: the figures that docs/running.md computes with.

Learners step as fast as one process answers. The steps a second also depend on what else the machine does,
this program included; the CPU time for each step does much less.

python -m tests.load.step_rate [--seconds 10] [--learners 20]
"""

import argparse
import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx2

from tests.load.drill_learners import Learner, Tally
from tests.servers.backstep import Backstep
from tests.servers.cluster import Cluster, running
from tests.servers.cpu import cpu_seconds, own_cpu_seconds

WARM_UP_SECONDS = 5.0  # until its compute process has started, too


@dataclass(frozen=True)
class Rate:
    """Steps a second, and CPU milliseconds for each: of the process, and of the database server."""

    steps: float
    own: float
    server: float


async def measured(process: Backstep, cluster: Cluster | None, number: int, seconds: float) -> Rate:
    """The rate of one process, from when it has become steady."""
    tally, end = Tally(), asyncio.Event()
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{process.port}", timeout=30) as client:

        async def learn() -> None:
            learner = Learner(client, tally)
            await learner.begin()
            while not end.is_set():
                await learner.step()

        def spent() -> tuple[float, float, int]:
            server = cpu_seconds(cluster.process_id) if cluster else 0.0
            return own_cpu_seconds(process.process_id), server, tally.done

        async with asyncio.TaskGroup() as group:
            for _ in range(number):
                group.create_task(learn())
            await asyncio.sleep(WARM_UP_SECONDS)
            before = spent()
            await asyncio.sleep(seconds)
            own, server, steps = (after - first for after, first in zip(spent(), before, strict=True))
            end.set()
    assert not tally.faults, tally.faults
    return Rate(steps / seconds, 1000 * own / steps, 1000 * server / steps)


@contextmanager
def stores() -> Iterator[list[tuple[str, str, Cluster | None]]]:
    """(name, address, database server)"""
    with tempfile.TemporaryDirectory(prefix="backstep-rate-") as folder, running() as cluster:
        yield [
            ("SQLite", f"sqlite:///{folder}/sessions.sqlite3", None),
            ("PostgreSQL", cluster.address(cluster.empty_database()), cluster),
        ]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what a step over HTTP takes of the processor.")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--learners", type=int, default=20)
    given = parser.parse_args()
    with stores() as opened:
        for name, address, cluster in opened:
            process = Backstep(address)
            process.start()
            try:
                rate = asyncio.run(
                    measured(process, cluster, min(given.learners, 200), min(given.seconds, 60.0))
                )
            finally:
                process.kill()
            print(
                f"{name}: {rate.steps:.0f} steps/s; CPU per step {rate.own:.2f} ms, "
                f"and {rate.server:.2f} ms of the database server",
                flush=True,
            )


if __name__ == "__main__":
    main()
