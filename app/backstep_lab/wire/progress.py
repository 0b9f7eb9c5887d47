"""The events of a training run."""

from typing import Literal

from pydantic import Field

from backstep_lab.spec.base import Wire
from backstep_lab.spec.graph import AnySpec, LeafValues
from backstep_lab.spec.model import Parameters
from backstep_lab.wire.models import AccuracyPoint, LossPoint, Position, StatusName, Vector


class ForwardValues(Wire):
    """The forward pass and the loss of the iteration, for the focus example; null where not computed."""

    x: Vector = Field(description="Inputs.")
    y: Vector = Field(description="Targets.")
    z: list[Vector] = Field(description="Weighted sums.")
    a: list[Vector] = Field(description="Activations.")
    loss_terms: Vector = Field(description="The loss's term of each output.")
    example_loss: float | None = Field(description="ℓ of the focus example.")
    data_loss: float | None = Field(description="Loss of the batch, before a penalty.")
    penalty: float | None = Field(description="The penalty on the weights.")
    loss: float | None = Field(description="L of the batch, penalty included.")


class NewLosses(Wire):
    """What is new of a loss curve: of earlier points, those at multiples of `every` stay."""

    every: int = Field(description="How many iterations two points are apart by now.")
    points: list[LossPoint] = Field(description="The points after `since`.")


class NewAccuracies(Wire):
    """The same of a curve of accuracy."""

    every: int = Field(description="How many iterations two points are apart by now.")
    points: list[AccuracyPoint] = Field(description="The points after `since`.")


class LossCurves(Wire):
    """What is new of the loss curves."""

    iteration: NewLosses = Field(
        description="L of each iteration's batch; the last point may be off the grid."
    )
    train: NewLosses = Field(description="Mean loss of the training set.")
    test: NewLosses = Field(description="Mean loss of the test set.")


class AccuracyCurves(Wire):
    """What is new of the curves of accuracy."""

    train: NewAccuracies = Field(description="That of the training set.")
    test: NewAccuracies = Field(description="That of the test set.")


class NewPoints(Wire):
    """What is new of all curves."""

    since: int = Field(
        description="The iteration of the event before; -1 in the first, which has all points."
    )
    losses: LossCurves = Field(description="The loss curves.")
    accuracies: AccuracyCurves = Field(description="The curves of accuracy.")


class Progress(Wire):
    """How far a training call has come: the data of a `progress` event."""

    revision: int = Field(description="The session's revision.")
    position: Position = Field(description="The moment it stands at.")
    queued: Literal[0] = Field(description="No turn to wait for: the run is at work.")
    done: int = Field(description="Iterations done.")
    wanted: int = Field(description="Iterations asked for, at most.")
    examples: int = Field(description="Examples used by this call, each epoch's anew.")
    loss: float | None = Field(description="Loss of the last iteration.")
    state: StatusName = Field(
        description="Whether training goes on, has nothing left to learn, or has diverged."
    )
    parameters: Parameters | LeafValues = Field(
        description="The parameters that the iteration was computed with; of a graph its leaves."
    )
    values: ForwardValues | dict[str, float] = Field(
        description="What it computed from them; of a graph by ref, without what is not computed."
    )
    spec: AnySpec | None = Field(description="The spec, in the first event and where an edit changed it.")
    edits: int = Field(description="Edits in the history.")
    furthest: int = Field(description="The last iteration that was done.")
    curves: NewPoints = Field(description="What is new of the curves.")
