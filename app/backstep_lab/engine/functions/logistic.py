"""The logistic function σ(z) = 1/(1 + e⁻ᶻ) and its slope, to a few roundings of float64 at every z.

1 − σ(z) is σ(−z): written as a difference it would lose every digit where σ(z) is close to 1. For the same
reason the slope is σ(z)·σ(−z) and not a·(1 − a). Arrays have any shape.
"""

import numpy as np

from backstep_lab.engine.memory.arrays import Array, scalar

_ONE, _HALF = scalar(1.0), scalar(0.5)
_FAR = scalar(-700.0)  # e⁷⁰⁰ is finite, e⁷¹⁰ is not


def sigmoid(Z: Array, A: Array) -> None:
    """1/(1 + e⁻ᶻ), and eᶻ where e⁻ᶻ leaves the range of float64; the larger of the two is the right one."""
    np.negative(Z, A)
    np.exp(A, A)
    np.add(A, _ONE, A)
    np.reciprocal(A, A)
    np.maximum(A, np.exp(np.minimum(Z, _FAR)), out=A)


def sigmoid_slope(Z: Array, A: Array, S: Array) -> None:
    """σ(z)·σ(−z) = 1/(2 cosh(z/2))²."""
    np.multiply(Z, _HALF, S)
    np.cosh(S, S)
    np.divide(_HALF, S, S)
    np.multiply(S, S, S)


def silu(Z: Array, A: Array) -> None:
    """z·σ(z); for z ≤ 0 as (z·√eᶻ)·√eᶻ/(1 + eᶻ), since eᶻ alone leaves the range before z·eᶻ does."""
    root = _root(Z)
    np.multiply(Z, root, A)
    np.multiply(A, root, A)
    np.divide(A, _ONE + _small_power(Z), A)


def silu_slope(Z: Array, A: Array, S: Array) -> None:
    """σ(z)·(1 + z·σ(−z)), written as `silu` is."""
    root, below = _root(Z), _ONE + _small_power(Z)
    np.multiply(Z, _root(-Z), S)
    np.multiply(S, _root(-Z), S)
    np.divide(S, below, S)  # z σ(−z)
    np.add(S, _ONE, S)
    np.multiply(S, root, S)
    np.multiply(S, root, S)
    np.divide(S, below, S)


def _root(Z: Array) -> Array:
    """√eᶻ for z ≤ 0, else 1: σ(z) is its square over 1 + e^−|z|."""
    return np.exp(np.minimum(Z, 0.0) * _HALF)


def _small_power(Z: Array) -> Array:
    """e^−|z|, never above 1."""
    return np.exp(-np.abs(Z))
