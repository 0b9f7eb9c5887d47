"""How a network's outputs are read as classes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.memory.arrays import Array

Classes = NDArray[np.intp]

HALF = 0.5  # threshold of an output that is 1 for its class


@dataclass(frozen=True)
class Decision:
    """One output decides between two classes at `threshold`; of several (`threshold` None) the largest wins.

    `names` are the two targets of one output; None where a class is an output's number.
    """

    classes: int
    threshold: float | None
    names: tuple[float, float] | None = None

    def of(self, outputs: Array) -> Classes:
        """The class of each row of outputs or targets, (N, n_L)."""
        if self.threshold is None:
            largest: Classes = outputs.argmax(axis=1)
            return largest
        return np.asarray(outputs[:, 0] > self.threshold, dtype=np.intp)


def decision(Y: Array) -> Decision | None:
    """How outputs are read where these are the targets; None where they are no classes.

    One output with two different targets separates two classes at their mean; several outputs
    stand for a class each where every example has one largest target, and not all of them the same.
    """
    if Y.shape[1] == 1:
        low, high = float(Y.min()), float(Y.max())
        two = low < high and bool(np.isin(Y, (low, high)).all())
        return Decision(2, (low + high) / 2, (low, high)) if two else None
    one_each = bool(((Y.max(axis=1, keepdims=True) == Y).sum(axis=1) == 1).all())
    different = len(set(Y.argmax(axis=1).tolist())) > 1
    return Decision(Y.shape[1], None) if one_each and different else None
