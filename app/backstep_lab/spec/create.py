"""Bodies of the calls that create and edit a session: partial specs."""

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.spec.base import Number, RefText, Revision, Wire
from backstep_lab.spec.fields import Locks, RevealUpcoming
from backstep_lab.spec.graph import GraphProgram
from backstep_lab.spec.model import DataSpec, NetworkSpec, OptimizerSpec, ScheduleSpec, TrainingSpec
from backstep_lab.spec.names import Names
from backstep_lab.spec.partial import partial_of


@partial_of(NetworkSpec, loss="The loss of one example.", seed="Seed of the initializer.")
class NetworkPart(Wire):
    """Any part of a network; what is left out stays as it is, or takes its default."""


@partial_of(
    DataSpec,
    name="`custom`, or a data set's name.",
    samples="How many examples to make.",
    test_fraction="The part set aside for testing.",
)
class DataPart(Wire):
    """Any part of the data's description."""


@partial_of(OptimizerSpec)
class OptimizerPart(Wire):
    """Any part of the optimizer."""


@partial_of(TrainingSpec)
class TrainingPart(Wire):
    """Any part of the training settings; what is left out stays as it is, or takes its default."""

    optimizer: OptimizerPart | None = Field(default=None, description="The optimizer and its settings.")
    schedule: ScheduleSpec | None = Field(
        default=None, description="How the learning rate falls; starts again."
    )


@partial_of(GraphProgram, program="The program; in an edit, the one that replaces it.")
class GraphPart(Wire):
    """Any part of a computation graph; a new program drops what belongs to the one before."""


@partial_of(Names)
class NamesPart(Wire):
    """Any of the lists of names; one that is left out stays as it is."""


class StartPosition(Wire):
    """The position at which a session begins: an iteration, and how many of its operations are done."""

    iteration: int = Field(default=0, ge=0, le=limits.MAX_AHEAD, description="The iteration; 0 is the first.")
    step: int = Field(default=0, ge=0, le=limits.MAX_STEP, description="Operations done in it.")


class SessionCreate(Wire):
    """A preset by name, a custom network, or a preset with custom parts."""

    preset: str | None = Field(
        default=None,
        min_length=1,
        max_length=limits.MAX_NAME,
        examples=["mazur"],
        description="A preset's name; see `/presets`.",
    )
    network: NetworkPart | None = Field(
        default=None, description="The network; without a preset its shape is needed."
    )
    graph: GraphPart | None = Field(
        default=None,
        description="A computation graph in place of a network: `network` and `data` are absent.",
    )
    data: DataPart | None = Field(default=None, description="The examples.")
    training: TrainingPart | None = Field(default=None, description="How it is trained.")
    names: NamesPart | None = Field(
        default=None, description="What inputs, neurons, outputs and classes are called."
    )
    lock: Locks = Field(default=[], description="What may be seen but not changed in this session.")
    reveal_upcoming: RevealUpcoming = True
    state: str | None = Field(
        default=None,
        max_length=limits.MAX_LINK,
        description="A moment, from `/link`; beside it only `lock` and `reveal_upcoming` may stand.",
    )
    at: StartPosition = Field(default=StartPosition(), description="The position to begin at.")
    focus: int = Field(
        default=0, ge=0, lt=limits.MAX_EXAMPLES, description="The row of the batch whose numbers are shown."
    )


class SessionPatch(Wire):
    """An edit: any of these parts. What it makes stale becomes null."""

    revision: Revision
    parameters: dict[RefText, Number] | None = Field(
        default=None,
        min_length=1,
        max_length=limits.MAX_CHANGES,
        examples=[{"W1[0,1]": 0.3, "b2[0]": 0.1}],
        description="New values of weights and biases, or of a graph's leaves, by ref.",
    )
    data: dict[RefText, Number] | None = Field(
        default=None,
        min_length=1,
        max_length=limits.MAX_CHANGES,
        examples=[{"x[0]": 0.1, "y[1]": 0.9}],
        description="New inputs and targets of the focus example, by ref.",
    )
    focus: int | None = Field(
        default=None,
        ge=0,
        lt=limits.MAX_EXAMPLES,
        description="The row of the batch whose numbers are shown.",
    )
    training: TrainingPart | None = Field(default=None, description="New training settings.")
    network: NetworkPart | None = Field(
        default=None, description="A new shape, loss or initializer: the parameters start anew."
    )
    graph: GraphPart | None = Field(
        default=None,
        description="Another program, other values, another target or choice of trained leaves of a graph; "
        "leaves that stay keep their values.",
    )
    dataset: DataPart | None = Field(
        default=None,
        description="Other data. Unless `network` says otherwise, the layers that it does not fit are cut to "
        "its size and start anew from the network's seed; the others keep their weights.",
    )
    names: NamesPart | None = Field(
        default=None,
        description="Other names; nothing is computed again, and a step back does not undo them. "
        "A new shape and other data drop the names that no longer fit, unless new ones stand here.",
    )
