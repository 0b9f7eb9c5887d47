"""Learners who click: each has a session, and knows which steps were acknowledged."""

import asyncio
import hashlib
import json
import re
from collections.abc import Iterable
from random import Random
from time import perf_counter
from typing import Any

from tests.load.client import Answer, Connection
from tests.load.figures import Tally

PRESETS = ("mazur", "xor", "softmax", "deep")
UNITS = ("term", "neuron", "layer", "pass", "iteration")
SHARES = (50, 25, 15, 8, 2)
CYCLE = 997
PATIENCE = 90.0  # seconds until a click that is not acknowledged is given up
SESSIONS = "/api/v1/sessions"
AHEAD = 8  # operations after the last one done, which the answer to a step has
_REVISION = re.compile(rb'"revision":\s*(\d+)')
_STEP = re.compile(rb'"step":\s*(\d+)')


class Course:
    """A preset and the unit of every click in it: equal for all who take it, so that one checks them all."""

    def __init__(self, preset: str) -> None:
        self.preset = preset
        self._units = Random(preset).choices(UNITS, SHARES, k=CYCLE)

    def unit(self, click: int) -> str:
        return self._units[click % CYCLE]


COURSES = [Course(preset) for preset in PRESETS]


class Learner:
    """One who clicks, and clicks again where the answer was lost, as the page does.

    The page also says which operations it has been sent.
    """

    def __init__(self, number: int, port: int, tally: Tally) -> None:
        self.course = COURSES[number % len(COURSES)]
        self.revision = 0
        self.retried = 0
        self._step = 0
        self._is_uncertain = False  # whether a try may have been done without an answer
        self._tally = tally
        self._connection = Connection(port)
        self.path = ""

    async def begin(self) -> None:
        """Make the session, however often that takes."""
        answer = await self._insisted("POST", SESSIONS, {"preset": self.course.preset}, 201)
        if answer is not None:
            self.path = f"{SESSIONS}/{answer.json()['id']}"

    async def click(self, due: float) -> None:
        """The next step, due at this `perf_counter`; until it is acknowledged or given up."""
        if not self.path:
            return
        times = self._tally.times  # those of this moment: a program may set some apart
        known = {"first": max(self._step, 1), "last": self._step + AHEAD}
        body = {"unit": self.course.unit(self.revision), "revision": self.revision, "known": known}
        answer = await self._insisted("POST", f"{self.path}/step", body, 200)
        if answer is None:
            return
        times.add(perf_counter() - due)
        found = _revision(answer)
        if found != self.revision + 1:
            self._tally.fault(f"revision {found} after the step from {self.revision}: lost or doubled")
        self.revision = found
        if (step := _STEP.search(answer.body)) is not None:
            self._step = int(step[1])

    async def look(self) -> Any:
        """The session as the server has it; None where it cannot be had."""
        answer = await self._insisted("GET", self.path, None, 200) if self.path else None
        return None if answer is None else answer.json()

    def move(self, port: int) -> None:
        """Go on with the same session at another server on the same store."""
        self._connection.close()
        self._connection = Connection(port)

    def leave(self) -> None:
        self._connection.close()

    async def _insisted(self, method: str, path: str, body: Any, wanted: int) -> Answer | None:
        """The answer with the wanted status, after as many tries as that takes; None where it is given up.

        Where a try may have been done without an answer, "stale" by one revision means that it was.
        """
        end = perf_counter() + PATIENCE
        while perf_counter() < end:
            try:
                answer = await self._connection.ask(method, path, body)
            except (OSError, TimeoutError) as error:
                self._tally.statuses[type(error).__name__] += 1
                self._is_uncertain = True
                self.retried += 1
                await asyncio.sleep(0.05)
                continue
            self._tally.statuses[str(answer.status)] += 1
            was_done = answer.status == 409 and self._is_uncertain and _revision(answer) == self.revision + 1
            if answer.status == wanted or was_done:
                self._is_uncertain = False
                return answer
            wait = answer.header("retry-after")
            if answer.status not in (429, 503) or wait is None:
                self._tally.fault(f"{method} {path}: {answer.status} {answer.body[:300]!r}")
                return None
            self._is_uncertain |= answer.status == 503
            self.retried += 1
            await asyncio.sleep(float(wait))
        self._tally.fault(f"{method} {path}: given up after {PATIENCE:g} s")
        return None


def _revision(answer: Answer) -> int:
    found = _REVISION.search(answer.body)
    return -1 if found is None else int(found[1])


async def enrolled(count: int, port: int, tally: Tally, at_once: int = 8) -> list[Learner]:
    """So many learners, each with a session."""
    learners = [Learner(number, port, tally) for number in range(count)]
    turns = asyncio.Semaphore(at_once)

    async def begin(learner: Learner) -> None:
        async with turns:
            await learner.begin()

    await asyncio.gather(*(begin(learner) for learner in learners))
    return learners


async def clicking(
    learners: list[Learner], interval: float, seconds: float, over: asyncio.Event | None = None
) -> None:
    """Each clicks once an interval (seconds), for so many seconds or until it is over.

    A click is due at its time however late the one before it was.
    """
    random, start = Random(1), perf_counter() + 0.1

    async def one(learner: Learner, first: float) -> None:
        for click in range(round(seconds / interval)):
            due = first + click * interval
            await asyncio.sleep(due - perf_counter())
            if over is not None and over.is_set():
                return
            await learner.click(due)

    await asyncio.gather(*(one(learner, start + random.random() * interval) for learner in learners))


async def checked(learners: list[Learner], port: int, tally: Tally) -> None:
    """Compare every session, all its numbers, with one that did the same steps undisturbed."""
    found = [(learner, await learner.look()) for learner in learners]
    undisturbed = Tally()
    for course in COURSES:
        mine = [(learner, state) for learner, state in found if learner.course is course]
        expected = await _expected(course, {learner.revision for learner, _ in mine}, port, undisturbed)
        for learner, state in mine:
            if state is None:
                tally.fault("a session that cannot be read any more")
            elif state["revision"] != learner.revision:
                tally.fault(f"revision {state['revision']} where {learner.revision} was acknowledged")
            elif digest(state) != expected.get(learner.revision):
                tally.fault(f"{course.preset} at revision {learner.revision} has other numbers than its twin")
    tally.faults += undisturbed.faults


async def _expected(course: Course, revisions: Iterable[int], port: int, tally: Tally) -> dict[int, str]:
    """What a session holds at these revisions when nothing disturbs it."""
    twin = Learner(COURSES.index(course), port, tally)
    await twin.begin()
    digests = {}
    for revision in range(max(revisions, default=-1) + 1):
        if revision in revisions:
            digests[revision] = digest(await twin.look())
        await twin.click(perf_counter())
    twin.leave()
    return digests


def digest(state: Any) -> str:
    """A session's place and numbers, in short."""
    held = {name: state[name] for name in ("position", "parameters", "values", "losses", "state")}
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()
