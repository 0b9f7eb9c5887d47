"""The line of one unit with two inputs, w_x·X + w_y·Y + b = 0, and who stands on the right side of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.analysis.classification import decision
from backstep_lab.engine.memory.arrays import Array, quiet

Sides = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Separation:
    """Of each example, (N,): its sum z, whether z > 0, and whether its class is the one of that side.

    `right` is None where the unit's targets are no two classes.
    """

    z: Array
    above: Sides
    right: Sides | None


def separation(X: Array, w: Array, b: float, targets: Array | None) -> Separation:
    """Examples X, (N, 2), by z = X·w + b; `targets`, (N, 1), are the unit's own, None for a hidden one.

    On the line itself, z = 0, a unit counts as below: a step is 0 there (Rosenblatt 1958).
    """
    with quiet():
        z = X @ w + b
    above: Sides = z > 0.0
    read = None if targets is None else decision(targets)
    if targets is None or read is None:
        return Separation(z, above, None)
    right: Sides = above == (read.of(targets) == 1)
    return Separation(z, above, right)
