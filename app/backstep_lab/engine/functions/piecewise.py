"""Activations in pieces: their values and derivatives. At a kink the derivative is the one from the left.

Arrays have any shape: Z of weighted sums, A = f(Z) and S = f′(Z), which the functions write.
"""

from collections.abc import Callable

import numpy as np

from backstep_lab.engine.memory.arrays import Array, scalar

LEAK = 0.01  # slope of leaky_relu for z ≤ 0 (Maas, Hannun & Ng 2013)

_ZERO, _ONE, _SIXTH = scalar(0.0), scalar(1.0), scalar(1 / 6)
_THREE, _MINUS_THREE = scalar(3.0), scalar(-3.0)

Value = Callable[[Array, Array], None]
Slope = Callable[[Array, Array, Array], None]


def identity(Z: Array, A: Array) -> None:
    """z."""
    np.copyto(A, Z)


def identity_slope(Z: Array, A: Array, S: Array) -> None:
    """1."""
    S.fill(1.0)


def step(Z: Array, A: Array) -> None:
    """1 for z > 0, else 0."""
    np.greater(Z, _ZERO, A)


def step_slope(Z: Array, A: Array, S: Array) -> None:
    """0."""
    S.fill(0.0)


def hard_sigmoid(Z: Array, A: Array) -> None:
    """(z + 3)/6, limited to 0 and 1."""
    np.add(Z, _THREE, A)
    np.multiply(A, _SIXTH, A)
    np.clip(A, _ZERO, _ONE, out=A)


def hard_sigmoid_slope(Z: Array, A: Array, S: Array) -> None:
    """1/6 for −3 < z ≤ 3, else 0."""
    np.greater(Z, _MINUS_THREE, S)
    np.multiply(S, Z <= _THREE, S)
    np.multiply(S, _SIXTH, S)


def relu(Z: Array, A: Array) -> None:
    """max(0, z)."""
    np.maximum(Z, _ZERO, out=A)


def relu_slope(Z: Array, A: Array, S: Array) -> None:
    """1 for z > 0, else 0."""
    np.greater(Z, _ZERO, S)


def leaky_relu_of(alpha: float) -> tuple[Value, Slope]:
    """max(αz, z) and its slope, for 0 < α ≤ 1."""
    leak, one_less_leak = scalar(alpha), scalar(1.0 - alpha)

    def leaky_relu(Z: Array, A: Array) -> None:
        """max(αz, z)."""
        np.multiply(Z, leak, A)
        np.maximum(Z, A, out=A)

    def leaky_relu_slope(Z: Array, A: Array, S: Array) -> None:
        """1 for z > 0, else α."""
        np.greater(Z, _ZERO, S)
        np.multiply(S, one_less_leak, S)
        np.add(S, leak, S)

    return leaky_relu, leaky_relu_slope


leaky_relu, leaky_relu_slope = leaky_relu_of(LEAK)


def elu(Z: Array, A: Array) -> None:
    """z for z > 0, else eᶻ − 1."""
    np.minimum(Z, _ZERO, out=A)  # eᶻ of a large z would overflow, and is not used
    np.expm1(A, A)
    np.copyto(A, Z, where=Z > _ZERO)


def elu_slope(Z: Array, A: Array, S: Array) -> None:
    """1 for z > 0, else eᶻ."""
    np.minimum(Z, _ZERO, out=S)
    np.exp(S, S)


def elu_of(alpha: float) -> tuple[Value, Slope]:
    """z for z > 0, else α(eᶻ − 1), and its slope; for α other than 1 the slope has a kink at 0."""
    scale = scalar(alpha)

    def scaled_elu(Z: Array, A: Array) -> None:
        """z for z > 0, else α(eᶻ − 1)."""
        np.minimum(Z, _ZERO, out=A)
        np.expm1(A, A)
        np.multiply(A, scale, A)
        np.copyto(A, Z, where=Z > _ZERO)

    def scaled_elu_slope(Z: Array, A: Array, S: Array) -> None:
        """1 for z > 0, else α eᶻ."""
        elu_slope(Z, A, S)
        np.multiply(S, scale, S)
        np.copyto(S, _ONE, where=Z > _ZERO)

    return scaled_elu, scaled_elu_slope
