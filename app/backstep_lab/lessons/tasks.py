"""What a passage asks the learner to do: one of these."""

from typing import Any, Literal

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.spec.base import Number, RefText, Wire
from backstep_lab.wire.lesson import UseName, ViewName
from backstep_lab.wire.quiz import AskName


class Step(Wire):
    """Step until a number is made."""

    step: RefText = Field(description="The number.")


class Edit(Wire):
    """Change a weight, bias, input or target."""

    edit: RefText = Field(description="The number to change.")
    above: Number | None = Field(default=None, description="It must be more than this.")
    below: Number | None = Field(default=None, description="It must be less than this.")
    to: Number | None = Field(default=None, description="It must be this.")
    show: Number = Field(description="What it becomes for somebody who asks to be shown.")

    def is_met(self, value: float) -> bool:
        """Whether a new value does it."""
        above = self.above is None or value > self.above
        return above and (self.below is None or value < self.below) and self.to in (None, value)


class Predict(Wire):
    """Say a number, or something about it, before it is computed."""

    predict: RefText = Field(description="The number that is asked for.")
    ask: AskName = Field(default="number", description="What is asked about it.")
    other: RefText | None = Field(default=None, description="What it is compared with.")
    among: list[RefText] | None = Field(default=None, min_length=2, max_length=12, description="Candidates.")
    later: Literal[0, 1] = Field(default=0, description="1 for its value in the next iteration.")
    digits: int = Field(default=2, ge=1, le=6, description="Significant digits that must be right.")
    answer: float | str = Field(description="What the author believes is right; checked, and never told.")


class Train(Wire):
    """Train, and see it end as it should."""

    train: int = Field(ge=1, le=20_000, description="At most so many iterations.")
    loss: float | None = Field(default=None, gt=0, le=limits.MAX_NUMBER, description="Until it is this.")
    settled: bool = Field(default=False, description="Until the loss no longer falls.")
    diverge: bool = Field(default=False, description="Until a number leaves the range.")


class Open(Wire):
    """Open a number in the inspector."""

    open: RefText = Field(description="The number.")


class Look(Wire):
    """Open a view."""

    view: ViewName = Field(description="Its name.")


class Use(Wire):
    """Do in a view what the view then reports."""

    use: UseName = Field(description="What it reports.")
    show: dict[RefText, Number] | None = Field(default=None, description="Parameters that do it.")


class Read(Wire):
    """Nothing but read."""

    read: Literal[True] = Field(description="Nothing else.")


Doing = Step | Edit | Predict | Train | Open | Look | Use | Read
_BY_KEY: dict[str, type[Doing]] = {
    "step": Step,
    "edit": Edit,
    "predict": Predict,
    "train": Train,
    "open": Open,
    "view": Look,
    "use": Use,
    "read": Read,
}


def doing_of(table: Any) -> Doing:
    """The one thing that a table asks for. Raises ValueError."""
    named = sorted(set(_BY_KEY) & set(table)) if isinstance(table, dict) else []
    if len(named) != 1:
        raise ValueError(f"it asks for one of {', '.join(_BY_KEY)}")
    return _BY_KEY[named[0]].model_validate(table)
