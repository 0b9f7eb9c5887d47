"""The data sets there are: seeded generators, real measurements, and the learner's own examples.

`make` is a pure function of its arguments: the same name, options and seed always give the same bits.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from app.engine.arrays import Array, frozen
from app.engine.data.classes import TARGETS, DataError, Labelled, encoded
from app.engine.data.iris import COLUMNS, SCALES, SPECIES, iris
from app.engine.data.logic import and_table, or_table, xor_table
from app.engine.data.points import gaussians, spiral

MAX_SAMPLES = 10_000  # more than a picture of the data can show, and still generated in milliseconds
MAX_NOISE = 2.0
MAX_TEST_FRACTION = 0.9
MAX_CLASSES = 6

__all__ = ["DATASETS", "DataError", "Dataset", "Examples", "Option", "Split", "custom", "make"]


class Examples(NamedTuple):
    """Inputs X (n, n₀) and targets Y (n, n_L), read-only."""

    X: Array
    Y: Array


class Split(NamedTuple):
    """What the network learns from, and what it is tested on (which may be empty)."""

    train: Examples
    test: Examples


@dataclass(frozen=True)
class Option:
    """What a data set lets one choose: a whole number within bounds, one of `choices`, or several."""

    name: str
    kind: Literal["integer", "choice", "choices"]
    default: object
    minimum: int | None = None
    maximum: int | None = None
    choices: tuple[str, ...] = ()

    def checked(self, value: object) -> object:
        """The value, if it is allowed; otherwise a DataError with the range."""
        if self.kind == "integer":
            assert self.minimum is not None, "an integer option has bounds"
            assert self.maximum is not None, "an integer option has bounds"
            return _whole(self.name, value, self.minimum, self.maximum)
        if self.kind == "choice":
            if value not in self.choices:
                raise DataError(self.name, f"{self.name} is {value!r}; there are {', '.join(self.choices)}.")
            return value
        several = [str(one) for one in value] if isinstance(value, (list, tuple)) else [str(value)]
        if not several or len(set(several)) < len(several) or not set(several) <= set(self.choices):
            raise DataError(
                self.name,
                f"{self.name} is {value!r}; choose one or more, each once, of {', '.join(self.choices)}.",
            )
        return several


@dataclass(frozen=True)
class Dataset:
    """A generator, how many samples it makes unless told, the most it can make, and its options."""

    name: str
    generate: Callable[..., Labelled]
    samples: int
    options: tuple[Option, ...] = ()
    max_samples: int = MAX_SAMPLES

    @property
    def every_option(self) -> tuple[Option, ...]:
        """Its own options, and the form of the targets, which all share."""
        return (*self.options, Option("targets", "choice", "auto", choices=TARGETS))


_CLASSES = Option("classes", "integer", 2, 2, MAX_CLASSES)
_IRIS = (
    Option("columns", "choices", COLUMNS, choices=COLUMNS),
    Option("species", "choices", SPECIES, choices=SPECIES),
    Option("scale", "choice", "none", choices=SCALES),
)
DATASETS: dict[str, Dataset] = {
    dataset.name: dataset
    for dataset in (
        Dataset("xor", xor_table, 4),
        Dataset("and", and_table, 4),
        Dataset("or", or_table, 4),
        Dataset("spiral", spiral, 200, (_CLASSES,)),
        Dataset("gaussians", gaussians, 200, (_CLASSES,)),
        Dataset("iris", iris, 150, _IRIS, max_samples=150),
    )
}


def make(
    name: str,
    *,
    samples: int | None = None,
    noise: float = 0.0,
    seed: int = 0,
    test_fraction: float = 0.0,
    options: Mapping[str, object] | None = None,
) -> Split:
    """A data set, a part of it set aside for testing. Raises DataError for what is out of range."""
    if name not in DATASETS:
        raise DataError("name", f"There is no data set '{name}'; there are {', '.join(DATASETS)} and custom.")
    dataset = DATASETS[name]
    count = _whole("samples", dataset.samples if samples is None else samples, 1, dataset.max_samples)
    spread = _real("noise", noise, 0.0, MAX_NOISE)
    chosen = _chosen(dataset, options or {})
    targets = str(chosen.pop("targets"))
    points = dataset.generate(count, spread, np.random.default_rng([_seed(seed), 0]), **chosen)
    return _split(points.X, encoded(points.labels, points.classes, targets), test_fraction, seed)


def custom(X: object, Y: object, *, test_fraction: float = 0.0, seed: int = 0) -> Split:
    """The learner's own examples: as many rows in X as in Y, all of one length, all finite."""
    inputs, targets = _matrix("X", X), _matrix("Y", Y)
    if len(inputs) != len(targets):
        raise DataError(
            "Y", f"Y has {len(targets)} rows, X has {len(inputs)}: each example needs one of both."
        )
    return _split(inputs, targets, test_fraction, seed)


def _split(X: Array, Y: Array, test_fraction: float, seed: int) -> Split:
    """Both parts keep the order of the rows; at least one example is left to learn from."""
    fraction = _real("test_fraction", test_fraction, 0.0, MAX_TEST_FRACTION)
    tested = min(int(np.floor(len(X) * fraction + 0.5)), len(X) - 1)
    is_test = np.zeros(len(X), dtype=bool)
    is_test[np.random.default_rng([_seed(seed), 1]).permutation(len(X))[:tested]] = True
    return Split(
        Examples(frozen(X[~is_test]), frozen(Y[~is_test])), Examples(frozen(X[is_test]), frozen(Y[is_test]))
    )


def _chosen(dataset: Dataset, given: Mapping[str, object]) -> dict[str, object]:
    known = {option.name: option for option in dataset.every_option}
    for name in given:
        if name not in known:
            raise DataError(
                name, f"The data set {dataset.name} has no option '{name}'; it has {', '.join(known)}."
            )
    return {name: option.checked(given.get(name, option.default)) for name, option in known.items()}


def _whole(name: str, value: object, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise DataError(name, f"{name} is {value!r}; it must be a whole number from {low} to {high}.")
    return value


def _real(name: str, value: float, low: float, high: float) -> float:
    if not low <= value <= high:
        raise DataError(name, f"{name} is {value!r}; it must be from {low} to {high}.")
    return float(value)


def _seed(seed: int) -> int:
    return _whole("seed", seed, 0, 2**32 - 1)


def _matrix(name: str, values: object) -> Array:
    try:
        array = np.array(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise DataError(name, f"{name} must be rows of numbers, all of one length.") from None
    if array.ndim != 2 or array.shape[1] == 0 or not 1 <= len(array) <= MAX_SAMPLES:
        raise DataError(
            name, f"{name} has shape {array.shape}; it must have 1 to {MAX_SAMPLES} rows of numbers."
        )
    if not np.isfinite(array).all():
        raise DataError(name, f"{name} has a number that is not finite.")
    return array
