"""What a session is made from: network, data, training. One model for requests, presets and the store."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from app import limits
from app.schemas.base import Number, Seed, Wire

ActivationName = Literal["identity", "step", "sigmoid", "tanh", "relu", "leaky_relu", "softplus", "softmax"]
LossName = Literal["half_squared_error", "mean_squared_error", "binary_cross_entropy", "cross_entropy"]
InitializerName = Literal[
    "zeros", "constant", "uniform", "normal", "xavier_uniform", "xavier_normal", "he_uniform", "he_normal"
]
OptimizerName = Literal["sgd"]
DatasetName = Literal["custom", "xor", "and", "or", "spiral", "gaussians", "iris"]

Units = Annotated[int, Field(ge=1, le=limits.MAX_UNITS)]
Row = Annotated[list[Number], Field(min_length=1, max_length=limits.MAX_UNITS)]
Rows = Annotated[list[Row], Field(min_length=1, max_length=limits.MAX_EXAMPLES)]
Matrix = Annotated[list[Row], Field(min_length=1, max_length=limits.MAX_UNITS)]


class Layer(Wire):
    """One layer with weights."""

    units: Units = Field(description="How many units the layer has.")
    activation: ActivationName = Field(default="sigmoid", description="The activation function of its units.")


class Parameters(Wire):
    """Weights and biases, layer 1 first."""

    W: list[Matrix] = Field(
        max_length=limits.MAX_LAYERS,
        description="Weights into each layer: `W[l-1][j][k]` joins unit k below to unit j of layer l.",
    )
    b: list[Row] = Field(
        max_length=limits.MAX_LAYERS, description="Biases of each layer: `b[l-1][j]` of unit j."
    )


class Network(Wire):
    """A layered network: its shape and where its parameters start."""

    inputs: Units = Field(description="How many inputs the network has.")
    layers: list[Layer] = Field(
        min_length=1, max_length=limits.MAX_LAYERS, description="The layers with weights, the output last."
    )
    loss: LossName | None = Field(
        default=None,
        description="The loss of one example; cross_entropy after softmax, else half_squared_error.",
    )
    initializer: InitializerName = Field(
        default="xavier_uniform", description="How the weights start, unless `parameters` are given."
    )
    seed: Seed = Field(default=1, description="Seed of the initializer: the same seed, the same weights.")
    parameters: Parameters | None = Field(
        default=None, description="The parameters to start from; they win over the initializer."
    )


class Data(Wire):
    """The examples: one's own (`custom`, with X and Y) or a generated or real data set by name."""

    name: DatasetName = Field(
        default="custom", description="`custom` for X and Y given here, or a data set's name."
    )
    X: Rows | None = Field(default=None, description="Inputs, one row per example; only with `custom`.")
    Y: Rows | None = Field(default=None, description="Targets, one row per example; only with `custom`.")
    samples: int | None = Field(
        default=None,
        ge=1,
        le=limits.MAX_EXAMPLES,
        description="How many examples to make; the data set's own default.",
    )
    noise: float = Field(
        default=0.0,
        ge=0,
        le=limits.MAX_NOISE,
        allow_inf_nan=False,
        description="Standard deviation of the noise.",
    )
    seed: Seed = Field(default=0, description="Seed of the generator and of the split.")
    test_fraction: float = Field(
        default=0.0,
        ge=0,
        le=limits.MAX_TEST_FRACTION,
        allow_inf_nan=False,
        description="The part of the examples set aside for testing.",
    )
    classes: int | None = Field(
        default=None, ge=2, le=6, description="Number of classes (spiral, gaussians)."
    )
    columns: list[Annotated[str, Field(max_length=40)]] | None = Field(
        default=None, max_length=8, description="Measurements used as inputs (iris)."
    )
    species: list[Annotated[str, Field(max_length=40)]] | None = Field(
        default=None, max_length=8, description="Species used as classes (iris)."
    )
    scale: Literal["none", "standard"] | None = Field(
        default=None, description="Scaling of the inputs (iris)."
    )
    targets: Literal["auto", "binary", "signed", "one_hot"] | None = Field(
        default=None, description="How classes become targets (generated data)."
    )

    @model_validator(mode="after")
    def _own_examples_and_only_them(self) -> Self:
        own = self.X is not None and self.Y is not None
        if self.name == "custom" and not own:
            raise ValueError("custom data needs both X and Y")
        if self.name != "custom" and (self.X is not None or self.Y is not None):
            raise ValueError(f"X and Y belong to custom data; {self.name} makes its own")
        return self


class Optimizer(Wire):
    """How a gradient becomes a change of the parameters."""

    name: OptimizerName = Field(default="sgd", description="The method.")
    learning_rate: float = Field(
        default=0.1, ge=0, le=limits.MAX_NUMBER, allow_inf_nan=False, description="η, the length of a step."
    )


class Training(Wire):
    """How the network is trained."""

    optimizer: Optimizer = Field(default_factory=Optimizer, description="The optimizer and its settings.")
    batch_size: Annotated[int, Field(ge=1, le=limits.MAX_EXAMPLES)] | Literal["all"] = Field(
        default=1, description="Examples in one iteration; `all` for the whole training set."
    )
    shuffle: bool = Field(default=False, description="Whether each epoch takes the examples in a new order.")
    train_biases: bool = Field(default=True, description="Whether the update changes biases too.")
    l1: float = Field(
        default=0.0,
        ge=0,
        le=limits.MAX_PENALTY,
        allow_inf_nan=False,
        description="Penalty l1·Σ|w| on the weights.",
    )
    l2: float = Field(
        default=0.0,
        ge=0,
        le=limits.MAX_PENALTY,
        allow_inf_nan=False,
        description="Penalty (l2/2)·Σw² on the weights.",
    )
    seed: Seed = Field(default=1, description="Seed of the shuffling.")


class Spec(Wire):
    """All that a session is made from: the same spec always gives the same numbers."""

    preset: str | None = Field(default=None, max_length=64, description="The preset it came from, if any.")
    network: Network = Field(description="The network.")
    data: Data = Field(description="The examples.")
    training: Training = Field(default_factory=Training, description="How it is trained.")
