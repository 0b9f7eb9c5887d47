"""Activations made of the logistic function σ(z) = 1/(1 + e⁻ᶻ), and tanh: their values and derivatives.

All are exact to a few roundings of float64 at every z. 1 − σ(z) is computed as σ(−z): as a difference it
would lose its digits where σ(z) is close to 1. For the same reason slopes are computed from z and not from a.
Arrays have any shape: Z of weighted sums, A = f(Z) and S = f′(Z), which the functions write.
"""

import numpy as np

from backstep_lab.engine.memory.arrays import Array, scalar

_ZERO, _HALF, _ONE = scalar(0.0), scalar(0.5), scalar(1.0)
_SMALLEST = scalar(-700.0)  # e⁷⁰⁰ is finite, e⁷¹⁰ is not


def sigmoid(Z: Array, A: Array) -> None:
    """1/(1 + e⁻ᶻ), or eᶻ where e⁻ᶻ overflows: the larger of the two."""
    np.negative(Z, A)
    np.exp(A, A)
    np.add(A, _ONE, A)
    np.reciprocal(A, A)
    np.maximum(A, np.exp(np.minimum(Z, _SMALLEST)), out=A)


def sigmoid_slope(Z: Array, A: Array, S: Array) -> None:
    """σ(z)·σ(−z) = 1/(2 cosh(z/2))²."""
    np.multiply(Z, _HALF, S)
    np.cosh(S, S)
    np.divide(_HALF, S, S)
    np.multiply(S, S, S)


def silu(Z: Array, A: Array) -> None:
    """z·σ(z); for z ≤ 0 as (z·√eᶻ)·√eᶻ/(1 + eᶻ), since eᶻ underflows before z·eᶻ does."""
    root = _root(Z)
    np.multiply(Z, root, A)
    np.multiply(A, root, A)
    np.divide(A, _ONE + _small_power(Z), A)


def silu_slope(Z: Array, A: Array, S: Array) -> None:
    """σ(z)·(1 + z·σ(−z)), computed like `silu`."""
    root, below = _root(Z), _ONE + _small_power(Z)
    np.multiply(Z, _root(-Z), S)
    np.multiply(S, _root(-Z), S)
    np.divide(S, below, S)  # z σ(−z)
    np.add(S, _ONE, S)
    np.multiply(S, root, S)
    np.multiply(S, root, S)
    np.divide(S, below, S)


def softplus(Z: Array, A: Array) -> None:
    """ln(1 + eᶻ)."""
    np.logaddexp(_ZERO, Z, A)


def softplus_slope(Z: Array, A: Array, S: Array) -> None:
    """σ(z)."""
    sigmoid(Z, S)


def tanh(Z: Array, A: Array) -> None:
    """tanh z = 2σ(2z) − 1."""
    np.tanh(Z, A)


def tanh_slope(Z: Array, A: Array, S: Array) -> None:
    """1/cosh² z."""
    np.cosh(Z, S)  # infinite for |z| > 710, where 1/cosh² is far below the smallest float64
    np.reciprocal(S, S)
    np.multiply(S, S, S)


def bipolar_sigmoid(Z: Array, A: Array) -> None:
    """2σ(z) − 1 = tanh(z/2), from −1 to 1."""
    np.multiply(Z, _HALF, A)
    np.tanh(A, A)


def bipolar_sigmoid_slope(Z: Array, A: Array, S: Array) -> None:
    """2σ(z)·σ(−z) = ½/cosh²(z/2)."""
    np.multiply(Z, _HALF, S)
    tanh_slope(S, A, S)
    np.multiply(S, _HALF, S)


def _root(Z: Array) -> Array:
    """√eᶻ for z ≤ 0, else 1: σ(z) is its square over 1 + e^−|z|."""
    return np.exp(np.minimum(Z, 0.0) * _HALF)


def _small_power(Z: Array) -> Array:
    """e^−|z|, never above 1."""
    return np.exp(-np.abs(Z))
