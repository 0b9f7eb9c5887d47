"""The data sets by name: the generator of each, and a suggested network."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from backstep_lab.engine.datasets import digits
from backstep_lab.engine.datasets.class_targets import TARGETS, ClassificationData
from backstep_lab.engine.datasets.iris import COLUMNS, SCALES, SPECIES, iris
from backstep_lab.engine.datasets.logic import and_table, nand_table, or_table, xor_table
from backstep_lab.engine.datasets.options import Option
from backstep_lab.engine.datasets.points import circle, gaussians, moons, quadrants, spiral
from backstep_lab.engine.datasets.regression import RegressionData, plane, sine

MAX_SAMPLES = 10_000  # more than a picture of the data can show, and still generated in milliseconds
MAX_CLASSES = 6


@dataclass(frozen=True)
class SuggestedNetwork:
    """A network that learns the set: (units, activation) of its layers, and training settings.

    Within so many iterations it reaches the accuracy: of values R², of classes the part that is right.
    """

    layers: tuple[tuple[int, str], ...]
    loss: str
    learning_rate: float
    batch_size: int | Literal["all"]
    iterations: int = 3_000
    accuracy: float = 0.95
    initializer: str = "xavier_uniform"
    seed: int = 1

    @property
    def shuffle(self) -> bool:
        """Examples are ordered along their class: batches without shuffling would have biased gradients."""
        return self.batch_size != "all"


@dataclass(frozen=True)
class Dataset:
    """A generator, how many samples it makes by default, the most it can make, and its options."""

    name: str
    generate: Callable[..., ClassificationData | RegressionData]
    samples: int
    suggested: SuggestedNetwork
    options: tuple[Option, ...] = ()
    inputs: int = 2
    max_samples: int = MAX_SAMPLES
    is_regression: bool = False

    @property
    def every_option(self) -> tuple[Option, ...]:
        """Its own options, and the form of the targets, which all sets with classes share."""
        targets = Option("targets", "choice", "auto", choices=TARGETS)
        return self.options if self.is_regression else (*self.options, targets)


def _binary(*hidden: int, rate: float = 0.1, iterations: int = 3_000) -> SuggestedNetwork:
    layers = (*((units, "tanh") for units in hidden), (1, "sigmoid"))
    return SuggestedNetwork(layers, "binary_cross_entropy", rate, 10, iterations)


def _classes(hidden: int, classes: int, rate: float) -> SuggestedNetwork:
    return SuggestedNetwork(((hidden, "tanh"), (classes, "softmax")), "cross_entropy", rate, 10)


_TABLE = SuggestedNetwork(((2, "tanh"), (1, "sigmoid")), "binary_cross_entropy", 0.5, "all")
_NEURON = SuggestedNetwork(((1, "sigmoid"),), "binary_cross_entropy", 0.5, "all")
_VALUE = SuggestedNetwork(((1, "identity"),), "half_squared_error", 0.03, 10)
_CURVE = SuggestedNetwork(((8, "tanh"), (1, "identity")), "half_squared_error", 0.05, 10)
_MANY = Option("classes", "integer", 2, 2, MAX_CLASSES)
_IRIS = (
    Option("columns", "choices", COLUMNS, choices=COLUMNS),
    Option("species", "choices", SPECIES, choices=SPECIES),
    Option("scale", "choice", "none", choices=SCALES),
)
_DIGITS = (Option("scale", "choice", "minmax", choices=digits.SCALES),)
DATASETS: dict[str, Dataset] = {
    dataset.name: dataset
    for dataset in (
        Dataset("and", and_table, 4, _NEURON),
        Dataset("or", or_table, 4, _NEURON),
        Dataset("xor", xor_table, 4, _TABLE),
        Dataset("nand", nand_table, 4, _NEURON),
        Dataset("circle", circle, 200, _binary(4)),
        Dataset("quadrants", quadrants, 200, _binary(4)),
        Dataset("gaussians", gaussians, 200, _binary(2), (_MANY,)),
        Dataset("spiral", spiral, 200, _binary(8, 8, rate=0.2, iterations=10_000), (_MANY,)),
        Dataset("moons", moons, 200, _binary(4, rate=0.3)),
        Dataset("plane", plane, 200, _VALUE, is_regression=True),
        Dataset("sine", sine, 100, _CURVE, inputs=1, is_regression=True),
        Dataset("iris", iris, 150, _classes(4, 3, 0.05), _IRIS, inputs=4, max_samples=150),
        Dataset(
            "digits",
            digits.digits,
            digits.PICTURES,
            _classes(16, 10, 0.1),
            _DIGITS,
            inputs=digits.PIXELS,
            max_samples=digits.PICTURES,
        ),
    )
}
