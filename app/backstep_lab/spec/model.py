"""What a session is made from: network, data, training. One model for requests, presets and the store."""

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from backstep_lab.config import limits
from backstep_lab.engine.functions.conventions import ALPHAS
from backstep_lab.spec.base import Number, Seed, Wire
from backstep_lab.spec.fields import (
    ActivationName,
    Alpha,
    BatchSize,
    Classes,
    DatasetName,
    Epsilon,
    Features,
    FirstSquares,
    Frozen,
    Gamma,
    HuberDelta,
    InitializerName,
    Inputs,
    Iterations,
    LearningRate,
    Locks,
    LossName,
    Matrix,
    Mean,
    Names,
    Noise,
    OptimizerName,
    Penalty,
    Reduction,
    RevealUpcoming,
    Row,
    Rows,
    Samples,
    Scale,
    ScheduleName,
    TargetCode,
    TestFraction,
    Units,
)
from backstep_lab.spec.names import Names as UnitNames


class Layer(Wire):
    """One layer with weights."""

    units: Units = Field(description="How many units the layer has.")
    activation: ActivationName = Field(default="sigmoid", description="The activation function of its units.")
    alpha: Alpha | None = Field(
        default=None, description="α of leaky_relu (its slope below 0; 0.01) and of elu (1)."
    )

    @model_validator(mode="after")
    def _alpha_of_a_function_that_has_one(self) -> Self:
        if self.alpha is not None and self.activation not in ALPHAS:
            raise PydanticCustomError(
                "problem-no-alpha",
                "{activation} has no α; only {choices} have one",
                {"activation": self.activation, "choices": ", ".join(ALPHAS)},
            )
        return self


class Parameters(Wire):
    """Weights and biases, layer 1 first."""

    W: list[Matrix] = Field(
        max_length=limits.MAX_LAYERS,
        description="Weights into each layer: `W[l-1][j][k]` joins unit k below to unit j of layer l.",
    )
    b: list[Row] = Field(
        max_length=limits.MAX_LAYERS, description="Biases of each layer: `b[l-1][j]` of unit j."
    )


class NetworkSpec(Wire):
    """A layered network: its shape and where its parameters start."""

    inputs: Inputs = Field(description="How many inputs the network has.")
    layers: list[Layer] = Field(
        min_length=1, max_length=limits.MAX_LAYERS, description="The layers with weights, the output last."
    )
    loss: LossName | None = Field(
        default=None,
        description="The loss of one example; cross_entropy after softmax, else half_squared_error.",
    )
    reduction: Reduction | None = Field(
        default=None,
        description="Whether the outputs' terms are added up (`sum`) or averaged (`mean`).",
    )
    batch_reduction: Reduction | None = Field(
        default=None,
        description="Whether the losses of a batch's examples are averaged (`mean`, the usual) or added up.",
    )
    huber_delta: HuberDelta | None = Field(
        default=None, description="δ of huber: the error at which its parabola becomes a line; 1."
    )
    initializer: InitializerName = Field(
        default="xavier_uniform", description="How the weights start, unless `parameters` are given."
    )
    seed: Seed = Field(default=1, description="Seed of the initializer: the same seed, the same weights.")
    parameters: Parameters | None = Field(
        default=None, description="The parameters to start from; they win over the initializer."
    )


class DataSpec(Wire):
    """The examples: one's own (`custom`, with X and Y) or a generated or real data set by name."""

    name: DatasetName = Field(
        default="custom", description="`custom` for X and Y given here, or a data set's name."
    )
    X: Rows | None = Field(default=None, description="Inputs, one row per example; only with `custom`.")
    Y: Rows | None = Field(default=None, description="Targets, one row per example; only with `custom`.")
    samples: Samples | None = Field(
        default=None, description="How many examples to make; the data set's own default."
    )
    noise: Noise = Field(default=0.0, description="How noisy generated data is; 0 for none.")
    seed: Seed = Field(default=0, description="Seed of the generator and of the split.")
    test_fraction: TestFraction = Field(
        default=0.0, description="The part of the examples set aside for testing."
    )
    classes: Classes | None = Field(default=None, description="Number of classes (spiral, gaussians).")
    columns: Names | None = Field(default=None, description="Measurements used as inputs (iris).")
    species: Names | None = Field(default=None, description="Species used as classes (iris).")
    scale: Scale | None = Field(
        default=None,
        description="Scaling of the inputs (iris, digits, custom); custom fits it to training examples.",
    )
    target_scale: Scale | None = Field(
        default=None,
        description="Scaling of the targets, fitted to the training examples; only with `custom`.",
    )
    features: Features | None = Field(
        default=None,
        description="Engineered inputs made of x1 and x2, in place of the two; [] for none.",
    )
    targets: TargetCode | None = Field(
        default=None, description="How classes become targets (generated data)."
    )

    @model_validator(mode="after")
    def _own_examples_and_only_them(self) -> Self:
        own = self.X is not None and self.Y is not None
        if self.name == "custom" and not own:
            raise PydanticCustomError("problem-data-needs-examples", "custom data needs both X and Y")
        if self.name != "custom" and (self.X is not None or self.Y is not None):
            raise PydanticCustomError(
                "problem-data-makes-its-own",
                "X and Y belong to custom data; {dataset} makes its own",
                {"dataset": self.name},
            )
        return self


class OptimizerSpec(Wire):
    """How a gradient becomes a change of the parameters."""

    name: OptimizerName = Field(default="sgd", description="The method.")
    learning_rate: LearningRate = Field(default=0.1, description="η, the length of a step.")
    momentum: Mean | None = Field(default=None, description="μ of momentum and nesterov; 0.9.")
    dampening: Mean | None = Field(
        default=None, description="τ of momentum: m' = μ·m + (1−τ)·g; 0. With τ = μ, m is a running mean."
    )
    rho: Mean | None = Field(default=None, description="ρ of rmsprop, how long v remembers; 0.99.")
    beta1: Mean | None = Field(default=None, description="β₁ of adam and adamw, how long m remembers; 0.9.")
    beta2: Mean | None = Field(default=None, description="β₂ of adam and adamw, how long v remembers; 0.999.")
    epsilon: Epsilon | None = Field(
        default=None, description="ε beside √v: 1e-10 of adagrad, 1e-8 of rmsprop, adam and adamw."
    )
    weight_decay: Penalty | None = Field(default=None, description="λ of adamw; 0.01.")
    first_m: Number | None = Field(
        default=None, description="m of every parameter before the first iteration; 0. Another begins anew."
    )
    first_v: FirstSquares | None = Field(
        default=None, description="v of every parameter before the first iteration; 0. Another begins anew."
    )


class ScheduleSpec(Wire):
    """How the learning rate falls, counted in iterations since the schedule began."""

    name: ScheduleName = Field(default="constant", description="The kind of schedule.")
    every: Iterations | None = Field(default=None, description="Iterations between two steps of `step`; 100.")
    gamma: Gamma | None = Field(
        default=None, description="γ, the factor of `step` (0.5) and of `exponential` (0.99)."
    )
    length: Iterations | None = Field(default=None, description="Iterations until `cosine` reaches 0; 1000.")


class TrainingSpec(Wire):
    """How the network is trained."""

    optimizer: OptimizerSpec = Field(
        default_factory=OptimizerSpec, description="The optimizer and its settings."
    )
    schedule: ScheduleSpec = Field(default_factory=ScheduleSpec, description="How the learning rate falls.")
    batch_size: BatchSize = Field(
        default=1, description="Examples in one iteration; `all` for the whole training set."
    )
    shuffle: bool = Field(default=False, description="Whether each epoch takes the examples in a new order.")
    train_biases: bool = Field(default=True, description="Whether the update changes biases too.")
    frozen: Frozen | None = Field(
        default=None, description="Weights and biases that the update leaves as they are, by ref."
    )
    l1: Penalty = Field(default=0.0, description="Penalty l1·Σ|w| on the weights.")
    l2: Penalty = Field(default=0.0, description="Penalty (l2/2)·Σw² on the weights.")
    seed: Seed = Field(default=1, description="Seed of the shuffling.")


class Spec(Wire):
    """All that a session is made from: the same spec always gives the same numbers."""

    preset: str | None = Field(
        default=None, max_length=limits.MAX_NAME, description="The preset it came from, if any."
    )
    network: NetworkSpec = Field(description="The network.")
    data: DataSpec = Field(description="The examples.")
    training: TrainingSpec = Field(default_factory=TrainingSpec, description="How it is trained.")
    names: UnitNames | None = Field(
        default=None, description="What inputs, neurons, outputs and classes are called, if anything."
    )
    lock: Locks = Field(default=[], description="What may be seen but not changed in its sessions.")
    reveal_upcoming: RevealUpcoming = True
