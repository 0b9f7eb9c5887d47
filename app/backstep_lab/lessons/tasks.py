"""The task of a passage: one of these types."""

from typing import Any, Literal

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.spec.base import Number, RefText, Wire
from backstep_lab.wire.lesson import UseName, ViewName
from backstep_lab.wire.quiz import AskName


class StepTask(Wire):
    """Step until a number is computed."""

    step: RefText = Field(description="The number.")


class EditTask(Wire):
    """Change a weight, bias, input or target."""

    edit: RefText = Field(description="The number to change.")
    above: Number | None = Field(default=None, description="It must be more than this.")
    below: Number | None = Field(default=None, description="It must be less than this.")
    to: Number | None = Field(default=None, description="It must be this.")
    show: Number = Field(description="The value that is set when the learner asks to be shown.")

    def is_met(self, value: float) -> bool:
        """Whether a new value completes the task."""
        above = self.above is None or value > self.above
        return above and (self.below is None or value < self.below) and self.to in (None, value)


class PredictTask(Wire):
    """Predict a number, its sign, or how it compares, before it is computed."""

    predict: RefText = Field(description="The number that is asked for.")
    ask: AskName = Field(default="number", description="What is asked about it.")
    other: RefText | None = Field(default=None, description="What it is compared with.")
    among: list[RefText] | None = Field(default=None, min_length=2, max_length=12, description="Candidates.")
    later: Literal[0, 1] = Field(default=0, description="1 for its value in the next iteration.")
    digits: int = Field(default=2, ge=1, le=6, description="Significant digits that must be right.")
    answer: float | str = Field(description="The author's answer; checked, and never sent.")


class TrainTask(Wire):
    """Train until the stated end."""

    train: int = Field(ge=1, le=20_000, description="At most so many iterations.")
    loss: float | None = Field(default=None, gt=0, le=limits.MAX_NUMBER, description="Until it is this.")
    settled: bool = Field(default=False, description="Until the loss no longer falls.")
    diverge: bool = Field(default=False, description="Until a number leaves the range.")


class OpenTask(Wire):
    """Open a number in the inspector."""

    open: RefText = Field(description="The number.")


class LookTask(Wire):
    """Open a view."""

    view: ViewName = Field(description="Its name.")


class UseTask(Wire):
    """An interaction that a view reports."""

    use: UseName = Field(description="What it reports.")
    show: dict[RefText, Number] | None = Field(default=None, description="Parameters that complete the task.")


class WriteTask(Wire):
    """Write the program of a graph."""

    write: str = Field(
        min_length=1,
        max_length=limits.MAX_EXPRESSION,
        description="A program with values that computes what the learner's is to compute.",
    )


class ReadTask(Wire):
    """Read only."""

    read: Literal[True] = Field(description="Nothing else.")


Task = StepTask | EditTask | PredictTask | TrainTask | OpenTask | LookTask | UseTask | WriteTask | ReadTask
_BY_KEY: dict[str, type[Task]] = {
    "step": StepTask,
    "edit": EditTask,
    "predict": PredictTask,
    "train": TrainTask,
    "open": OpenTask,
    "view": LookTask,
    "use": UseTask,
    "write": WriteTask,
    "read": ReadTask,
}


def parse_task(table: Any) -> Task:
    """The task in a table. Raises ValueError."""
    named = sorted(set(_BY_KEY) & set(table)) if isinstance(table, dict) else []
    if len(named) != 1:
        raise ValueError(f"it asks for one of {', '.join(_BY_KEY)}")
    return _BY_KEY[named[0]].model_validate(table)
