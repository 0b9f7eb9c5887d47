"""Losses of outputs a and targets y: their terms and their derivatives by a, divided by n for a mean.

The absolute error and Huber's loss have linear tails, so one outlier cannot dominate the mean (Huber 1964);
the hinge loss is 0 beyond a margin of 1 (Cortes & Vapnik 1995). At a kink the slope is 0. Arrays are (n_L,
N), an example a column; the last argument is written, of a function `…_piece` returned.
"""

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.memory.arrays import Array, scalar

HUBER_DELTA = 1.0  # |y − a| at which Huber's parabola becomes a line, as in PyTorch

_ZERO, _HALF, _ONE, _MINUS_ONE = scalar(0.0), scalar(0.5), scalar(1.0), scalar(-1.0)


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


def mean_squared_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    """2 (a − y) / n."""
    np.subtract(A, Y, D)
    np.multiply(D, 2.0 / len(A), D)


def absolute_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    """|y − a|."""
    np.subtract(Y, A, T)
    np.abs(T, T)


def absolute_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    """sign(a − y) / n."""
    np.subtract(A, Y, D)
    np.sign(D, D)
    np.divide(D, len(A), D)


def absolute_piece(A: Array, Y: Array) -> NDArray[np.intp]:
    """1 for a > y, else 0."""
    return (A > Y).astype(np.intp)


def huber_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    """½ (y − a)² up to |y − a| = 1, then |y − a| − ½."""
    error = np.abs(Y - A)
    small = np.minimum(error, _ONE)  # small · (error − ½ small) is ½ error² up to 1, and error − ½ above
    np.multiply(small, error - _HALF * small, T)


def huber_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    """a − y limited to −1 and 1, divided by n."""
    np.subtract(A, Y, D)
    np.clip(D, _MINUS_ONE, _ONE, out=D)
    np.divide(D, len(A), D)


def hinge_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    """max(0, 1 − y a)."""
    np.multiply(A, Y, T)
    np.subtract(_ONE, T, T)
    np.maximum(T, _ZERO, out=T)


def hinge_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    """−y / n for y a < 1, else 0."""
    np.multiply(A, Y, D)
    np.less(D, _ONE, D)
    np.multiply(D, Y / -len(A), D)


def hinge_piece(A: Array, Y: Array) -> NDArray[np.intp]:
    """1 for y a < 1, else 0."""
    return (A * Y < _ONE).astype(np.intp)
