"""Activations that pass a positive sum on and hold a negative one back: ReLU and its relatives."""

from math import erfc, pi, sqrt

import numpy as np

from app.engine.activation import Activation
from app.engine.arrays import Array, scalar

LEAK = 0.01  # slope of leaky_relu for z ≤ 0 (Maas, Hannun & Ng 2013)

_ZERO, _ONE, _LEAK, _ONE_LESS_LEAK = scalar(0.0), scalar(1.0), scalar(LEAK), scalar(1.0 - LEAK)


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


def _gelu_slope(Z: Array, A: Array, S: Array) -> None:
    np.multiply(Z, Z, S)
    np.multiply(S, -0.5, S)
    np.exp(S, S)
    np.multiply(S, Z / sqrt(2.0 * pi), S)  # z φ(z)
    np.add(S, _normal_share(Z), S)


def _normal_share(Z: Array) -> Array:
    """Φ(z) by erfc, which keeps every digit where Φ is small; numpy has none, Python's works one by one."""
    found = np.fromiter(map(erfc, (Z.ravel() * -sqrt(0.5)).tolist()), np.float64, Z.size)
    return np.multiply(found, 0.5).reshape(Z.shape)


def _silu(Z: Array, A: Array) -> None:
    _logistic(Z, A)
    np.multiply(Z, A, A)


def _silu_slope(Z: Array, A: Array, S: Array) -> None:
    _logistic(Z, S)
    np.multiply(S, _ONE + Z * (_ONE - S), S)


def _logistic(Z: Array, S: Array) -> None:
    np.negative(Z, S)
    np.exp(S, S)
    np.add(S, _ONE, S)
    np.reciprocal(S, S)


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
        kinks=(0.0,),
    ),
    Activation(
        "gelu",
        _gelu,
        _gelu_slope,
        r"z\,\Phi(z) = \tfrac{z}{2}\left(1 + \operatorname{erf}\tfrac{z}{\sqrt{2}}\right)",
        r"\Phi(z) + \frac{z}{\sqrt{2\pi}}\,e^{-z^2/2}",
    ),
    Activation("silu", _silu, _silu_slope, r"z\,\sigma(z)", r"\sigma(z)\left(1 + z\,(1 - \sigma(z))\right)"),
)
