"""Encodes classes as targets."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.memory.arrays import Array

TARGETS = ("auto", "binary", "signed", "one_hot")


class ClassificationData(NamedTuple):
    """Points X (n, n₀), and for each row its class, numbered from 0."""

    X: Array
    labels: NDArray[np.int64]
    classes: int


class DataError(ValueError):
    """Invalid data: `field` is at fault, the message quotes its value and the allowed range.

    `key` and `args` are the same message in the catalogues.
    """

    def __init__(self, field: str, detail: str, key: str, **args: str | float) -> None:
        super().__init__(detail)
        self.field, self.key, self.args_of_key = field, key, args


def encode_targets(labels: NDArray[np.int64], classes: int, targets: str) -> Array:
    """Y (n, outputs) of class numbers.

    binary: one output, 0 or 1 · signed: one output, −1 or +1 (for tanh) · one_hot: one output per class
    · auto: binary for two classes, one_hot for more. Raises DataError where one output has to tell more
    than two classes.
    """
    if targets == "auto":
        targets = "binary" if classes == 2 else "one_hot"
    if targets == "one_hot":
        return np.eye(classes)[labels]
    if classes != 2:
        raise DataError(
            "targets",
            f"'{targets}' targets tell two classes apart; here are {classes}: use 'one_hot'.",
            "problem-data-two-classes",
            value=targets,
            count=classes,
        )
    ones = labels.astype(np.float64)[:, np.newaxis]
    return ones if targets == "binary" else 2.0 * ones - 1.0
