"""One learner's session: a history and a position in it. Immutable: a change makes a new one."""

from dataclasses import dataclass, field, replace
from typing import Literal

from backstep_lab.config import limits
from backstep_lab.models.memo import Memo
from backstep_lab.models.protocol import Iteration, ModelSpec
from backstep_lab.sessions.history import History, ShouldContinue, never_stop
from backstep_lab.sessions.replay import ReplayCursor, from_checkpoint, from_end_of
from backstep_lab.spec.errors import Conflict, Diverged, Invalid, Undefined
from backstep_lab.stepping.operations import BACKWARD, LOSS

Status = Literal["running", "converged", "diverged"]
INLINE_WORK = 6_000_000  # multiplications that are done on the event loop: a few milliseconds
OVERHEAD = 20_000  # multiplications that an iteration's own bookkeeping is worth


@dataclass(frozen=True, slots=True)
class Head:
    """A session's position: iteration, operations done in it, and the row of the batch in focus."""

    iteration: int = 0
    step: int = 0
    focus: int = 0

    @property
    def fields(self) -> list[int]:
        """The arguments that make the same head, as plain values."""
        return [self.iteration, self.step, self.focus]


@dataclass(frozen=True, eq=False, slots=True)
class Session:
    """`current` is the iteration at `head`, computed whole.

    `published` keeps the checked figures of earlier iterations, as long as no edit changes them.
    """

    id: str
    revision: int
    head: Head
    history: History
    current: Iteration
    published: Memo = field(default_factory=Memo)

    @classmethod
    def new(cls, id: str, spec: ModelSpec, revision: int = 0) -> "Session":
        """A new session at its start. Raises Invalid where the spec's parts do not fit."""
        cursor = from_checkpoint(History(spec), 0).evaluated()
        head = Head(focus=cursor.history.model.default_example(cursor.setup))
        return cls(id, revision, head, cursor.history, cursor.computed())

    @classmethod
    def restore(
        cls, id: str, revision: int, head: Head, history: History, proceed: ShouldContinue = never_stop
    ) -> "Session":
        """A stored session, computed again. Raises ValueError where its history does not reach `head`."""
        cursor = from_checkpoint(history, head.iteration).advance_to(head.iteration, proceed=proceed)
        if cursor.iteration != head.iteration:
            raise ValueError(
                f"history leads to iteration {cursor.iteration}, the session is at {head.iteration}"
            )
        return cls(id, revision, head, cursor.history, cursor.computed())._checked()

    @property
    def iteration(self) -> int:
        """The number of the current iteration."""
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
        return min(self.head.focus, current.examples - 1)

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
        """The highest iteration that was computed with these edits, or this one."""
        return max(self.iteration, self.history.curves.reached - 1)

    @property
    def status(self) -> Status:
        """Whether training can go on, has converged, or has overflowed."""
        if self.current.overflow is not None and self.step >= self.current.limit:
            return "diverged"
        known = self.step >= self.current.phases[BACKWARD][1]
        return "converged" if known and self.current.is_converged else "running"

    @property
    def knows_loss(self) -> bool:
        """Whether this iteration's loss is computed."""
        return self.step >= self.current.phases[LOSS][1]

    def at_step(self, step: int) -> "Session":
        """The same iteration at another step."""
        head = Head(self.head.iteration, step, self.head.focus)
        return Session(self.id, self.revision, head, self.history, self.current, self.published)

    def reaching(self, step: int) -> "Session":
        """The same iteration at a step from a request. Raises Invalid, Diverged."""
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
        return Session(self.id, revision, self.head, self.history, self.current, self.published)

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
        """The start of the next iteration, from a complete one. Raises Diverged."""
        return self.forward_to(self.iteration + 1)

    def forward_to(self, iteration: int, proceed: ShouldContinue = never_stop) -> "Session":
        """The start of a later iteration. Raises Diverged where a number before it overflows."""
        check_iteration(iteration)
        if self.current.overflow is not None:
            raise diverged(self.current)
        return self._replayed(from_end_of(self.history, self.current), iteration, proceed)

    def at_iteration(self, iteration: int, proceed: ShouldContinue = never_stop) -> "Session":
        """The start of any iteration, by the shortest replay. Raises Diverged as `forward_to` does."""
        if iteration == self.iteration:
            return self.at_step(0)
        check_iteration(iteration)
        cursor = from_checkpoint(self.history, iteration)
        if cursor.iteration <= self.iteration < iteration:
            return self.forward_to(iteration, proceed)
        return self._replayed(cursor, iteration, proceed)

    def _replayed(self, cursor: ReplayCursor, iteration: int, proceed: ShouldContinue) -> "Session":
        cursor = cursor.advance_to(iteration, proceed=proceed)
        current = cursor.computed()
        if cursor.iteration < iteration:
            raise diverged(current)
        head = Head(iteration, 0, self.head.focus)
        return replace(self, head=head, history=cursor.history, current=current)

    def at_edit(self, head: Head, history: History, current: Iteration) -> "Session":
        """Where an edit, or its undo, leads: figures of earlier iterations may be other ones."""
        return replace(self, head=head, history=history, current=current, published=Memo())

    def is_inline(self, iterations: int) -> bool:
        """Whether computing so many iterations takes a few milliseconds at most."""
        return iterations * self.work <= INLINE_WORK

    @property
    def work(self) -> int:
        """Multiplications of one iteration, roughly, its fixed cost included."""
        return OVERHEAD + self.current.multiplications

    @property
    def opening_work(self) -> int:
        """Multiplications of building the session from its spec and computing one iteration, roughly."""
        return OVERHEAD + self.current.opening_multiplications


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


def diverged(current: Iteration) -> Conflict:
    """The problem of a step beyond the overflow of an iteration."""
    assert current.overflow is not None, "only an overflow ends training"
    if current.model == "graph":
        return Undefined(current.overflow.quantity)
    return Diverged(current.number, current.overflow.layer, current.overflow.quantity)
