"""Parts of a spec, as a learner gives them: beside a preset, or as an edit."""

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.spec.base import Number, RefText, Revision, Seed, Wire
from backstep_lab.spec.fields import (
    BatchSize,
    Classes,
    DatasetName,
    Epsilon,
    Features,
    InitializerName,
    LearningRate,
    Locks,
    LossName,
    Mean,
    Names,
    Noise,
    OptimizerName,
    Penalty,
    Rows,
    Samples,
    Scale,
    TargetCode,
    TestFraction,
    Units,
)
from backstep_lab.spec.model import Layer, Parameters, Schedule


class NetworkPart(Wire):
    """Any part of a network; what is left out stays as it is, or takes its default."""

    inputs: Units | None = Field(default=None, description="How many inputs the network has.")
    layers: list[Layer] | None = Field(
        default=None,
        min_length=1,
        max_length=limits.MAX_LAYERS,
        description="The layers with weights, the output last.",
    )
    loss: LossName | None = Field(default=None, description="The loss of one example.")
    initializer: InitializerName | None = Field(
        default=None, description="How the weights start, unless `parameters` are given."
    )
    seed: Seed | None = Field(default=None, description="Seed of the initializer.")
    parameters: Parameters | None = Field(
        default=None, description="The parameters to start from; they win over the initializer."
    )


class DataPart(Wire):
    """Any part of the data's description."""

    name: DatasetName | None = Field(default=None, description="`custom`, or a data set's name.")
    X: Rows | None = Field(default=None, description="Inputs, one row per example; only with `custom`.")
    Y: Rows | None = Field(default=None, description="Targets, one row per example; only with `custom`.")
    samples: Samples | None = Field(default=None, description="How many examples to make.")
    noise: Noise | None = Field(default=None, description="How noisy generated data is; 0 for none.")
    seed: Seed | None = Field(default=None, description="Seed of the generator and of the split.")
    test_fraction: TestFraction | None = Field(default=None, description="The part set aside for testing.")
    classes: Classes | None = Field(default=None, description="Number of classes (spiral, gaussians).")
    columns: Names | None = Field(default=None, description="Measurements used as inputs (iris).")
    species: Names | None = Field(default=None, description="Species used as classes (iris).")
    scale: Scale | None = Field(default=None, description="Scaling of the inputs (iris, digits).")
    features: Features | None = Field(
        default=None,
        description="Engineered inputs made of x1 and x2, in place of the two; [] for none.",
    )
    targets: TargetCode | None = Field(
        default=None, description="How classes become targets (generated data)."
    )


class OptimizerPart(Wire):
    """Any part of the optimizer."""

    name: OptimizerName | None = Field(default=None, description="The method.")
    learning_rate: LearningRate | None = Field(default=None, description="η, the length of a step.")
    momentum: Mean | None = Field(default=None, description="μ of momentum and nesterov; 0.9.")
    rho: Mean | None = Field(default=None, description="ρ of rmsprop, how long v remembers; 0.99.")
    beta1: Mean | None = Field(default=None, description="β₁ of adam and adamw, how long m remembers; 0.9.")
    beta2: Mean | None = Field(default=None, description="β₂ of adam and adamw, how long v remembers; 0.999.")
    epsilon: Epsilon | None = Field(
        default=None, description="ε beside √v: 1e-10 of adagrad, 1e-8 of rmsprop, adam and adamw."
    )
    weight_decay: Penalty | None = Field(default=None, description="λ of adamw; 0.01.")


class TrainingPart(Wire):
    """Any part of the training settings; what is left out stays as it is, or takes its default."""

    optimizer: OptimizerPart | None = Field(default=None, description="The optimizer and its settings.")
    schedule: Schedule | None = Field(default=None, description="How the learning rate falls; begins anew.")
    batch_size: BatchSize | None = Field(
        default=None, description="Examples in one iteration; `all` for the whole training set."
    )
    shuffle: bool | None = Field(
        default=None, description="Whether each epoch takes the examples in a new order."
    )
    train_biases: bool | None = Field(default=None, description="Whether the update changes biases too.")
    l1: Penalty | None = Field(default=None, description="Penalty l1·Σ|w| on the weights.")
    l2: Penalty | None = Field(default=None, description="Penalty (l2/2)·Σw² on the weights.")
    seed: Seed | None = Field(default=None, description="Seed of the shuffling.")


class Place(Wire):
    """A moment: an iteration, and how many of its operations are done."""

    iteration: int = Field(default=0, ge=0, le=limits.MAX_AHEAD, description="The iteration; 0 is the first.")
    step: int = Field(default=0, ge=0, le=limits.MAX_STEP, description="Operations done in it.")


class SessionCreate(Wire):
    """A preset by name, a network of one's own, or a preset with parts of one's own beside it."""

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
    data: DataPart | None = Field(default=None, description="The examples.")
    training: TrainingPart | None = Field(default=None, description="How it is trained.")
    lock: Locks = Field(default=[], description="What may be seen but not changed in this session.")
    ahead: bool = Field(
        default=True,
        description="Whether answers tell the next operations in advance; else one predicts them.",
    )
    state: str | None = Field(
        default=None,
        max_length=limits.MAX_LINK,
        description="A whole moment, as `/link` tells it; instead of all other parts but `lock` and `ahead`.",
    )
    at: Place = Field(default=Place(), description="The moment to begin at.")
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
        description="New values of weights and biases, by ref.",
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
    dataset: DataPart | None = Field(
        default=None,
        description="Other data. Unless `network` says otherwise, the layers that it does not fit are cut to "
        "its size and start anew from the network's seed; the others keep their weights.",
    )
