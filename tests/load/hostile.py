"""A hostile hour in a minute: every attack at once, repeated, while learners step and others join them.

    python -m tests.load.hostile

/healthz answers all the time, nothing is answered with 500, memory is bounded, and no learner loses a step,
also not when the server is started again afterwards.
"""

import argparse
import asyncio
import gc
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import perf_counter
from typing import IO

import uvloop

from tests.api.processes import Server, serving
from tests.load import stores
from tests.load.attacker import Attacker, address
from tests.load.attacks import ATTACKS, Attack, many_sessions
from tests.load.figures import SHORT_BOUND, Aim, Tally, Times, concluded, faultless, within
from tests.load.learners import Learner, checked, clicking, enrolled
from tests.load.tree import Memory, Tree
from tests.load.watch import Watch

HEALTH_AIM, STEP_AIM = 250.0, 250.0  # milliseconds on a quiet machine
MEGABYTES = 1600.0  # of all processes of a server with one worker
GROWTH = 1.25  # of the last third beside what came before it
LOCK_AFTER = 8.0  # seconds until those who were asked to wait have caught up
SHORTEST = 30.0  # seconds of which the last third says anything about growth
JOINING_SECONDS = 2.0  # between two who join
STOPPED = "timeout graceful shutdown exceeded"  # what still waits when the server is stopped is cut off
PATIENCE = 15.0  # seconds after the end for those who still wait for a place


@dataclass(frozen=True)
class Size:
    """How long, how many learners, how much room: so little that the attacks fill it."""

    seconds: float
    learners: int
    sessions: int
    sessions_per_client: int
    lock_seconds: float
    health_bound: float  # milliseconds, the longest
    step_bound: float  # milliseconds for 99 of 100 clicks, without those around the lock


WHOLE = Size(60.0, 50, 6000, 2000, 4.0, 1000.0, 5000.0)
SHORT = Size(8.0, 20, 900, 300, 1.5, SHORT_BOUND, SHORT_BOUND)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    stores.add_options(parser, workers=[1])
    parser.add_argument("--only", nargs="+", default=[], help="of the attacks, by name")
    options = parser.parse_args()
    size = SHORT if options.short else WHOLE
    attacks = [attack for attack in ATTACKS if not options.only or attack.__name__ in options.only]
    met = True
    for store, workers in stores.combinations(options):
        print(f"{size.learners} learners among {len(attacks)} attacks, {size.seconds:g} s", end="")
        print(f", {stores.name_of(store)}, {workers} workers", flush=True)
        with stores.opened(store) as place:
            met &= concluded(_run(place, workers, size, attacks))
    sys.exit(not met)


def _run(place: Path | str, workers: int, size: Size, attacks: list[Attack]) -> list[Aim]:
    room = {
        "BACKSTEP_MAX_SESSIONS": str(size.sessions),
        "BACKSTEP_SESSIONS_PER_CLIENT": str(size.sessions_per_client),
    }
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner, TemporaryFile() as log:
        with serving(place, workers, log, **room) as server:
            hour = Hour(server, place, size)
            aims = runner.run(hour.passed(attacks))
        with serving(place, workers, log, **room) as again:
            aims += runner.run(hour.afterwards(again))
        return [*aims, faultless("errors in the server's log", _logged(log))]


def _logged(log: IO[bytes]) -> Tally:
    """The exceptions that nothing in the server has handled, each once; one of each is printed."""
    log.seek(0)
    traces = re.findall(
        r"^Traceback .*?^\S[^\n]*$", log.read().decode(errors="replace"), re.DOTALL | re.MULTILINE
    )
    unhandled = [(trace.rpartition("\n")[2], trace) for trace in traces if STOPPED not in trace]
    for trace in dict(unhandled).values():
        print(trace)
    counts = Counter(ending for ending, _ in unhandled)
    return Tally(faults=sorted(f"{count} × {ending}" for ending, count in counts.items()))


class Hour:
    """The learners of one hour, the attackers, and those who join meanwhile."""

    def __init__(self, server: Server, place: Path | str, size: Size) -> None:
        self._server, self._place, self._size = server, place, size
        self._steps, self._joining = Tally(), Tally()
        self._locked = Times()  # of steps while the lock was held, and just after
        self._over = asyncio.Event()
        self._learners: list[Learner] = []

    async def passed(self, attacks: list[Attack]) -> list[Aim]:
        """The whole hour, and what is to be said of it."""
        port = self._server.port
        self._learners = await enrolled(self._size.learners, port, self._steps)
        others = [_attacker(attack, port, self._over) for attack in attacks]
        gc.collect()
        gc.freeze()
        watch, memory = Watch(port), Memory(Tree(self._server))
        rounds = [asyncio.create_task(_rounds(*pair)) for pair in zip(attacks, others, strict=True)]
        around = [asyncio.create_task(self._locking()), asyncio.create_task(self._join())]
        await clicking(self._learners, 1.0, self._size.seconds)
        self._over.set()
        seen = await asyncio.to_thread(watch.seen)
        memory.stop()
        for task in rounds:
            task.cancel()
        await asyncio.gather(*rounds, return_exceptions=True)
        await asyncio.gather(*around)
        print(f"  /healthz: {seen.answers}; on a new connection: {seen.new}; timers late by {seen.late}")
        print(f"  steps: {self._steps}; {self._steps.times}; around the lock: {self._locked}")
        print(f"  joining: {self._joining}; {self._joining.times}")
        for other in others:
            print(f"    {other.name}: {other.tally}")
            other.leave()
        health, hostile = (
            Tally(faults=seen.wrong),
            Tally(faults=[f for other in others for f in other.tally.faults]),
        )
        if refused := self._steps.statuses["429"] + self._joining.statuses["429"]:
            self._steps.fault(f"{refused} learners were refused as a flood")
        return [
            *within("/healthz within", seen.answers.longest, HEALTH_AIM, self._size.health_bound),
            *within("99 of 100 clicks within", self._steps.times.at(0.99), STEP_AIM, self._size.step_bound),
            faultless("/healthz", health),
            faultless("attacks", hostile),
            faultless("those who joined", self._joining),
            *_bounded(memory.seen, self._size.seconds),
        ]

    async def afterwards(self, server: Server) -> list[Aim]:
        """Every learner's numbers, read by another server on the same store."""
        for learner in self._learners:
            learner.move(server.port)
        await checked(self._learners, server.port, self._steps)
        return [faultless("clicks, also on a server started again", self._steps)]

    async def _locking(self) -> None:
        """Once, another process holds the write lock of the file."""
        if not isinstance(self._place, Path) or not self._size.lock_seconds:
            return
        await asyncio.sleep(self._size.seconds / 3)
        command = [sys.executable, "-m", "tests.load.locking", str(self._place), str(self._size.lock_seconds)]
        usual, self._steps.times = self._steps.times, self._locked
        process = await asyncio.create_subprocess_exec(*command)
        assert await process.wait() == 0, "the lock could not be had"
        await asyncio.sleep(LOCK_AFTER)
        self._steps.times = usual

    async def _join(self) -> None:
        """Every few seconds somebody opens a session, steps, and leaves."""
        numbers = iter(range(10_000))
        while not self._over.is_set():
            one = Learner(next(numbers), self._server.port, self._joining)
            try:
                async with asyncio.timeout(self._size.seconds + PATIENCE):
                    began = perf_counter()
                    await one.begin()
                    await one.click(began)
            except TimeoutError:
                self._joining.fault("one who joined found no place")
            one.leave()
            await asyncio.sleep(JOINING_SECONDS)


def _attacker(attack: Attack, port: int, over: asyncio.Event) -> Attacker:
    """Each from one address, but those who fill the server with sessions, who have another."""
    return Attacker(attack.__name__, port, address(3 if attack is many_sessions else 2), over)


async def _rounds(attack: Attack, attacker: Attacker) -> None:
    while not attacker.over.is_set():
        await attack(attacker)


def _bounded(megabytes: list[float], seconds: float) -> list[Aim]:
    """Memory beside its bound and, where it was watched long enough, its growth."""
    third = len(megabytes) * 2 // 3
    before, after = max(megabytes[:third]), max(megabytes[third:])
    print(
        f"  memory: {megabytes[0]:.0f} MB at first, {before:.0f} MB at most, {after:.0f} MB in the last third"
    )
    aims = [
        Aim(
            f"memory {max(before, after):.0f} MB, at most {MEGABYTES:g}", max(before, after) < MEGABYTES, True
        )
    ]
    if seconds >= SHORTEST:
        grown = after / before
        aims.append(Aim(f"memory in the last third × {grown:.2f}, at most {GROWTH:g}", grown <= GROWTH, True))
    return aims


if __name__ == "__main__":
    main()
