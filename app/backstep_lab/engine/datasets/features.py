"""Engineered inputs: the inputs of a network for a point (x₁, x₂) of the plane, in place of its coordinates.

A neuron can only add up what it is given. With x₁² and x₂² among its inputs a single one draws a circle.
"""

from collections.abc import Callable, Sequence

import numpy as np

from backstep_lab.engine.memory.arrays import Array, frozen

FEATURES: dict[str, Callable[[Array, Array], Array]] = {
    "x1": lambda x1, _: x1,
    "x2": lambda _, x2: x2,
    "x1^2": lambda x1, _: x1 * x1,
    "x2^2": lambda _, x2: x2 * x2,
    "x1*x2": lambda x1, x2: x1 * x2,
    "sin(x1)": lambda x1, _: np.sin(x1),
    "sin(x2)": lambda _, x2: np.sin(x2),
}
COORDINATES = 2  # of a point that features are made of


def engineered(points: Array, names: Sequence[str]) -> Array:
    """The features `names` of points (n, 2), a column each: (n, len(names)), read-only."""
    assert points.shape[1] == COORDINATES, "features are made of points of the plane"
    x1, x2 = points.T
    return frozen(np.column_stack([FEATURES[name](x1, x2) for name in names]))
