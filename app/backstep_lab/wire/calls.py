"""Bodies of the calls that move a session."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from backstep_lab.config import limits
from backstep_lab.spec.base import Revision, Wire

UnitName = Literal["term", "neuron", "layer", "element", "line", "group", "pass", "iteration", "epoch"]
PhaseUnitName = Literal["term", "neuron", "layer", "element", "line", "group", "pass"]


class RevisionOnly(Wire):
    """Nothing but the revision."""

    revision: Revision


Ordinal = Annotated[int, Field(ge=1, le=limits.MAX_STEP)]


class KnownOperations(Wire):
    """Operations of one iteration that follow each other."""

    first: Ordinal = Field(description="The ordinal of the first, from 1.")
    last: Ordinal = Field(description="The ordinal of the last.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first > self.last:
            raise PydanticCustomError(
                "problem-known-order",
                "the first ordinal is {first}, which is larger than the last, {last}",
                {"first": self.first, "last": self.last},
            )
        return self


class MoveCall(Wire):
    """A call that moves a session."""

    revision: Revision
    known: KnownOperations | None = Field(
        default=None,
        description="Operations of the session's iteration that the caller has, as they stand at `revision`. "
        "Of `operation` and `ahead` the answer leaves out these, and `operations` is empty; where there is a "
        "`snapshot`, it alone has operations.",
    )

    @model_validator(mode="after")
    def _known_of_a_revision(self) -> Self:
        if self.known is not None and self.revision is None:
            raise PydanticCustomError(
                "problem-known-without-revision", "known needs the revision of the session that it is about"
            )
        return self


class PhaseCall(MoveCall):
    """A step within a phase."""

    unit: PhaseUnitName = Field(default="pass", description="How far to go; `pass` to the end of the phase.")


class StepCall(MoveCall):
    """A step of any size, forward or back."""

    unit: UnitName = Field(
        default="term",
        description="How far to go; `neuron`, `layer` in networks, `element`, `line`, `group` in graphs.",
    )
    count: int = Field(default=1, ge=1, le=limits.MAX_COUNT, description="How many of them.")


class SeekCall(MoveCall):
    """A moment to go to."""

    iteration: int = Field(ge=0, le=limits.MAX_ITERATION, description="The iteration, from 0.")
    step: int | None = Field(
        default=0,
        ge=0,
        le=limits.MAX_STEP,
        description="Operations done in it; null for all that can be computed.",
    )


class StopConditions(Wire):
    """When training may stop early."""

    loss: float | None = Field(
        default=None,
        ge=0,
        le=limits.MAX_NUMBER,
        allow_inf_nan=False,
        description="Stop after the first iteration whose loss is at most this.",
    )
    accuracy: float | None = Field(
        default=None,
        ge=0,
        le=1,
        allow_inf_nan=False,
        description="Stop once this share of the training set is in the right class; "
        "judged after every epoch, at most every tenth iteration.",
    )
    no_change: bool = Field(
        default=False,
        description="Stop once the loss of the training set has stood still, within a ten-thousandth of it, "
        "for 50 judgements.",
    )


class TrainCall(Wire):
    """How long to train, iterations, epochs or until stopped; and how fast."""

    revision: Revision
    iterations: int | None = Field(
        default=None, ge=1, le=limits.MAX_TRAIN_ITERATIONS, description="How many iterations."
    )
    epochs: int | None = Field(
        default=None,
        ge=1,
        le=limits.MAX_TRAIN_ITERATIONS,
        description="How many epochs; the rest of one counts as one.",
    )
    until_stopped: bool = Field(
        default=False,
        description="Until it is stopped, as far as one call goes: it ends with `time` after `train_seconds` "
        "of computing, and with `completed` at the session's furthest iteration. Call again to go on.",
    )
    iterations_per_second: float | None = Field(
        default=None,
        ge=limits.MIN_PACE,
        le=limits.MAX_PACE,
        allow_inf_nan=False,
        description="The most iterations in a second; null for as many as can be.",
    )
    until: StopConditions | None = Field(default=None, description="When to stop early.")

    @model_validator(mode="after")
    def _one_of_three(self) -> Self:
        if (self.iterations is not None) + (self.epochs is not None) + self.until_stopped != 1:
            raise ValueError("give either iterations or epochs, or true as until_stopped")
        return self
