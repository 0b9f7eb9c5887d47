"""GELU: z·Φ(z) with the normal distribution function Φ, and its derivative Φ(z) + z·φ(z).

Both are exact to a few roundings of float64 at every z. Arrays have any shape.
"""

from math import erfc, pi, sqrt

import numpy as np

from backstep_lab.engine.memory.arrays import Array

_TAIL = -30.0  # below it the series of the tail is exact to rounding


def gelu(Z: Array, A: Array) -> None:
    """z·Φ(z)."""
    np.multiply(Z, _distribution(Z), A)
    in_tail = Z < _TAIL
    if in_tail.any():
        A[in_tail] = -_density_times(Z[in_tail], _mills_series(Z[in_tail]))


def gelu_slope(Z: Array, A: Array, S: Array) -> None:
    """Φ(z) + z·φ(z)."""
    np.multiply(Z, Z, S)
    np.multiply(S, -0.5, S)
    np.exp(S, S)
    np.multiply(S, Z / sqrt(2.0 * pi), S)  # z φ(z)
    np.add(S, _distribution(Z), S)
    in_tail = Z < _TAIL
    if in_tail.any():
        z = Z[in_tail]
        S[in_tail] = -_density_times(z, -z - _mills_series(z) / -z)


def _distribution(Z: Array) -> Array:
    """Φ(z) by erfc, which is exact where Φ is small; numpy has none, Python's takes one number at a time."""
    values = np.fromiter(map(erfc, (Z.ravel() * -sqrt(0.5)).tolist()), np.float64, Z.size)
    return np.multiply(values, 0.5).reshape(Z.shape)


def _mills_series(z: Array) -> Array:
    """|z| Φ(z)/φ(z) for z < −30: 1 − 1/z² + 3/z⁴ − … (Abramowitz & Stegun 26.2.12)."""
    total = np.ones_like(z)
    for odd in (11.0, 9.0, 7.0, 5.0, 3.0, 1.0):
        total = 1.0 - odd / (z * z) * total
    return total


def _density_times(z: Array, factor: Array) -> Array:
    """φ(z)·factor in one exponential: φ alone underflows before the product does."""
    return np.exp(-0.5 * z * z + np.log(factor / sqrt(2.0 * pi)))
