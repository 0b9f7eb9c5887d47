"""The data sets there are: seeded generators, real measurements, and the learner's own examples.

`make` is a pure function of its arguments: the same name, options and seed always give the same bits.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from backstep_lab.engine.datasets.class_targets import DataError, encode_targets
from backstep_lab.engine.datasets.features import COORDINATES, FEATURES, engineered
from backstep_lab.engine.datasets.generators import DATASETS, MAX_SAMPLES, Dataset
from backstep_lab.engine.datasets.options import Option, real, whole
from backstep_lab.engine.datasets.regression import RegressionData
from backstep_lab.engine.datasets.scaling import fitted
from backstep_lab.engine.memory.arrays import Array, frozen

MAX_NOISE = 2.0
MAX_TEST_FRACTION = 0.9

__all__ = ["DATASETS", "MAX_SAMPLES", "DataError", "Dataset", "Examples", "TrainTestSplit", "custom", "make"]


class Examples(NamedTuple):
    """Inputs X (n, n₀) and targets Y (n, n_L), read-only."""

    X: Array
    Y: Array


class TrainTestSplit(NamedTuple):
    """Training examples and test examples; the latter may be empty."""

    train: Examples
    test: Examples


def make(
    name: str,
    *,
    samples: int | None = None,
    noise: float = 0.0,
    seed: int = 0,
    test_fraction: float = 0.0,
    options: Mapping[str, object] | None = None,
    features: Sequence[str] = (),
) -> TrainTestSplit:
    """A data set, a part of it set aside for testing. Raises DataError for what is out of range."""
    if name not in DATASETS:
        choices = ", ".join((*DATASETS, "custom"))
        raise DataError(
            "name",
            f"There is no data set '{name}'; there are {choices}.",
            "problem-unknown-choice",
            value=name,
            choices=choices,
        )
    dataset = DATASETS[name]
    count = whole("samples", dataset.samples if samples is None else samples, 1, dataset.max_samples)
    spread = real("noise", noise, 0.0, MAX_NOISE)
    chosen = _chosen(dataset, options or {})
    targets = str(chosen.pop("targets", "auto"))
    points = dataset.generate(count, spread, np.random.default_rng([_seed(seed), 0]), **chosen)
    Y = (
        points.Y
        if isinstance(points, RegressionData)
        else encode_targets(points.labels, points.classes, targets)
    )
    return _split(_with_features(points.X, features), Y, test_fraction, seed)


def custom(
    X: object,
    Y: object,
    *,
    test_fraction: float = 0.0,
    seed: int = 0,
    features: Sequence[str] = (),
    scale: str = "none",
    target_scale: str = "none",
) -> TrainTestSplit:
    """The learner's own examples: as many rows in X as in Y, all of one length, all finite.

    Inputs and targets are scaled as the training examples alone need it; features are made of scaled inputs.
    """
    inputs, targets = _matrix("X", X), _matrix("Y", Y)
    if len(inputs) != len(targets):
        raise DataError(
            "Y",
            f"Y has {len(targets)} rows, X has {len(inputs)}: each example needs one of both.",
            "problem-data-rows",
            targets=len(targets),
            inputs=len(inputs),
        )
    train, test = _split(inputs, targets, test_fraction, seed)
    X_fit, Y_fit = fitted(train.X, scale), fitted(train.Y, target_scale)
    return TrainTestSplit(
        *(
            Examples(frozen(_with_features(X_fit(part.X), features)), frozen(Y_fit(part.Y)))
            for part in (train, test)
        )
    )


def _with_features(X: Array, names: Sequence[str]) -> Array:
    if not names:
        return X
    if X.shape[1] != COORDINATES:
        raise DataError(
            "features",
            f"features are made of two inputs, x1 and x2; this data has {X.shape[1]}: leave them out.",
            "problem-data-features",
            count=X.shape[1],
        )
    Option("features", "choices", (), choices=tuple(FEATURES)).checked(list(names))
    return engineered(X, names)


def _split(X: Array, Y: Array, test_fraction: float, seed: int) -> TrainTestSplit:
    """Both parts keep the order of the rows; at least one training example remains."""
    fraction = real("test_fraction", test_fraction, 0.0, MAX_TEST_FRACTION)
    tested = min(int(np.floor(len(X) * fraction + 0.5)), len(X) - 1)
    is_test = np.zeros(len(X), dtype=bool)
    is_test[np.random.default_rng([_seed(seed), 1]).permutation(len(X))[:tested]] = True
    return TrainTestSplit(
        Examples(frozen(X[~is_test]), frozen(Y[~is_test])), Examples(frozen(X[is_test]), frozen(Y[is_test]))
    )


def _chosen(dataset: Dataset, given: Mapping[str, object]) -> dict[str, object]:
    known = {option.name: option for option in dataset.every_option}
    for name in given:
        if name not in known:
            choices = ", ".join(known)
            has = f"it has {choices}" if known else "it has no options of its own"
            raise DataError(
                name,
                f"The data set {dataset.name} has no option '{name}'; {has}: leave {name} out.",
                "problem-data-option" if known else "problem-data-no-options",
                dataset=dataset.name,
                choices=choices,
            )
    return {name: option.checked(given.get(name, option.default)) for name, option in known.items()}


def _seed(seed: int) -> int:
    return whole("seed", seed, 0, 2**32 - 1)


def _matrix(name: str, values: object) -> Array:
    try:
        array = np.array(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise DataError(
            name, f"{name} must be rows of numbers, all of one length.", "problem-data-ragged"
        ) from None
    if array.ndim != 2 or array.shape[1] == 0 or not 1 <= len(array) <= MAX_SAMPLES:
        raise DataError(
            name,
            f"{name} has shape {array.shape}; it must have 1 to {MAX_SAMPLES} rows of numbers.",
            "problem-data-matrix",
            max=MAX_SAMPLES,
        )
    if not np.isfinite(array).all():
        raise DataError(name, f"{name} has a number that is not finite.", "problem-data-not-finite")
    return array
