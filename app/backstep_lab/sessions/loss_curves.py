"""The loss curves of a session, as far as they are known."""

from dataclasses import dataclass, field, replace
from typing import Any

from backstep_lab.config import limits
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.models.protocol import Model
from backstep_lab.sessions.loss_curve import Curve


@dataclass(frozen=True, eq=False)
class Curves:
    """Loss by iteration; and by the whole training and test set at the start of some iterations."""

    iteration: Curve = field(default_factory=lambda: Curve(limits.LOSSES_SHOWN))
    train: Curve = field(default_factory=lambda: Curve(limits.EVALUATIONS_SHOWN))
    test: Curve = field(default_factory=lambda: Curve(limits.EVALUATIONS_SHOWN))
    reached: int = 0  # iterations before this one have their loss
    evaluated: int = 0  # iterations before this one have been evaluated where due

    def truncated(self, iteration: int) -> "Curves":
        """Without what an edit at `iteration` makes stale."""
        if iteration >= self.evaluated:
            return self
        return Curves(
            self.iteration.truncated(iteration),
            self.train.truncated(iteration),
            self.test.truncated(iteration),
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
        train, test = self.train, self.test
        if train.is_due(iteration):
            train = train.extended(iteration, [model.train_loss(setup)])
            test_loss = model.test_loss(setup)
            if test_loss is not None:
                test = test.extended(iteration, [test_loss])
        return replace(self, train=train, test=test, evaluated=iteration + 1)
