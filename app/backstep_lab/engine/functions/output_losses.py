"""Losses of outputs a and targets y: their terms and their derivatives by a, divided by n for a mean.

The absolute error and Huber's loss have linear tails, so one outlier cannot dominate the mean (Huber 1964);
the hinge loss is 0 beyond a margin of 1 (Cortes & Vapnik 1995). At a kink the slope is 0. Arrays are (n_L,
N), an example a column; the argument T or D is written, of a function `…_piece` returned. Slopes of a
mean are divided by `n`, the number of outputs unless it is given.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.memory.arrays import Array, scalar

HUBER_DELTA = 1.0  # |y − a| at which Huber's parabola becomes a line, as in PyTorch

_ZERO, _HALF, _ONE = scalar(0.0), scalar(0.5), scalar(1.0)

Function = Callable[[Array, Array, Array, Array], None]
Slope = Callable[..., None]  # (Z, A, Y, D), and n where it is not the number of outputs


def half_squared_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    """½ (y − a)²."""
    np.subtract(Y, A, T)
    np.multiply(T, T, T)
    np.multiply(T, _HALF, T)


def half_squared_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    """a − y."""
    np.subtract(A, Y, D)


def mean_squared_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    """(y − a)²."""
    np.subtract(Y, A, T)
    np.multiply(T, T, T)


def half_squared_mean_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    """(a − y) / n."""
    np.subtract(A, Y, D)
    np.divide(D, len(A), D)


def mean_squared_slope(Z: Array, A: Array, Y: Array, D: Array, n: int = 0) -> None:
    """2 (a − y) / n."""
    np.subtract(A, Y, D)
    np.multiply(D, 2.0 / (n or len(A)), D)


def absolute_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    """|y − a|."""
    np.subtract(Y, A, T)
    np.abs(T, T)


def absolute_slope(Z: Array, A: Array, Y: Array, D: Array, n: int = 0) -> None:
    """sign(a − y) / n."""
    np.subtract(A, Y, D)
    np.sign(D, D)
    np.divide(D, n or len(A), D)


def absolute_piece(A: Array, Y: Array) -> NDArray[np.intp]:
    """1 for a > y, else 0."""
    return (A > Y).astype(np.intp)


def huber_of(delta: float) -> tuple[Function, Slope]:
    """The terms and the slope of Huber's loss, a line beyond |y − a| = δ."""
    bound, minus_bound = scalar(delta), scalar(-delta)

    def huber_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
        """½ (y − a)² up to |y − a| = δ, then δ (|y − a| − ½ δ)."""
        error = np.abs(Y - A)
        small = np.minimum(error, bound)  # small · (error − ½ small) is ½ error² up to δ, and the line above
        np.multiply(small, error - _HALF * small, T)

    def huber_slope(Z: Array, A: Array, Y: Array, D: Array, n: int = 0) -> None:
        """a − y limited to −δ and δ, divided by n."""
        np.subtract(A, Y, D)
        np.clip(D, minus_bound, bound, out=D)
        np.divide(D, n or len(A), D)

    return huber_terms, huber_slope


huber_terms, huber_slope = huber_of(HUBER_DELTA)


def hinge_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    """max(0, 1 − y a)."""
    np.multiply(A, Y, T)
    np.subtract(_ONE, T, T)
    np.maximum(T, _ZERO, out=T)


def hinge_slope(Z: Array, A: Array, Y: Array, D: Array, n: int = 0) -> None:
    """−y / n for y a < 1, else 0."""
    np.multiply(A, Y, D)
    np.less(D, _ONE, D)
    np.multiply(D, Y / -(n or len(A)), D)


def hinge_piece(A: Array, Y: Array) -> NDArray[np.intp]:
    """1 for y a < 1, else 0."""
    return (A * Y < _ONE).astype(np.intp)
