"""Criteria that end training early."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from backstep_lab.models.protocol import Model
from backstep_lab.spec.errors import Invalid

StopReason = Literal["target", "accuracy", "converged"]
LEAST_INTERVAL = 10  # iterations between two evaluations: each is a pass over the whole training set
PATIENCE = 50  # evaluations without a change of the loss that end training
NO_CHANGE = 1e-4  # of the loss: a smaller change is not visible on the page


@dataclass(frozen=True)
class StopCriteria:
    """Training ends at a batch's loss, at an accuracy, or when the loss no longer changes.

    Accuracy and change are those of the whole training set, evaluated after every epoch, but at most every
    tenth iteration. `seen` holds the losses of the latest evaluations, the newest last.
    """

    loss: float | None = None
    accuracy: float | None = None
    no_change: bool = False
    seen: tuple[float, ...] = ()

    def check(self, model: Model[Any, Any], setup: Any) -> None:
        """Raise Invalid where an accuracy is asked for and the targets are no classes."""
        if self.accuracy is not None and not model.has_classes(setup):
            raise Invalid(
                "until.accuracy",
                f"until.accuracy is {self.accuracy}, but the targets here are not classes; "
                "an accuracy needs two different targets, or one output for each class.",
                "problem-no-classes",
                value=self.accuracy,
            )

    def is_reached(self, loss: float) -> bool:
        """Whether this loss of a batch ends training."""
        return self.loss is not None and loss <= self.loss

    def next_evaluation(self, iteration: int, epoch_length: int) -> int | None:
        """The next iteration at whose start the training set is evaluated; None where it never is."""
        if self.accuracy is None and not self.no_change:
            return None
        interval = max(LEAST_INTERVAL, epoch_length)
        return (iteration // interval + 1) * interval

    def evaluate(self, model: Model[Any, Any], setup: Any) -> tuple["StopCriteria", StopReason | None]:
        """The criteria with what was seen now, and which of them is met."""
        if self.accuracy is not None and (model.accuracy(setup) or 0.0) >= self.accuracy:
            return self, "accuracy"
        if not self.no_change:
            return self, None
        seen = (*self.seen, model.train_loss(setup))[-PATIENCE:]
        unchanged = len(seen) == PATIENCE and max(seen) - min(seen) <= NO_CHANGE * max(seen)
        return replace(self, seen=seen), "converged" if unchanged else None
