"""Losses that grow in proportion to the miss, so that one far-off example cannot outweigh all others.

Huber's joins a parabola and two lines (Huber 1964); the hinge asks for a margin and then rests (Cortes &
Vapnik 1995). All three average over the outputs, and where one has a kink its slope there is 0.
"""

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.functions.loss import Loss
from backstep_lab.engine.memory.arrays import Array, scalar

DELTA = 1.0  # the miss at which Huber's parabola becomes a line, as in PyTorch

_ZERO, _HALF, _ONE, _MINUS_ONE = scalar(0.0), scalar(0.5), scalar(1.0), scalar(-1.0)


def _absolute_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    np.subtract(Y, A, T)
    np.abs(T, T)


def _absolute_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    np.subtract(A, Y, D)
    np.sign(D, D)
    np.divide(D, len(A), D)


def _absolute_piece(A: Array, Y: Array) -> NDArray[np.intp]:
    return (A > Y).astype(np.intp)


def _huber_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    miss = np.abs(Y - A)
    near = np.minimum(miss, _ONE)  # ½ m² up to 1, and m − ½ beyond: near · (m − ½ near)
    np.multiply(near, miss - _HALF * near, T)


def _huber_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    np.subtract(A, Y, D)
    np.clip(D, _MINUS_ONE, _ONE, out=D)
    np.divide(D, len(A), D)


def _hinge_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    np.multiply(A, Y, T)
    np.subtract(_ONE, T, T)
    np.maximum(T, _ZERO, out=T)


def _hinge_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    np.multiply(A, Y, D)
    np.less(D, _ONE, D)
    np.multiply(D, Y / -len(A), D)


def _hinge_piece(A: Array, Y: Array) -> NDArray[np.intp]:
    return (A * Y < _ONE).astype(np.intp)


DISTANCES = (
    Loss(
        "absolute_error",
        "mean",
        _absolute_terms,
        _absolute_slope,
        r"\frac{1}{n}\sum_j |y_j - a_j|",
        r"\frac{1}{n}\operatorname{sgn}(a_j - y_j)",
        piece=_absolute_piece,
    ),
    Loss(
        "huber",
        "mean",
        _huber_terms,
        _huber_slope,
        r"\frac{1}{n}\sum_j \begin{cases}\tfrac{1}{2}(y_j - a_j)^2 & |y_j - a_j| \le 1\\"
        r"|y_j - a_j| - \tfrac{1}{2} & |y_j - a_j| > 1\end{cases}",
        r"\frac{1}{n}\max(-1, \min(1, a_j - y_j))",
    ),
    Loss(
        "hinge",
        "mean",
        _hinge_terms,
        _hinge_slope,
        r"\frac{1}{n}\sum_j \max(0, 1 - y_j a_j)",
        r"-\frac{y_j}{n} \text{ if } y_j a_j < 1 \text{ else } 0",
        target_range=(-1.0, 1.0),
        targets=(-1.0, 1.0),  # with 0 its slope would be 0 wherever the output is
        piece=_hinge_piece,
    ),
)
