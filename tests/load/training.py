"""A class that trains while another steps: every run is completed, and the steps hardly notice.

python -m tests.load.training               100 learners train 5,000 iterations of xor, 400 step
"""

import argparse
import asyncio
import gc
import json
import sys
from pathlib import Path
from time import perf_counter

import uvloop

from tests.api.processes import serving
from tests.load import stores
from tests.load.client import events
from tests.load.figures import SHORT_BOUND, Aim, Tally, Times, concluded, faultless, within
from tests.load.learners import PRESETS, Learner, checked, clicking, digest, enrolled

AIM, BOUND = 100.0, 2000.0  # milliseconds for 99 of 100 clicks
XOR = PRESETS.index("xor")
LONGEST = 600.0  # seconds until a run that is not completed is given up


class Runs:
    """What those who train have seen."""

    def __init__(self) -> None:
        self.tally = Tally()
        self.first = Times()  # until the first event
        self.finished = Times()
        self.places: list[int] = []  # in the queue, the furthest of each run

    async def one(self, port: int, path: str, iterations: int) -> None:
        """One run from beginning to end."""
        began, last, place = perf_counter(), ("", b""), 0
        try:
            async with asyncio.timeout(LONGEST):
                async for name, data in events(port, f"{path}/train", {"iterations": iterations}):
                    if not last[0]:
                        self.first.add(perf_counter() - began)
                    last = name, data
                    if name == "progress" and b'"queued"' in data:
                        place = max(place, json.loads(data)["queued"] or 0)
        except (OSError, EOFError, TimeoutError) as error:
            self.tally.fault(f"a run cut off after {perf_counter() - began:.1f} s: {error!r}")
            return
        self.tally.statuses[last[0]] += 1
        self.places.append(place)
        ran = json.loads(last[1]).get("ran") if last[0] == "done" else None
        if ran != {"iterations": iterations, "stopped": "completed"}:
            self.tally.fault(f"a run ended with {last[0]} {ran or last[1][:300]!r}")
        self.finished.add(perf_counter() - began)

    def __str__(self) -> str:
        if not self.places:
            return "none ended"
        first, done = self.first, self.finished
        return (
            f"{self.tally}; first event {first}; done after p50 {done.at(0.5) / 1e3:.1f}, the last after "
            f"{done.longest / 1e3:.1f} s; queue places up to {max(self.places)}, "
            f"{sum(place > 0 for place in self.places)} runs waited"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    stores.add_options(parser, workers=[1])
    parser.add_argument("--training", type=int, default=100, help="learners who train")
    parser.add_argument("--iterations", type=int, default=5000, help="of each run")
    parser.add_argument("--stepping", type=int, default=400, help="learners who step, once a second")
    options = parser.parse_args()
    if options.short:
        options.training, options.iterations, options.stepping = 24, 600, 40
    sizes = options.training, options.iterations, options.stepping
    bound = SHORT_BOUND if options.short else BOUND
    met = True
    for store, workers in stores.combinations(options):
        print("{} train {} iterations, {} step".format(*sizes), end="")
        print(f", {stores.name_of(store)}, {workers} workers", flush=True)
        with stores.opened(store) as place:
            aims = _run(place, workers, bound, *sizes)
        met &= concluded(aims)
    sys.exit(not met)


def _run(
    place: Path | str, workers: int, bound: float, training: int, iterations: int, stepping: int
) -> list[Aim]:
    with serving(place, workers) as server, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(lesson(server.port, bound, training, iterations, stepping))


async def lesson(port: int, bound: float, training: int, iterations: int, stepping: int) -> list[Aim]:
    """All runs at one moment, the steps around them until the last run has ended."""
    steps, runs, over = Tally(), Runs(), asyncio.Event()
    learners = await enrolled(stepping, port, steps)
    trainers = [Learner(XOR, port, steps) for _ in range(training)]
    await asyncio.gather(*(trainer.begin() for trainer in trainers))
    steps.statuses.clear()
    gc.collect()
    gc.freeze()
    clicks = asyncio.create_task(clicking(learners, 1.0, LONGEST, over))
    await asyncio.sleep(1)  # the steps are under way
    await asyncio.gather(*(runs.one(port, trainer.path, iterations) for trainer in trainers))
    over.set()
    await clicks
    print(f"  steps: {steps}; {steps.times}")
    print(f"  runs: {runs}")
    if refused := steps.refused():
        steps.fault(f"{refused} steps were refused at first")
    await checked(learners, port, steps)
    await _same(trainers, runs.tally)
    return [
        *within("99 of 100 clicks within", steps.times.at(0.99), AIM, bound),
        faultless("clicks", steps),
        faultless("runs", runs.tally),
    ]


async def _same(trainers: list[Learner], tally: Tally) -> None:
    """All have trained the same network, so all have the same numbers."""
    ends = {digest(await trainer.look()) for trainer in trainers}
    if len(ends) > 1:
        tally.fault(f"equal runs led to {len(ends)} different ends")
    for trainer in trainers:
        trainer.leave()


if __name__ == "__main__":
    main()
