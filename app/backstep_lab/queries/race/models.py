"""What a race takes and what it answers."""

from typing import Self

from pydantic import Field, model_validator

from backstep_lab.config import limits
from backstep_lab.spec.base import RefText, Wire
from backstep_lab.spec.create import NetworkPart, TrainingPart
from backstep_lab.wire.models import Divergence


class Variant(Wire):
    """What a racer has otherwise than the session; nothing for the session's own settings."""

    training: TrainingPart | None = Field(default=None, description="Other training settings.")
    network: NetworkPart | None = Field(default=None, description="Another network.")


class RaceCall(Wire):
    """Who races, how far, and which two weights are followed."""

    variants: list[Variant] = Field(
        min_length=1, max_length=limits.RACERS, description="The racers, each by what it has otherwise."
    )
    iterations: int | None = Field(
        default=None, ge=1, le=limits.MAX_AHEAD, description="How many iterations each of them makes."
    )
    epochs: int | None = Field(
        default=None,
        ge=1,
        le=limits.MAX_AHEAD,
        description="How many epochs each makes instead: as many examples for all.",
    )
    weights: list[RefText] = Field(
        default=[],
        max_length=limits.RACE_PLANE,
        examples=[["W1[0,0]", "W1[0,1]"]],
        description="Two weights or biases to follow over the contours of the loss; none for losses alone.",
    )

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.iterations is None) == (self.epochs is None):
            raise ValueError("give either iterations or epochs")
        if len(self.weights) == 1 or len(set(self.weights)) < len(self.weights):
            raise ValueError("give two different weights, or none")
        return self


class RacePlace(Wire):
    """Where a racer stands."""

    iteration: int = Field(description="Iterations done.")
    examples: int = Field(description="Examples seen so far, each counted as often as it came.")
    loss: float | None = Field(
        description="Mean loss over the whole training set, without a penalty; null where it is too large."
    )
    x: float | None = Field(description="The first weight; null where none is followed.")
    y: float | None = Field(description="The second weight.")


class RaceRacer(Wire):
    """One racer's way."""

    batch_size: int = Field(description="Examples in one of its iterations.")
    iterations_of_epoch: int = Field(description="Its iterations in one epoch.")
    places: list[RacePlace] = Field(description="Its way, evenly thinned, both ends included.")
    diverged: Divergence | None = Field(description="Where its numbers overflowed; null where they did not.")


class RaceContours(Wire):
    """The training loss over the two weights, all other weights at their initial values."""

    xs: list[float] = Field(description="Values of the first weight.")
    ys: list[float] = Field(description="Values of the second weight.")
    loss: list[list[float | None]] = Field(description="The loss: a row for each y, a number for each x.")


class Race(Wire):
    """How a race went."""

    examples: int = Field(description="Examples of the training set.")
    racers: list[RaceRacer] = Field(description="The racers, in the order of the variants.")
    contours: RaceContours | None = Field(
        description="The landscape of the first racer's network; null where no weights are followed."
    )
