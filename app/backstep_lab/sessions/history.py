"""A session's history: what it was made from, every edit, and checkpoints from which any moment is replayed.

An edit acts from the start of its iteration: iteration i is always seen with all edits that belong to i or
before. A checkpoint is the state at the start of an iteration, before the edits of that iteration. Replaying
repeats the very operations that were done, so every moment comes back bit for bit.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic

from backstep_lab.config import limits
from backstep_lab.engine.trace import Overflow
from backstep_lab.engine.training import TrainingState, run
from backstep_lab.sessions.edits import Edit, Place, applied
from backstep_lab.sessions.loss_curves import Curves
from backstep_lab.sessions.stopping import StopCriteria, StopReason
from backstep_lab.spec.model import Spec
from backstep_lab.spec.resolve import TrainingSetup, build

MOST_CHECKPOINTS = 64
CHECKPOINT_NUMBERS = 500_000  # of all checkpoints together: four megabytes
STRIDE_SECONDS = 0.01  # how long one uninterrupted stretch of iterations may take
FIRST_STRIDE = 8  # iterations: a millisecond for a small network

Proceed = Callable[[], bool]  # asked between stretches; may raise instead of saying no


def always() -> bool:
    """Never stop."""
    return True


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """The state at the start of an iteration, before that iteration's edits."""

    iteration: int
    state: TrainingState


@dataclass(frozen=True, eq=False)
class History:
    """Everything that decides a session's numbers, but for the moment it is at."""

    spec: Spec
    edits: tuple[Edit, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    interval: int = 1
    curves: Curves = field(default_factory=Curves)
    built: TrainingSetup | None = None  # from `spec`; kept when the rest is replaced

    @property
    def origin(self) -> TrainingSetup:
        """The world at the very start, before any edit; built once."""
        if self.built is None:
            object.__setattr__(self, "built", build(self.spec))
        assert self.built is not None, "built just now"
        return self.built

    def edits_at(self, iteration: int) -> list[Edit]:
        """The edits that belong to an iteration."""
        return [edit for edit in self.edits if edit.iteration == iteration]

    def with_edit(self, edit: Edit) -> "History":
        """With one edit more; what it makes untrue is forgotten."""
        kept = tuple(e for e in self.edits if e.iteration <= edit.origin[0])
        later = tuple(e for e in self.edits if e.iteration > edit.origin[0])
        return self._from(edit.iteration, (*kept, replace(edit, dropped=later)))

    def landing_at(self, landing: Place) -> "History":
        """With another landing of the newest edit."""
        *others, newest = self.edits
        if newest.landing == landing:
            return self
        return replace(self, edits=(*others, replace(newest, landing=landing)))

    def with_rewind(self, edit: Edit) -> "History":
        """With an edit of iteration 0 made from anywhere: all edits after that iteration are left behind."""
        kept, later = self.edits_at(0), tuple(e for e in self.edits if e.iteration > 0)
        return self._from(0, (*kept, replace(edit, dropped=later)))

    def without_newest(self) -> "History":
        """With the newest edit taken back."""
        *kept, newest = self.edits
        return self._from(newest.iteration, (*kept, *newest.dropped))

    def _from(self, iteration: int, edits: tuple[Edit, ...]) -> "History":
        kept = tuple(c for c in self.checkpoints if c.iteration <= iteration)
        return replace(self, edits=edits, checkpoints=kept, curves=self.curves.truncated(iteration))

    def from_checkpoint(self, iteration: int) -> "ReplayCursor":
        """The road to `iteration`, from the last checkpoint before it."""
        index = bisect_right([c.iteration for c in self.checkpoints], iteration) - 1
        if index < 0:
            return ReplayCursor(self, self._edited(self.origin, 0), 0)
        checkpoint = self.checkpoints[index]
        setup = self.origin
        for edit in self.edits:
            if edit.iteration < checkpoint.iteration:
                setup = applied(setup, edit.change)
        setup = replace(setup, state=checkpoint.state)
        return ReplayCursor(self, self._edited(setup, checkpoint.iteration), checkpoint.iteration)

    def _edited(self, setup: TrainingSetup, iteration: int) -> TrainingSetup:
        for edit in self.edits_at(iteration):
            setup = applied(setup, edit.change)
        return setup

    def with_checkpoint(self, iteration: int, state: TrainingState) -> "History":
        """With a checkpoint, if one is due; when there are too many, every second one goes."""
        if iteration == 0 or iteration % self.interval:
            return self
        if self.checkpoints and iteration <= self.checkpoints[-1].iteration:
            return self
        checkpoints, interval = (*self.checkpoints, Checkpoint(iteration, state)), self.interval
        size = len(state.network.theta) + len(state.optimizer_state)
        while len(checkpoints) > max(4, min(MOST_CHECKPOINTS, CHECKPOINT_NUMBERS // size)):
            interval *= 2
            checkpoints = tuple(c for c in checkpoints if c.iteration % interval == 0)
        return replace(self, checkpoints=checkpoints, interval=interval)

    def at_iteration_start(self, setup: TrainingSetup, iteration: int) -> "ReplayCursor":
        """The road on, when `world` (not yet edited) is what the iteration before has led to."""
        history = self.with_checkpoint(iteration, setup.state)
        return ReplayCursor(history, history._edited(setup, iteration), iteration).evaluated()


@dataclass(frozen=True, eq=False)
class ReplayCursor:
    """A place between two iterations: the world at the start of iteration `at`, its edits made."""

    history: History
    setup: TrainingSetup
    at: int
    overflow: Overflow | None = None
    until: StopCriteria = field(default_factory=StopCriteria)
    met: StopReason | None = None

    def evaluated(self) -> "ReplayCursor":
        curves = self.history.curves.evaluated_at(self.at, self.setup)
        return (
            self
            if curves is self.history.curves
            else replace(self, history=replace(self.history, curves=curves))
        )

    def advance_to(self, stop: int, *, proceed: Proceed = always) -> "ReplayCursor":
        """On to the start of iteration `stop`, or to where an overflow, a goal or `proceed` ends it."""
        replay, stride = self.evaluated(), FIRST_STRIDE
        while replay.at < stop and not (replay.overflow or replay.met) and proceed():
            began = monotonic()
            replay = replay._advance_slice(min(stop, replay.at + stride, replay._next_event()))
            stride = max(1, stride * 2 if monotonic() - began < STRIDE_SECONDS else stride // 2)
        return replay

    def _next_event(self) -> int:
        """The next iteration at whose start there is more to do than to go on."""
        ahead = [edit.iteration for edit in self.history.edits if edit.iteration > self.at]
        interval = self.history.interval
        ahead.append((self.at // interval + 1) * interval)
        spacing = 1 << max(0, (self.at // limits.EVALUATIONS_SHOWN).bit_length())
        ahead.append((self.at // spacing + 1) * spacing)
        judgement = self.until.next_evaluation(self.at, self.setup)
        return min(ahead if judgement is None else [*ahead, judgement])

    def _advance_slice(self, stop: int) -> "ReplayCursor":
        done = run(self.setup.plan, self.setup.state, stop - self.at, self.until.loss)
        if len(done.losses) == 0:
            return replace(self, overflow=done.overflow)
        at = self.at + len(done.losses)
        history = replace(self.history, curves=self.history.curves.with_losses(self.at, done.losses))
        met: StopReason | None = "target" if self.until.is_reached(float(done.losses[-1])) else None
        until, setup = self.until, replace(self.setup, state=done.state)
        if met is None and at == until.next_evaluation(self.at, setup):
            until, met = until.evaluate(setup)
        return replace(history.at_iteration_start(setup, at), overflow=done.overflow, until=until, met=met)
