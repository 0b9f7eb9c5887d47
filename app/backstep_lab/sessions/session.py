"""One learner's session: a history and a place in it. A change makes a new one; the old stays true."""

from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.network import Network
from backstep_lab.sessions.default_example import telling_focus
from backstep_lab.sessions.history import History, Proceed, Road, always
from backstep_lab.sessions.iteration import Moment
from backstep_lab.sessions.memo import Memo
from backstep_lab.spec.errors import Diverged, Invalid
from backstep_lab.spec.model import Spec
from backstep_lab.stepping.operations import BACKWARD, LOSS

Status = Literal["running", "converged", "diverged"]
INLINE_WORK = 6_000_000  # multiplications that are done on the event loop: a few milliseconds
OVERHEAD = 20_000  # multiplications that an iteration's own bookkeeping is worth


@dataclass(frozen=True, slots=True)
class Head:
    """Where a session stands: iteration, operations done in it, and the row of the batch in focus."""

    iteration: int = 0
    step: int = 0
    focus: int = 0

    @property
    def fields(self) -> list[int]:
        """The arguments that make the same head, as plain values."""
        return [self.iteration, self.step, self.focus]


@dataclass(frozen=True, eq=False, slots=True)
class Session:
    """What a learner sees: `moment` is the iteration at `head`, computed whole.

    `figures` keeps values of earlier iterations that were looked up, as long as no edit changes them.
    """

    id: str
    revision: int
    head: Head
    history: History
    moment: Moment
    figures: Memo = field(default_factory=Memo)

    @classmethod
    def begun(cls, id: str, spec: Spec, revision: int = 0) -> "Session":
        """A new session at its very start. Raises Invalid where the spec's parts do not fit."""
        road = History(spec).nearest(0).travel(0)
        head = Head(focus=telling_focus(road.world))
        return cls(id, revision, head, road.history, Moment.of(road))

    @classmethod
    def found(
        cls, id: str, revision: int, head: Head, history: History, proceed: Proceed = always
    ) -> "Session":
        """A stored session, computed again. Raises ValueError where its history does not lead there."""
        road = history.nearest(head.iteration).travel(head.iteration, proceed=proceed)
        if road.at != head.iteration:
            raise ValueError(f"history leads to iteration {road.at}, the session is at {head.iteration}")
        return cls(id, revision, head, road.history, Moment.of(road))._checked()

    @property
    def iteration(self) -> int:
        """The iteration at hand."""
        return self.head.iteration

    @property
    def step(self) -> int:
        """How many of its operations are done."""
        return self.head.step

    @property
    def focus(self) -> int:
        """The row of the batch whose numbers are shown: the learner's choice, if the batch has it."""
        return self.focus_in(self.moment)

    def focus_in(self, moment: Moment) -> int:
        """The same in another iteration."""
        return min(self.head.focus, moment.trace.N - 1)

    @property
    def is_complete(self) -> bool:
        """Whether the iteration's last operation is done."""
        return self.step == self.moment.steps

    @property
    def iterations_done(self) -> int:
        """How many iterations are done from the session's start to here."""
        return self.iteration + self.is_complete

    @property
    def furthest(self) -> int:
        """The last iteration that was done on this road, or this one."""
        return max(self.iteration, self.history.curves.reached - 1)

    @property
    def network(self) -> Network:
        """The parameters as they stand: the updated ones once the iteration is complete."""
        return (self.moment.after if self.is_complete else self.moment.world.state).network

    @property
    def status(self) -> Status:
        """Whether there is more to learn, nothing more, or no further number."""
        if self.moment.overflow is not None and self.step >= self.moment.limit:
            return "diverged"
        known = self.step >= self.moment.program.phases[BACKWARD][1]
        return "converged" if known and self.moment.is_converged else "running"

    @property
    def knows_loss(self) -> bool:
        """Whether this iteration's loss is computed."""
        return self.step >= self.moment.program.phases[LOSS][1]

    def at_step(self, step: int) -> "Session":
        """The same iteration at another step."""
        head = Head(self.head.iteration, step, self.head.focus)
        return Session(self.id, self.revision, head, self.history, self.moment, self.figures)

    def reaching(self, step: int) -> "Session":
        """The same iteration at a step that somebody asks for. Raises Invalid, Diverged."""
        if step > self.moment.steps:
            raise Invalid(
                "step",
                f"step is {step}; in iteration {self.iteration} it must be from 0 to {self.moment.steps}.",
                "problem-out-of-range",
                value=step,
                min=0,
                max=self.moment.steps,
            )
        if step > self.moment.limit:
            raise diverged(self.moment)
        return self.at_step(step)

    def at_revision(self, revision: int) -> "Session":
        """The same session under another revision."""
        return Session(self.id, revision, self.head, self.history, self.moment, self.figures)

    def at_head(self, head: Head, revision: int) -> "Session":
        """The same iteration at another step, focus and revision. Raises ValueError for no such step."""
        return replace(self, head=head, revision=revision)._checked()

    def _checked(self) -> "Session":
        if not 0 <= self.step <= self.moment.limit:
            raise ValueError(f"the session is at step {self.step} of {self.moment.limit}")
        return self

    def with_id(self, id: str) -> "Session":
        """The same session under another identifier."""
        return replace(self, id=id)

    def next_iteration(self) -> "Session":
        """The start of the next iteration, from a complete one."""
        return self.forward_to(self.iteration + 1)

    def onward(self) -> Road:
        """The road at the start of the next iteration."""
        moment = self.moment
        if moment.overflow is not None:
            raise diverged(moment)
        return self.with_own_loss().arriving(moment.world_after, self.iteration + 1)

    def with_own_loss(self) -> History:
        """The history with this complete iteration's loss."""
        curves = self.history.curves.with_losses(self.iteration, np.array([self.moment.trace.loss]))
        return replace(self.history, curves=curves)

    def forward_to(self, iteration: int, proceed: Proceed = always) -> "Session":
        """The start of a later iteration. Raises Diverged where the road ends before it."""
        check_iteration(iteration)
        return self.on(self.onward().travel(iteration, proceed=proceed), iteration)

    def at_iteration(self, iteration: int, proceed: Proceed = always) -> "Session":
        """The start of any iteration, by the shortest replay. Raises Diverged where the road ends before."""
        if iteration == self.iteration:
            return self.at_step(0)
        check_iteration(iteration)
        nearest = self.history.nearest(iteration)
        if nearest.at <= self.iteration < iteration:
            return self.forward_to(iteration, proceed)
        return self.on(nearest.travel(iteration, proceed=proceed), iteration)

    def on(self, road: Road, iteration: int) -> "Session":
        """This session where a road has led to. Raises Diverged when that is not the iteration asked for."""
        moment = Moment.of(road)
        if road.at < iteration:
            raise diverged(moment)
        return replace(self, head=Head(iteration, 0, self.head.focus), history=road.history, moment=moment)

    def is_quick(self, iterations: int) -> bool:
        """Whether so many iterations are done in a few milliseconds."""
        return iterations * self.work <= INLINE_WORK

    @property
    def work(self) -> int:
        """Multiplications of one iteration, roughly: three per parameter and example, and the bookkeeping."""
        shape = self.moment.world.shape
        return OVERHEAD + 3 * shape.parameter_count * self.moment.trace.N


def check_iteration(iteration: int) -> None:
    """Raise Invalid beyond the furthest iteration."""
    if iteration > limits.MAX_ITERATION:
        raise Invalid(
            "iteration",
            f"iteration would be {iteration}; a session goes from 0 to {limits.MAX_ITERATION}.",
            "problem-out-of-range",
            value=iteration,
            min=0,
            max=limits.MAX_ITERATION,
        )


def diverged(moment: Moment) -> Diverged:
    """The problem of going on from an iteration that overflows."""
    assert moment.overflow is not None, "only an overflow ends the road"
    return Diverged(moment.iteration, moment.overflow.layer, moment.overflow.quantity)
