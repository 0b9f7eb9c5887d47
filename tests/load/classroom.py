"""A class that clicks: each learner has a session and steps at a steady pace; none may lose a step.

python -m tests.load.classroom                                  1,000 learners, a click a second each
python -m tests.load.classroom --rate 2000 --learners 400 1000  2,000 steps a second over so many sessions
"""

import argparse
import asyncio
import gc
import sys
from pathlib import Path

import uvloop

from tests.api.processes import Server, serving
from tests.load import stores
from tests.load.figures import Tally, concluded, faultless, within
from tests.load.learners import checked, clicking, enrolled
from tests.load.tree import Tree

AIM, AIM_OF_RATE = 50.0, 20.0  # milliseconds for 99 of 100 clicks
BOUND = 1000.0  # whatever else the machine does


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    stores.add_options(parser, workers=[1, 2])
    parser.add_argument(
        "--learners", nargs="+", type=int, default=[1000], help="how many, each with a session"
    )
    parser.add_argument("--rate", type=float, help="steps a second of all together; else one a learner")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long they click")
    options = parser.parse_args()
    if options.short:
        options.learners, options.seconds = [50], 3.0
    met = True
    for store, workers in stores.combinations(options):
        for learners in options.learners:
            rate = options.rate or float(learners)
            print(
                f"{learners} learners, {rate:g} steps/s, {stores.name_of(store)}, {workers} workers",
                flush=True,
            )
            with stores.opened(store) as place:
                tally = _run(place, workers, learners, rate, options.seconds)
            aim = AIM_OF_RATE if options.rate else AIM
            met &= concluded(
                [
                    *within("99 of 100 clicks within", tally.times.at(0.99), aim, BOUND),
                    faultless("clicks", tally),
                ]
            )
    sys.exit(not met)


def _run(place: Path | str, workers: int, learners: int, rate: float, seconds: float) -> Tally:
    with serving(place, workers) as server, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(session(server, learners, rate, seconds))


async def session(server: Server, count: int, rate: float, seconds: float) -> Tally:
    """All clicks of a class, and the check that each of them counted once."""
    tally, port = Tally(), server.port
    learners = await enrolled(count, port, tally)
    print(f"  enrolled: {tally}")
    await Tree(server).at_rest()
    tally.statuses.clear()
    gc.collect()
    gc.freeze()
    await clicking(learners, count / rate, seconds)
    print(f"  clicks: {tally}; {tally.times}")
    if refused := tally.refused():
        tally.fault(f"{refused} clicks were refused at first")
    await checked(learners, port, tally)
    for learner in learners:
        learner.leave()
    return tally


if __name__ == "__main__":
    main()
