"""The loss curves of a session, as far as they are known."""

from dataclasses import dataclass, field, replace
from typing import Any

from backstep_lab.config import limits
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.models.protocol import Model
from backstep_lab.sessions.loss_curve import Curve


@dataclass(frozen=True, eq=False)
class Curves:
    """Loss by iteration; loss and accuracy of the whole training and test set at the start of some of them.

    A curve that an edit brings, such as that of accuracy where the targets become classes, begins there.
    """

    iteration: Curve = field(default_factory=lambda: Curve(limits.LOSSES_SHOWN))
    train: Curve = field(default_factory=lambda: Curve(limits.EVALUATIONS_SHOWN))
    test: Curve = field(default_factory=lambda: Curve(limits.EVALUATIONS_SHOWN))
    train_accuracy: Curve = field(default_factory=lambda: Curve(limits.EVALUATIONS_SHOWN))
    test_accuracy: Curve = field(default_factory=lambda: Curve(limits.EVALUATIONS_SHOWN))
    reached: int = 0  # iterations before this one have their loss
    evaluated: int = 0  # iterations before this one have been evaluated where due

    @property
    def all(self) -> tuple[Curve, ...]:
        """Every curve."""
        return self.iteration, self.train, self.test, self.train_accuracy, self.test_accuracy

    def truncated(self, iteration: int) -> "Curves":
        """Without what an edit at `iteration` makes stale."""
        if iteration >= self.evaluated:
            return self
        return Curves(
            self.iteration.truncated(iteration),
            self.train.truncated(iteration),
            self.test.truncated(iteration),
            self.train_accuracy.truncated(iteration),
            self.test_accuracy.truncated(iteration),
            min(self.reached, iteration),
            iteration,
        )

    def with_losses(self, start: int, losses: Array) -> "Curves":
        """With the losses of the iterations from `start` on, where they follow what is known."""
        if not start <= self.reached < start + len(losses):
            return self
        return replace(self, iteration=self.iteration.extended(start, losses), reached=start + len(losses))

    def evaluated_at(self, iteration: int, model: Model[Any, Any], setup: Any) -> "Curves":
        """With the whole sets' losses at the start of `iteration`, where due and not yet known."""
        if iteration < self.evaluated:
            return self
        known = replace(self, evaluated=iteration + 1)
        if not self.train.is_due(iteration):
            return known
        return replace(
            known,
            train=_longer(self.train, iteration, model.train_loss(setup)),
            test=_longer(self.test, iteration, model.test_loss(setup)),
            train_accuracy=_longer(self.train_accuracy, iteration, model.accuracy(setup)),
            test_accuracy=_longer(self.test_accuracy, iteration, model.test_accuracy(setup)),
        )


def _longer(curve: Curve, iteration: int, value: float | None) -> Curve:
    return curve if value is None else curve.padded(iteration).extended(iteration, [value])
