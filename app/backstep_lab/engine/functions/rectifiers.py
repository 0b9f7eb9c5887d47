"""Activations that pass a positive sum on and hold a negative one back: ReLU and its relatives."""

from math import erfc, pi, sqrt

import numpy as np

from backstep_lab.engine.functions.activation import Activation
from backstep_lab.engine.functions.logistic import silu, silu_slope
from backstep_lab.engine.memory.arrays import Array, scalar

LEAK = 0.01  # slope of leaky_relu for z ≤ 0 (Maas, Hannun & Ng 2013)

_FAR = -30.0  # from here on down the series of GELU's tail is exact to rounding

_ZERO, _LEAK, _ONE_LESS_LEAK = scalar(0.0), scalar(LEAK), scalar(1.0 - LEAK)


def _relu(Z: Array, A: Array) -> None:
    np.maximum(Z, _ZERO, out=A)


def _relu_slope(Z: Array, A: Array, S: Array) -> None:
    np.greater(Z, _ZERO, S)


def _leaky_relu(Z: Array, A: Array) -> None:
    np.multiply(Z, _LEAK, A)
    np.maximum(Z, A, out=A)


def _leaky_relu_slope(Z: Array, A: Array, S: Array) -> None:
    np.greater(Z, _ZERO, S)
    np.multiply(S, _ONE_LESS_LEAK, S)
    np.add(S, _LEAK, S)


def _elu(Z: Array, A: Array) -> None:
    np.minimum(Z, _ZERO, out=A)  # no overflow where z is large and the exponential is not wanted
    np.expm1(A, A)
    np.copyto(A, Z, where=Z > _ZERO)


def _elu_slope(Z: Array, A: Array, S: Array) -> None:
    np.minimum(Z, _ZERO, out=S)
    np.exp(S, S)


def _gelu(Z: Array, A: Array) -> None:
    np.multiply(Z, _normal_share(Z), A)
    far = Z < _FAR
    if far.any():
        A[far] = -_tail(Z[far], _gelu_tail(Z[far]))


def _gelu_slope(Z: Array, A: Array, S: Array) -> None:
    np.multiply(Z, Z, S)
    np.multiply(S, -0.5, S)
    np.exp(S, S)
    np.multiply(S, Z / sqrt(2.0 * pi), S)  # z φ(z)
    np.add(S, _normal_share(Z), S)
    far = Z < _FAR
    if far.any():
        z = Z[far]
        S[far] = -_tail(z, -z - _gelu_tail(z) / -z)


def _normal_share(Z: Array) -> Array:
    """Φ(z) by erfc, which keeps every digit where Φ is small; numpy has none, Python's works one by one."""
    found = np.fromiter(map(erfc, (Z.ravel() * -sqrt(0.5)).tolist()), np.float64, Z.size)
    return np.multiply(found, 0.5).reshape(Z.shape)


def _gelu_tail(z: Array) -> Array:
    """|z| Φ(z)/φ(z) for z < −30 by its series 1 − 1/z² + 3/z⁴ − … (Abramowitz & Stegun 26.2.12)."""
    total = np.ones_like(z)
    for odd in (11.0, 9.0, 7.0, 5.0, 3.0, 1.0):
        total = 1.0 - odd / (z * z) * total
    return total


def _tail(z: Array, factor: Array) -> Array:
    """φ(z)·factor in one exponential: φ alone leaves the range of float64 before the product does."""
    return np.exp(-0.5 * z * z + np.log(factor / sqrt(2.0 * pi)))


RECTIFIERS = (
    Activation(
        "relu", _relu, _relu_slope, r"\max(0, z)", r"1 \text{ if } z > 0 \text{ else } 0", kinks=(0.0,)
    ),
    Activation(
        "leaky_relu",
        _leaky_relu,
        _leaky_relu_slope,
        r"z \text{ if } z > 0 \text{ else } 0.01\,z",
        r"1 \text{ if } z > 0 \text{ else } 0.01",
        kinks=(0.0,),
    ),
    Activation(
        "elu",
        _elu,
        _elu_slope,
        r"z \text{ if } z > 0 \text{ else } e^{z} - 1",
        r"1 \text{ if } z > 0 \text{ else } e^{z}",
    ),
    Activation(
        "gelu",
        _gelu,
        _gelu_slope,
        r"z\,\Phi(z) = \tfrac{z}{2}\left(1 + \operatorname{erf}\tfrac{z}{\sqrt{2}}\right)",
        r"\Phi(z) + \frac{z}{\sqrt{2\pi}}\,e^{-z^2/2}",
    ),
    Activation("silu", silu, silu_slope, r"z\,\sigma(z)", r"\sigma(z)\left(1 + z\,(1 - \sigma(z))\right)"),
)
