"""When training may stop early, and how that is found out on the way."""

from dataclasses import dataclass, replace
from typing import Literal

from backstep_lab.engine.analysis.accuracy import accuracy, has_classes
from backstep_lab.engine.batching import Data
from backstep_lab.engine.training import mean_loss
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.resolve import TrainingSetup

StopReason = Literal["target", "accuracy", "converged"]
APART = 10  # iterations between two judgements at least: each is a pass over the whole training set
PATIENCE = 50  # judgements that the loss may stand still
STILL = 1e-4  # of the loss: less than this nobody sees on the page


@dataclass(frozen=True)
class StopCriteria:
    """What training waits for: any of a batch's loss, an accuracy, and a loss that stands still.

    Accuracy and stillness are those of the whole training set, judged after every epoch, but at most every
    tenth iteration. `seen` holds the losses of the latest judgements, the newest last.
    """

    loss: float | None = None
    accuracy: float | None = None
    no_change: bool = False
    seen: tuple[float, ...] = ()

    def check(self, data: Data) -> None:
        """Raise Invalid where an accuracy is asked for and the targets are no classes."""
        if self.accuracy is not None and not has_classes(data):
            raise Invalid(
                "until.accuracy",
                f"until.accuracy is {self.accuracy}, but the targets here are not classes; "
                "an accuracy needs two different targets, or one output for each class.",
                "problem-no-classes",
                value=self.accuracy,
            )

    def is_reached(self, loss: float) -> bool:
        """Whether this loss of a batch is what was waited for."""
        return self.loss is not None and loss <= self.loss

    def next_evaluation(self, at: int, setup: TrainingSetup) -> int | None:
        """The next iteration at whose start there is something to judge."""
        if self.accuracy is None and not self.no_change:
            return None
        apart = max(APART, setup.plan.batching.iterations(len(setup.plan.data)))
        return (at // apart + 1) * apart

    def evaluate(self, setup: TrainingSetup) -> tuple["StopCriteria", StopReason | None]:
        """What is known after a judgement, and what is met, if anything is."""
        network, data = setup.state.network, setup.plan.data
        if self.accuracy is not None and (accuracy(network, data) or 0.0) >= self.accuracy:
            return self, "accuracy"
        if not self.no_change:
            return self, None
        seen = (*self.seen, mean_loss(network, data))[-PATIENCE:]
        still = len(seen) == PATIENCE and max(seen) - min(seen) <= STILL * max(seen)
        return replace(self, seen=seen), "converged" if still else None
