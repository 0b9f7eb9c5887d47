"""Models of the answers of session calls; `session`, `step` and `training` build their JSON for speed."""

from typing import Literal

from pydantic import Field

from backstep_lab.spec.base import Wire
from backstep_lab.spec.graph import AnySpec, LeafValues
from backstep_lab.spec.model import Parameters
from backstep_lab.wire.operation import NextOperation, Operation, PhaseName

Vector = list[float | None]
NumbersByRef = dict[str, float | None]
StatusName = Literal["running", "converged", "diverged"]


class Position(Wire):
    """A position: the iteration, and how many of its operations are done."""

    epoch: int = Field(description="The epoch, from 0.")
    iteration: int = Field(description="The iteration, from 0.")
    step: int = Field(description="Operations done in this iteration.")
    steps: int = Field(description="Operations of this iteration.")
    phase: PhaseName = Field(description="The phase of the next operation.")
    focus: int = Field(description="Row of the batch whose numbers are shown.")
    example: int = Field(description="Row of the training set whose numbers are shown.")
    examples: int = Field(description="Examples in this batch.")
    rate: float = Field(description="η of this iteration: the learning rate as its schedule has it by now.")
    ordinal_of_phase: dict[PhaseName, list[int]] = Field(
        description="Where each phase begins and ends, counted in operations."
    )


class SessionValues(Wire):
    """All numbers of the iteration, null until computed; per layer, layer 1 first, for the focus example."""

    x: Vector = Field(description="Inputs.")
    y: Vector = Field(description="Targets.")
    z: list[Vector] = Field(description="Weighted sums.")
    a: list[Vector] = Field(description="Activations.")
    dL_da: list[Vector] = Field(description="∂ℓ/∂a.")
    slope: list[Vector] = Field(description="f′(z).")
    delta: list[Vector] = Field(description="δ = ∂ℓ/∂z.")
    dW: list[list[Vector]] = Field(description="∂L/∂W of the batch, in the shape of W.")
    db: list[Vector] = Field(description="∂L/∂b of the batch.")
    W_next: list[list[Vector]] = Field(description="Updated weights.")
    b_next: list[Vector] = Field(description="Updated biases.")
    loss_terms: Vector = Field(description="The loss's term of each output.")
    example_loss: float | None = Field(description="ℓ of the focus example.")
    data_loss: float | None = Field(description="Loss of the batch, before a penalty.")
    penalty: float | None = Field(description="The penalty on the weights.")
    loss: float | None = Field(description="L of the batch, penalty included.")


class LossPoint(Wire):
    """One point of a loss curve."""

    i: int = Field(description="The iteration.")
    loss: float | None = Field(description="The loss; null where it is too large for a number.")


class Losses(Wire):
    """Loss curves as far as they are known, thinned evenly as they grow."""

    iteration: list[LossPoint] = Field(description="L of each iteration's batch.")
    train: list[LossPoint] = Field(
        description="Mean loss of the whole training set at the start of an iteration."
    )
    test: list[LossPoint] = Field(description="The same of the test set; empty where there is none.")


class AccuracyPoint(Wire):
    """One point of a curve of accuracy."""

    i: int = Field(description="The iteration.")
    accuracy: float = Field(description="The share of examples in the right class, at its start.")


class Accuracies(Wire):
    """Curves of accuracy, thinned evenly as they grow; empty where the targets are no classes."""

    train: list[AccuracyPoint] = Field(description="That of the training set.")
    test: list[AccuracyPoint] = Field(description="That of the test set; empty where there is none.")


class Divergence(Wire):
    """Where the numbers leave the range of float64."""

    iteration: int = Field(description="The iteration.")
    layer: int = Field(description="The layer, from 1; 0 for the loss.")
    quantity: str = Field(description="The quantity: z, a, loss, delta, dW, db, m, v, W or b.")


class PublishedSlip(Wire):
    """The calculation that gives a figure that is off."""

    symbols: str = Field(description="Its formula in symbols, LaTeX.")
    numbers: str = Field(description="The same with numbers.")
    mathml: str = Field(description="symbols = numbers in MathML, without the element `math`.")
    value: float = Field(description="What it comes to.")


class PublishedCheck(Wire):
    """A figure that the preset's source prints, beside ours."""

    ref: str = Field(description="The number it is.")
    label: str = Field(description="What the source calls it.")
    iteration: int = Field(description="The iteration it belongs to.")
    published: str = Field(description="The figure, as printed.")
    computed: float | None = Field(description="Ours, in the source's sign; null until it is computed.")
    agrees: bool | None = Field(
        description="Whether ours rounds to the printed figure; null until it is computed."
    )
    erratum: str | None = Field(
        description="Why the source's figure is off, where it is: a key of the catalogues."
    )
    slip: PublishedSlip | None = Field(
        description="The calculation that gives the printed figure, where it is known; null until then."
    )


class SessionState(Wire):
    """A session at one position."""

    id: str | None = Field(description="Its id; null for an unsaved session of a page's address.")
    revision: int = Field(
        description="Counts the changes; a call may carry it to be sure of what it changes."
    )
    spec: AnySpec = Field(description="Its spec, resolved, with the edits so far.")
    position: Position = Field(description="The session's position.")
    parameters: Parameters | LeafValues = Field(
        description="Weights and biases, or a graph's leaves; updated once the iteration is complete."
    )
    parameters_before: Parameters | LeafValues | None = Field(
        description="Once the iteration is complete, those that it was computed with: W and b in its refs."
    )
    values: SessionValues | NumbersByRef = Field(
        description="Every number of the iteration, null until computed; of a graph by ref."
    )
    operation: Operation | None = Field(
        description="The operation last done; null at the start of an iteration."
    )
    next: NextOperation | None = Field(
        description="The operation that comes next; null where training diverges."
    )
    ahead: list[Operation] = Field(description="The next few operations, so that a picture can move at once.")
    losses: Losses = Field(description="Loss curves.")
    accuracies: Accuracies = Field(description="Curves of accuracy.")
    checks: list[PublishedCheck] = Field(description="Published figures beside ours.")
    edits: int = Field(description="How many edits the history holds.")
    furthest: int = Field(description="The highest iteration computed on this branch, or the current one.")
    state: StatusName = Field(
        description="Whether training goes on, has nothing left to learn, or has diverged."
    )
    divergence: Divergence | None = Field(description="Where it diverged, if it did.")


class EditedSession(SessionState):
    """A session after an edit."""

    stale: list[str] = Field(description="Refs that were known before the edit and are not any more.")


class TrainingReport(Wire):
    """What a training call has done."""

    iterations: int = Field(description="Iterations done.")
    stopped: Literal["completed", "target", "accuracy", "converged", "time", "diverged", "stopped"] = Field(
        description="Why it stopped: all done, target loss met, accuracy met, no change any more, "
        "the time of one call used up, or diverged."
    )


class TrainedSession(SessionState):
    """A session after training."""

    ran: TrainingReport = Field(description="What was done.")


class StepAnswer(Wire):
    """What a step changed."""

    id: str = Field(description="The session's id.")
    revision: int = Field(description="Its new revision.")
    position: Position = Field(description="The session's position.")
    operation: Operation | None = Field(
        description="The operation last done; null at the start of an iteration, or where it was `known`."
    )
    operations: list[Operation] = Field(
        description="The operations done by this call, at most 64, newest last; none for a call with `known`."
    )
    changed: dict[str, float | None] = Field(
        description="Numbers that became known by this call, or null going back. Empty with a snapshot."
    )
    next: NextOperation | None = Field(
        description="The operation that comes next; null where training diverges."
    )
    ahead: list[Operation] = Field(
        description="The next few operations, so that a picture can move at once, without those `known`."
    )
    checks: list[PublishedCheck] = Field(description="Published figures that became computed by this call.")
    parameters_changed: bool = Field(description="Whether the parameters are other ones now.")
    state: StatusName = Field(
        description="Whether training goes on, has nothing left to learn, or has diverged."
    )
    divergence: Divergence | None = Field(description="Where it diverged, if it did.")
    snapshot: SessionState | None = Field(
        description="The whole session, where more changed than fits `changed`; null otherwise."
    )


class ForeseenMoment(Wire):
    """A moment that a step would lead to."""

    position: Position = Field(description="The position there.")
    operation: Operation | None = Field(
        description="The operation last done; null at the start of an iteration."
    )
    changed: dict[str, float | None] = Field(
        description="Numbers that would become known, or null going back. Empty with a snapshot."
    )
    next: NextOperation | None = Field(
        description="The operation that comes next; null where training diverges."
    )
    checks: list[PublishedCheck] = Field(description="Published figures that would become computed.")
    parameters_changed: bool = Field(description="Whether the parameters would be other ones.")
    state: StatusName = Field(
        description="Whether training goes on, has nothing left to learn, or has diverged."
    )
    divergence: Divergence | None = Field(description="Where it diverged, if it did.")
    snapshot: SessionState | None = Field(
        description="The whole session, where more would change than fits `changed`; null otherwise."
    )


class ForeseenMoments(Wire):
    """Where steps from a moment lead, without making them."""

    on: list[ForeseenMoment] = Field(
        description="Forward, each one step on from the one before. Empty where upcoming numbers are hidden, "
        "and for large networks."
    )
    back: list[ForeseenMoment] = Field(description="The same back, up to the newest edit.")
    boundary: bool = Field(
        description="Whether a step back from the first moment forward leads here again; false without one."
    )
