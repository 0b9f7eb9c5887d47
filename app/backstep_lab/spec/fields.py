"""What may stand in the fields of a spec: names and bounds, for a whole spec and for parts of one."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AliasChoices, Field

from backstep_lab.config import limits
from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.spec.base import Number

if TYPE_CHECKING:  # a type checker cannot read the tables
    ActivationName = str
    LossName = str
else:
    ActivationName = Literal[tuple(ACTIVATIONS)]
    LossName = Literal[tuple(LOSSES)]
InitializerName = Literal[
    "zeros", "constant", "uniform", "normal", "xavier_uniform", "xavier_normal", "he_uniform", "he_normal"
]
OptimizerName = Literal["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"]
ScheduleName = Literal["constant", "step", "exponential", "cosine"]
LockName = Literal["parameters", "data", "focus", "training", "network", "train"]
Locks = Annotated[list[LockName], Field(max_length=limits.MAX_LIST)]
RevealUpcoming = Annotated[
    bool,
    Field(
        validation_alias=AliasChoices("reveal_upcoming", "ahead"),  # older links, files and stores: `ahead`
        description="Whether answers contain the next operations before they are done; false for predicting.",
    ),
]
DatasetName = Literal[
    "custom",
    "and",
    "or",
    "xor",
    "nand",
    "circle",
    "quadrants",
    "gaussians",
    "spiral",
    "moons",
    "plane",
    "sine",
    "iris",
    "digits",
]
FeatureName = Literal["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"]

Units = Annotated[int, Field(ge=1, le=limits.MAX_UNITS)]
Inputs = Annotated[int, Field(ge=1, le=limits.MAX_INPUTS)]
Row = Annotated[list[Number], Field(min_length=1, max_length=limits.MAX_INPUTS)]
Rows = Annotated[list[Row], Field(min_length=1, max_length=limits.MAX_EXAMPLES)]
Matrix = Annotated[list[Row], Field(min_length=1, max_length=limits.MAX_UNITS)]

Samples = Annotated[int, Field(ge=1, le=limits.MAX_EXAMPLES)]
Noise = Annotated[float, Field(ge=0, le=limits.MAX_NOISE, allow_inf_nan=False)]
TestFraction = Annotated[float, Field(ge=0, le=limits.MAX_TEST_FRACTION, allow_inf_nan=False)]
Classes = Annotated[int, Field(ge=2, le=limits.MAX_CLASSES)]
Names = Annotated[
    list[Annotated[str, Field(max_length=limits.MAX_COLUMN_NAME)]], Field(max_length=limits.MAX_CHOICES)
]
Features = Annotated[list[FeatureName], Field(max_length=limits.MAX_FEATURES)]
Scale = Literal["none", "standard", "minmax"]
TargetCode = Literal["auto", "binary", "signed", "one_hot"]

LearningRate = Annotated[float, Field(ge=0, le=limits.MAX_NUMBER, allow_inf_nan=False)]
BatchSize = Annotated[int, Field(ge=1, le=limits.MAX_EXAMPLES)] | Literal["all"]
Mean = Annotated[float, Field(ge=0, le=limits.MAX_MEAN, allow_inf_nan=False)]
Epsilon = Annotated[float, Field(ge=limits.MIN_EPSILON, le=limits.MAX_EPSILON, allow_inf_nan=False)]
Alpha = Annotated[float, Field(ge=limits.MIN_ALPHA, le=limits.MAX_ALPHA, allow_inf_nan=False)]
HuberDelta = Annotated[
    float, Field(ge=limits.MIN_HUBER_DELTA, le=limits.MAX_HUBER_DELTA, allow_inf_nan=False)
]
Reduction = Literal["sum", "mean"]
FirstSquares = Annotated[float, Field(ge=0, le=limits.MAX_NUMBER, allow_inf_nan=False)]
Gamma = Annotated[float, Field(gt=0, le=limits.MAX_GAMMA, allow_inf_nan=False)]
Iterations = Annotated[int, Field(ge=1, le=limits.MAX_ITERATION)]
Frozen = Annotated[
    list[Annotated[str, Field(min_length=1, max_length=limits.MAX_REF)]],
    Field(max_length=limits.MAX_FROZEN, examples=[["W1[0,1]", "b2[0]"]]),
]
Penalty = Annotated[float, Field(ge=0, le=limits.MAX_PENALTY, allow_inf_nan=False)]
