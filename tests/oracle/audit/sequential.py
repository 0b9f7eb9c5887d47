"""Sums in float64 in the order in which they are written, first term first."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
UNIT = 2.0**-52  # the distance from 1 to the next number


def summed(terms: list[float]) -> float:
    """t₀ + t₁ + …"""
    total = terms[0]
    for term in terms[1:]:
        total += term
    return total


def weighted_sums(W: Array, b: Array, a: Array) -> Array:
    """Σ w·a + b for each example and unit, (N, n_out), product after product and the bias last."""
    z = a[:, :1] * W[None, :, 0]
    for k in range(1, W.shape[1]):
        z = z + a[:, k : k + 1] * W[None, :, k]
    return z + b[None, :]
