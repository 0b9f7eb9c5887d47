"""Data sets with real-valued targets."""

from typing import NamedTuple

import numpy as np

from backstep_lab.engine.memory.arrays import Array

EDGE = 6.0  # the plane goes from −6 to 6
STEEPNESS = 0.1  # the target of a point is (x₁ + x₂)/10, so that it stays within −1.2 and 1.2


class RegressionData(NamedTuple):
    """Points with target values: X (n, n₀) and Y (n, outputs)."""

    X: Array
    Y: Array


def plane(samples: int, noise: float, rng: np.random.Generator) -> RegressionData:
    """A tilted plane over uniform points, as in TensorFlow Playground: y = (x₁ + x₂)/10.

    The value is taken at a place up to 6·`noise` away in both directions.
    """
    X = rng.uniform(-EDGE, EDGE, (samples, 2))
    place = X + noise * rng.uniform(-EDGE, EDGE, (samples, 2))
    return RegressionData(X, STEEPNESS * place.sum(axis=1, keepdims=True))


def sine(samples: int, noise: float, rng: np.random.Generator) -> RegressionData:
    """y = sin x at uniform places from −π to π; `noise` is the deviation of a normal number added."""
    X = rng.uniform(-np.pi, np.pi, (samples, 1))
    return RegressionData(X, np.sin(X) + noise * rng.standard_normal((samples, 1)))
