"""A session's history: what it was made from, every edit, and checkpoints from which it is replayed.

An edit acts from the start of its iteration: iteration i is always computed with all edits that belong to i
or before. A checkpoint is the state at the start of an iteration, before the edits of that iteration.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from backstep_lab.models.protocol import Model, ModelSpec
from backstep_lab.models.registry import model_of
from backstep_lab.sessions.edits import Edit, Position
from backstep_lab.sessions.loss_curves import Curves

MOST_CHECKPOINTS = 64
CHECKPOINT_NUMBERS = 500_000  # of all checkpoints together: four megabytes

# Called between slices of a computation; may raise instead of returning False.
ShouldContinue = Callable[[], bool]


def never_stop() -> bool:
    """Never stop."""
    return True


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """The state at the start of an iteration, before that iteration's edits."""

    iteration: int
    state: Any


@dataclass(frozen=True, eq=False)
class History:
    """Everything that decides a session's numbers, except its position.

    `interval` is the number of iterations between two checkpoints; `built` caches `initial_setup`.
    """

    spec: ModelSpec
    edits: tuple[Edit, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    interval: int = 1
    curves: Curves = field(default_factory=Curves)
    built: Any = None

    @property
    def model(self) -> Model[Any, Any]:
        """The kind of model that the spec describes."""
        return model_of(self.spec)

    @property
    def initial_setup(self) -> Any:
        """What iteration 0 starts from, before any edit. Raises Invalid where the spec's parts do not fit."""
        if self.built is None:
            object.__setattr__(self, "built", self.model.build(self.spec))
        return self.built

    def edits_at(self, iteration: int) -> list[Edit]:
        """The edits that belong to an iteration."""
        return [edit for edit in self.edits if edit.iteration == iteration]

    def with_edit(self, edit: Edit) -> "History":
        """With one more edit; edits made after its origin are dropped, and what it changes is forgotten."""
        kept = tuple(e for e in self.edits if e.iteration <= edit.origin[0])
        later = tuple(e for e in self.edits if e.iteration > edit.origin[0])
        return self._from(edit.iteration, (*kept, replace(edit, dropped=later)))

    def with_restart(self, edit: Edit) -> "History":
        """With an edit of iteration 0 made at any position; all edits after that iteration are dropped."""
        kept, later = self.edits_at(0), tuple(e for e in self.edits if e.iteration > 0)
        return self._from(0, (*kept, replace(edit, dropped=later)))

    def with_names(self, names: Mapping[str, Any], whole: Any, iteration: int) -> "History":
        """With other names from the edit on that the names of this iteration come from, else from the start.

        `names` are the fields of an edit, `whole` is what a spec holds. No number changes.
        """
        for place in reversed(range(len(self.edits))):
            edit = self.edits[place]
            if edit.iteration <= iteration and any(map(edit.change.part, ("network", "dataset", "names"))):
                change = replace(edit.change, parts={**edit.change.parts, "names": dict(names)})
                edits = (*self.edits[:place], replace(edit, change=change), *self.edits[place + 1 :])
                return replace(self, edits=edits)
        return replace(self, spec=self.spec.model_copy(update={"names": whole}), built=None)

    def with_landing(self, landing: Position) -> "History":
        """With another landing of the newest edit."""
        *others, newest = self.edits
        if newest.landing == landing:
            return self
        return replace(self, edits=(*others, replace(newest, landing=landing)))

    def without_newest_edit(self) -> "History":
        """As it was before the newest edit."""
        *kept, newest = self.edits
        return self._from(newest.iteration, (*kept, *newest.dropped))

    def _from(self, iteration: int, edits: tuple[Edit, ...]) -> "History":
        kept = tuple(c for c in self.checkpoints if c.iteration <= iteration)
        return replace(self, edits=edits, checkpoints=kept, curves=self.curves.truncated(iteration))

    def with_loss(self, iteration: int, loss: float) -> "History":
        """With the loss of a complete iteration."""
        return replace(self, curves=self.curves.with_losses(iteration, np.array([loss])))

    def with_checkpoint(self, iteration: int, state: Any) -> "History":
        """With a checkpoint, if one is due; when there are too many, every second one is removed."""
        if iteration == 0 or iteration % self.interval:
            return self
        if self.checkpoints and iteration <= self.checkpoints[-1].iteration:
            return self
        checkpoints, interval = (*self.checkpoints, Checkpoint(iteration, state)), self.interval
        size = max(1, self.model.state_size(state))
        while len(checkpoints) > max(4, min(MOST_CHECKPOINTS, CHECKPOINT_NUMBERS // size)):
            interval *= 2
            checkpoints = tuple(c for c in checkpoints if c.iteration % interval == 0)
        return replace(self, checkpoints=checkpoints, interval=interval)
