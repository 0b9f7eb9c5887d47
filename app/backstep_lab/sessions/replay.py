"""Replay: from a checkpoint, or from the iteration that a session is at, to the start of any later iteration.

Replaying repeats the very operations that were done, so every iteration comes back bit for bit.
"""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Any

from backstep_lab.config import limits
from backstep_lab.engine.trace import Overflow
from backstep_lab.models.protocol import Iteration
from backstep_lab.sessions.edits import Edit
from backstep_lab.sessions.history import History, ShouldContinue, never_stop
from backstep_lab.sessions.stopping import StopCriteria, StopReason

SLICE_SECONDS = 0.01  # how long one uninterrupted run of iterations may take
FIRST_SLICE = 8  # iterations: a millisecond for a small network


@dataclass(frozen=True, eq=False)
class ReplayCursor:
    """The start of iteration `iteration`: its setup, with that iteration's edits applied.

    `overflow` and `stop_reason` say what ended a replay before the iteration that was asked for.
    """

    history: History
    setup: Any
    iteration: int
    overflow: Overflow | None = None
    criteria: StopCriteria = field(default_factory=StopCriteria)
    stop_reason: StopReason | None = None

    def evaluated(self) -> "ReplayCursor":
        """With the loss of the whole training and test set at this iteration, where one is due."""
        curves = self.history.curves.evaluated_at(self.iteration, self.history.model, self.setup)
        if curves is self.history.curves:
            return self
        return replace(self, history=replace(self.history, curves=curves))

    def advance_to(self, stop: int, *, proceed: ShouldContinue = never_stop) -> "ReplayCursor":
        """To the start of iteration `stop`, or to where an overflow, a criterion or `proceed` ends it."""
        cursor, size = self.evaluated(), FIRST_SLICE
        while cursor.iteration < stop and not (cursor.overflow or cursor.stop_reason) and proceed():
            began = monotonic()
            cursor = cursor._advance_slice(min(stop, cursor.iteration + size, cursor._next_pause()))
            size = max(1, size * 2 if monotonic() - began < SLICE_SECONDS else size // 2)
        return cursor

    def computed(self) -> Iteration:
        """The iteration that starts here, computed whole."""
        return self.history.model.compute(self.iteration, self.setup)

    def _next_pause(self) -> int:
        """The next iteration at whose start an edit, checkpoint, evaluation or criterion is due."""
        due = [edit.iteration for edit in self.history.edits if edit.iteration > self.iteration]
        interval = self.history.interval
        due.append((self.iteration // interval + 1) * interval)
        spacing = 1 << max(0, (self.iteration // limits.EVALUATIONS_SHOWN).bit_length())
        due.append((self.iteration // spacing + 1) * spacing)
        evaluation = self.criteria.next_evaluation(
            self.iteration, self.history.model.epoch_length(self.setup)
        )
        return min(due if evaluation is None else [*due, evaluation])

    def _advance_slice(self, stop: int) -> "ReplayCursor":
        model, criteria = self.history.model, self.criteria
        done = model.run(self.setup, stop - self.iteration, criteria.loss)
        if len(done.losses) == 0:
            return replace(self, overflow=done.overflow)
        iteration = self.iteration + len(done.losses)
        curves = self.history.curves.with_losses(self.iteration, done.losses)
        reason: StopReason | None = "target" if criteria.is_reached(float(done.losses[-1])) else None
        if reason is None and iteration == criteria.next_evaluation(
            self.iteration, model.epoch_length(done.setup)
        ):
            criteria, reason = criteria.evaluate(model, done.setup)
        start = _at_start(replace(self.history, curves=curves), done.setup, iteration)
        return replace(start, overflow=done.overflow, criteria=criteria, stop_reason=reason)


def from_checkpoint(history: History, iteration: int) -> ReplayCursor:
    """At the last checkpoint at or before `iteration`, or at iteration 0."""
    index = bisect_right([c.iteration for c in history.checkpoints], iteration) - 1
    setup, start = history.initial_setup, 0
    if index >= 0:
        checkpoint = history.checkpoints[index]
        start = checkpoint.iteration
        setup = _edited(history, setup, [edit for edit in history.edits if edit.iteration < start])
        setup = history.model.with_state(setup, checkpoint.state)
    return ReplayCursor(history, _edited(history, setup, history.edits_at(start)), start)


def from_start_of(history: History, current: Iteration) -> ReplayCursor:
    """At the start of an iteration that is computed already."""
    return ReplayCursor(history, current.setup, current.number)


def from_end_of(history: History, current: Iteration) -> ReplayCursor:
    """At the start of the iteration after one that is complete."""
    history = history.with_loss(current.number, current.loss)
    return _at_start(history, current.setup_after, current.number + 1)


def replayed(history: History, iteration: int) -> Iteration:
    """An iteration that the history is known to reach, computed again."""
    return from_checkpoint(history, iteration).advance_to(iteration).computed()


def _at_start(history: History, setup: Any, iteration: int) -> ReplayCursor:
    """At an iteration whose `setup` has no edits of that iteration yet: it may become a checkpoint."""
    history = history.with_checkpoint(iteration, history.model.state(setup))
    return ReplayCursor(history, _edited(history, setup, history.edits_at(iteration)), iteration).evaluated()


def _edited(history: History, setup: Any, edits: list[Edit]) -> Any:
    for edit in edits:
        setup = history.model.apply(setup, edit.change)
    return setup
