"""Server processes are killed among the steps of learners: no acknowledged step is lost, none is doubled.

    python -m tests.load.kills --kills 500

A learner whose connection ends clicks again with the same revision. Where the answer is then "stale" by one
revision, the step had been done. In the end every session is compared with one that nothing disturbed.
"""

import argparse
import asyncio
import gc
import sys
from pathlib import Path
from random import Random
from time import perf_counter

import psutil
import uvloop

from tests.api.processes import Server, serving
from tests.load import stores
from tests.load.figures import Aim, Tally, Times, concluded, faultless
from tests.load.learners import Learner, checked, clicking, enrolled
from tests.load.tree import Tree

INTERVAL = 0.2  # seconds between two clicks of a learner
LONGEST = 120.0  # seconds until everybody has stepped again after a kill
PAUSE = 0.3  # seconds of stepping at most before the next kill
REPORTED = 50  # kills from one line to the next
SETTLED = 15.0  # seconds until what belonged to a killed process has ended


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    stores.add_options(parser, workers=[2])
    parser.add_argument("--kills", type=int, default=500, help="how many processes are killed, one at a time")
    parser.add_argument("--learners", type=int, default=50, help="how many step meanwhile")
    options = parser.parse_args()
    if options.short:
        options.kills, options.learners = 2, 16
    met = True
    for store, workers in stores.combinations(options):
        if workers < 2:
            parser.error("a killed server process is replaced only where there are several: --workers 2")
        print(
            f"{options.kills} kills, {options.learners} learners, {stores.name_of(store)}, {workers} workers",
            flush=True,
        )
        with stores.opened(store) as place:
            met &= concluded(_run(place, workers, options.kills, options.learners))
    sys.exit(not met)


def _run(place: Path | str, workers: int, kills: int, count: int) -> list[Aim]:
    with serving(place, workers) as server, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(survived(server, kills, count))


async def survived(server: Server, kills: int, count: int) -> list[Aim]:
    """All kills among the steps, and what has become of the sessions."""
    tree, steps, left, over = Tree(server), Tally(), Tally(), asyncio.Event()
    learners = await enrolled(count, server.port, steps)
    steps.statuses.clear()
    gc.collect()
    gc.freeze()
    clicks = asyncio.create_task(clicking(learners, INTERVAL, kills * LONGEST, over))
    gaps, random = Times(), Random(1)
    await _stepping(learners)
    for killed in range(1, kills + 1):
        await asyncio.sleep(random.random() * PAUSE)
        await _kill_busiest(tree)
        gaps.add(await _stepping(learners))
        if killed % REPORTED == 0:
            print(f"  {killed} killed, everybody has stepped again", flush=True)
    over.set()
    await clicks
    print(f"  steps: {steps}; {steps.times}; {sum(learner.retried for learner in learners)} clicks repeated")
    print(f"  everybody has stepped again after: {gaps}")
    await checked(learners, server.port, steps)
    if orphans := await _orphans(tree):
        left.fault(f"{len(orphans)} processes are left of those that were killed")
    return [
        Aim(f"{len(gaps)} kills, aim {kills}", len(gaps) == kills, True),
        faultless("clicks", steps),
        faultless("processes", left),
    ]


async def _kill_busiest(tree: Tree) -> None:
    """SIGKILL for the server process on which most of the learners are."""
    while not (held := await asyncio.to_thread(tree.holding)):
        await asyncio.sleep(0.05)
    ((busiest, _),) = held.most_common(1)
    psutil.Process(busiest).kill()


async def _stepping(learners: list[Learner]) -> float:
    """Seconds until each learner has had a further step acknowledged."""
    began, before = perf_counter(), [learner.revision for learner in learners]
    async with asyncio.timeout(LONGEST):
        while any(one.revision == old for one, old in zip(learners, before, strict=True)):
            await asyncio.sleep(0.02)
    return perf_counter() - began


async def _orphans(tree: Tree) -> list[int]:
    """The processes that are left behind, once they have had time to end."""
    end = perf_counter() + SETTLED
    while (found := await asyncio.to_thread(tree.orphans)) and perf_counter() < end:
        await asyncio.sleep(0.5)
    return found


if __name__ == "__main__":
    main()
