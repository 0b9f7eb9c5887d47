"""Loss functions, each beside its derivative and its formula.

The loss of one example is made of one term per output, added up (`reduction` "sum") or averaged
("mean") over the outputs; the loss of a batch is the mean over its examples. Two losses are tied to
one output activation, since only together are they stable: their derivative by z is computed in one
piece (`fused`), which stays exact where the factors ∂ℓ/∂a and f′(z) overflow and vanish
(Bishop 2006, sections 4.3.2 and 4.3.4).
"""

import numpy as np

from app.engine.arrays import Array, scalar
from app.engine.distances import DISTANCES
from app.engine.loss import Loss

_HALF = scalar(0.5)


def _half_squared_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    np.subtract(Y, A, T)
    np.multiply(T, T, T)
    np.multiply(T, _HALF, T)


def _half_squared_slope(A: Array, Y: Array, D: Array) -> None:
    np.subtract(A, Y, D)


def _mean_squared_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    np.subtract(Y, A, T)
    np.multiply(T, T, T)


def _mean_squared_slope(A: Array, Y: Array, D: Array) -> None:
    np.subtract(A, Y, D)
    np.multiply(D, 2.0 / len(A), D)


def _binary_cross_entropy_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    # −[y ln σ(z) + (1 − y) ln(1 − σ(z))] = ln(1 + e^z) − y z, which never takes the logarithm of 0.
    np.logaddexp(0.0, Z, T)
    np.subtract(T, Y * Z, T)


def _binary_cross_entropy_slope(A: Array, Y: Array, D: Array) -> None:
    np.divide(A - Y, A * (1.0 - A) * len(A), D)


def _binary_cross_entropy_fused(A: Array, Y: Array, D: Array) -> None:
    np.subtract(A, Y, D)
    if len(A) > 1:
        np.divide(D, len(A), D)


def _cross_entropy_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    # −y ln softmax(z) with ln softmax(z) = (z − max) − ln Σ e^(z − max), finite where a underflows to 0.
    np.subtract(Z, Z.max(axis=0), T)
    np.subtract(np.log(np.exp(T).sum(axis=0)), T, T)
    np.multiply(Y, T, T)


def _cross_entropy_slope(A: Array, Y: Array, D: Array) -> None:
    # An output that is not wanted (y = 0) has no slope, also where its a has underflowed to 0.
    np.divide(-Y, np.where(Y == 0.0, 1.0, A), D)


def _cross_entropy_fused(A: Array, Y: Array, D: Array) -> None:
    # a Σ_k y_k − y: the well-known a − y where the targets of an example add up to 1, right where not
    np.multiply(A, Y.sum(axis=0), D)
    np.subtract(D, Y, D)


LOSSES: dict[str, Loss] = {
    loss.name: loss
    for loss in (
        Loss(
            "half_squared_error",
            "sum",
            _half_squared_terms,
            _half_squared_slope,
            r"\sum_j \tfrac{1}{2}(y_j - a_j)^2",
            r"a_j - y_j",
        ),
        Loss(
            "mean_squared_error",
            "mean",
            _mean_squared_terms,
            _mean_squared_slope,
            r"\frac{1}{n}\sum_j (y_j - a_j)^2",
            r"\frac{2}{n}(a_j - y_j)",
        ),
        Loss(
            "binary_cross_entropy",
            "mean",
            _binary_cross_entropy_terms,
            _binary_cross_entropy_slope,
            r"-\frac{1}{n}\sum_j \bigl(y_j \ln a_j + (1 - y_j) \ln(1 - a_j)\bigr)",
            r"\frac{1}{n}\,\frac{a_j - y_j}{a_j (1 - a_j)}",
            needs="sigmoid",
            fused=_binary_cross_entropy_fused,
            target_range=(0.0, 1.0),
        ),
        Loss(
            "cross_entropy",
            "sum",
            _cross_entropy_terms,
            _cross_entropy_slope,
            r"-\sum_j y_j \ln a_j",
            r"-\frac{y_j}{a_j}",
            needs="softmax",
            fused=_cross_entropy_fused,
            target_range=(0.0, 1.0),
        ),
        *DISTANCES,
    )
}
