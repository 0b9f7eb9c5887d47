"""One learner's session: a history and a place in it. A change makes a new one; the old stays true."""

from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.network import Network
from backstep_lab.sessions.default_example import telling_focus
from backstep_lab.sessions.history import History, Proceed, ReplayCursor, always
from backstep_lab.sessions.iteration import Iteration
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
    current: Iteration
    figures: Memo = field(default_factory=Memo)

    @classmethod
    def new(cls, id: str, spec: Spec, revision: int = 0) -> "Session":
        """A new session at its very start. Raises Invalid where the spec's parts do not fit."""
        replay = History(spec).from_checkpoint(0).advance_to(0)
        head = Head(focus=telling_focus(replay.setup))
        return cls(id, revision, head, replay.history, Iteration.of(replay))

    @classmethod
    def restore(
        cls, id: str, revision: int, head: Head, history: History, proceed: Proceed = always
    ) -> "Session":
        """A stored session, computed again. Raises ValueError where its history does not lead there."""
        replay = history.from_checkpoint(head.iteration).advance_to(head.iteration, proceed=proceed)
        if replay.at != head.iteration:
            raise ValueError(f"history leads to iteration {replay.at}, the session is at {head.iteration}")
        return cls(id, revision, head, replay.history, Iteration.of(replay))._checked()

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
        return self.focus_in(self.current)

    def focus_in(self, current: Iteration) -> int:
        """The same in another iteration."""
        return min(self.head.focus, current.trace.N - 1)

    @property
    def is_complete(self) -> bool:
        """Whether the iteration's last operation is done."""
        return self.step == self.current.steps

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
        return (self.current.after if self.is_complete else self.current.setup.state).network

    @property
    def status(self) -> Status:
        """Whether there is more to learn, nothing more, or no further number."""
        if self.current.overflow is not None and self.step >= self.current.limit:
            return "diverged"
        known = self.step >= self.current.program.phases[BACKWARD][1]
        return "converged" if known and self.current.is_converged else "running"

    @property
    def knows_loss(self) -> bool:
        """Whether this iteration's loss is computed."""
        return self.step >= self.current.program.phases[LOSS][1]

    def at_step(self, step: int) -> "Session":
        """The same iteration at another step."""
        head = Head(self.head.iteration, step, self.head.focus)
        return Session(self.id, self.revision, head, self.history, self.current, self.figures)

    def reaching(self, step: int) -> "Session":
        """The same iteration at a step that somebody asks for. Raises Invalid, Diverged."""
        if step > self.current.steps:
            raise Invalid(
                "step",
                f"step is {step}; in iteration {self.iteration} it must be from 0 to {self.current.steps}.",
                "problem-out-of-range",
                value=step,
                min=0,
                max=self.current.steps,
            )
        if step > self.current.limit:
            raise diverged(self.current)
        return self.at_step(step)

    def at_revision(self, revision: int) -> "Session":
        """The same session under another revision."""
        return Session(self.id, revision, self.head, self.history, self.current, self.figures)

    def at_head(self, head: Head, revision: int) -> "Session":
        """The same iteration at another step, focus and revision. Raises ValueError for no such step."""
        return replace(self, head=head, revision=revision)._checked()

    def _checked(self) -> "Session":
        if not 0 <= self.step <= self.current.limit:
            raise ValueError(f"the session is at step {self.step} of {self.current.limit}")
        return self

    def with_id(self, id: str) -> "Session":
        """The same session under another identifier."""
        return replace(self, id=id)

    def next_iteration(self) -> "Session":
        """The start of the next iteration, from a complete one."""
        return self.forward_to(self.iteration + 1)

    def onward(self) -> ReplayCursor:
        """The road at the start of the next iteration."""
        current = self.current
        if current.overflow is not None:
            raise diverged(current)
        return self.with_own_loss().at_iteration_start(current.setup_after, self.iteration + 1)

    def with_own_loss(self) -> History:
        """The history with this complete iteration's loss."""
        curves = self.history.curves.with_losses(self.iteration, np.array([self.current.trace.loss]))
        return replace(self.history, curves=curves)

    def forward_to(self, iteration: int, proceed: Proceed = always) -> "Session":
        """The start of a later iteration. Raises Diverged where the road ends before it."""
        check_iteration(iteration)
        return self.on(self.onward().advance_to(iteration, proceed=proceed), iteration)

    def at_iteration(self, iteration: int, proceed: Proceed = always) -> "Session":
        """The start of any iteration, by the shortest replay. Raises Diverged where the road ends before."""
        if iteration == self.iteration:
            return self.at_step(0)
        check_iteration(iteration)
        from_checkpoint = self.history.from_checkpoint(iteration)
        if from_checkpoint.at <= self.iteration < iteration:
            return self.forward_to(iteration, proceed)
        return self.on(from_checkpoint.advance_to(iteration, proceed=proceed), iteration)

    def on(self, replay: ReplayCursor, iteration: int) -> "Session":
        """This session where a road has led to. Raises Diverged when that is not the iteration asked for."""
        current = Iteration.of(replay)
        if replay.at < iteration:
            raise diverged(current)
        return replace(
            self, head=Head(iteration, 0, self.head.focus), history=replay.history, current=current
        )

    def is_quick(self, iterations: int) -> bool:
        """Whether so many iterations are done in a few milliseconds."""
        return iterations * self.work <= INLINE_WORK

    @property
    def work(self) -> int:
        """Multiplications of one iteration, roughly: three per parameter and example, and the bookkeeping."""
        shape = self.current.setup.shape
        return OVERHEAD + 3 * shape.parameter_count * self.current.trace.N


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


def diverged(current: Iteration) -> Diverged:
    """The problem of going on from an iteration that overflows."""
    assert current.overflow is not None, "only an overflow ends the road"
    return Diverged(current.number, current.overflow.layer, current.overflow.quantity)
