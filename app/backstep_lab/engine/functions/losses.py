"""Loss functions, each beside its derivative and its formula.

The loss of one example is made of one term per output, added up (`reduction` "sum") or averaged
("mean") over the outputs; the loss of a batch is the mean over its examples. Two losses are tied to
one output activation, since only together are they stable: their derivative by z is computed in one
piece (`fused`), which stays exact where the factors ∂ℓ/∂a and f′(z) overflow and vanish
(Bishop 2006, sections 4.3.2 and 4.3.4). They are computed from z: an output that is nearly 1 does not know by
how much it is less.
"""

import numpy as np

from backstep_lab.engine.functions.distances import DISTANCES
from backstep_lab.engine.functions.logistic import sigmoid
from backstep_lab.engine.functions.loss import Loss
from backstep_lab.engine.memory.arrays import Array, scalar

_ZERO, _HALF, _ONE = scalar(0.0), scalar(0.5), scalar(1.0)


def _half_squared_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    np.subtract(Y, A, T)
    np.multiply(T, T, T)
    np.multiply(T, _HALF, T)


def _half_squared_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    np.subtract(A, Y, D)


def _mean_squared_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    np.subtract(Y, A, T)
    np.multiply(T, T, T)


def _mean_squared_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    np.subtract(A, Y, D)
    np.multiply(D, 2.0 / len(A), D)


def _binary_cross_entropy_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    # −y ln σ(z) − (1 − y) ln σ(−z), where −ln σ(z) = ln(1 + e⁻ᶻ): nothing cancels, and no logarithm is of 0.
    np.logaddexp(_ZERO, -Z, T)
    np.multiply(Y, T, T)
    np.add(T, (_ONE - Y) * np.logaddexp(_ZERO, Z), T)


def _binary_cross_entropy_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    # (1 − y)/σ(−z) − y/σ(z), where 1/σ(z) = 1 + e⁻ᶻ
    np.subtract(_share(_ONE - Y, np.exp(Z)), _share(Y, np.exp(-Z)), D)
    np.divide(D, len(Z), D)


def _share(y: Array, power: Array) -> Array:
    """y (1 + power); 0 where y is, also of a power that is infinite."""
    return np.where(y == _ZERO, _ZERO, y * (_ONE + power))


def _binary_cross_entropy_fused(Z: Array, A: Array, Y: Array, D: Array) -> None:
    # a − y; above 0 as (1 − y) − σ(−z), since a has no digits left there to tell it from 1
    sigmoid(-np.abs(Z), D)
    np.copyto(D, np.where(Z > _ZERO, (_ONE - Y) - D, D - Y))
    if len(A) > 1:
        np.divide(D, len(A), D)


def _cross_entropy_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    # −y ln a with −ln a = (max − z) + ln Σ e^(z − max): both are at least 0, and finite where a is 0. The sum
    # without its largest term, which is 1, goes to log1p: it keeps the digits where a is close to 1.
    np.subtract(Z.max(axis=0), Z, T)
    powers = np.exp(-T)
    powers[Z.argmax(axis=0), np.arange(Z.shape[1])] = 0.0
    np.add(T, np.log1p(powers.sum(axis=0)), T)
    np.multiply(Y, T, T)


def _cross_entropy_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    # An output that is not wanted (y = 0) has no slope, also where its a has underflowed to 0.
    np.divide(-Y, np.where(Y == 0.0, 1.0, A), D)


def _cross_entropy_fused(Z: Array, A: Array, Y: Array, D: Array) -> None:
    # a Σ_k y_k − y: the well-known a − y where the targets of an example add up to 1, right where not. For an
    # a above ½, which may have no digits left to tell it from 1, out of what the others are.
    total, largest = Y.sum(axis=0), A > _HALF
    np.multiply(A, total, D)
    np.subtract(D, Y, D)
    other_a, other_y = (np.where(largest, _ZERO, of).sum(axis=0) for of in (A, Y))
    np.copyto(D, other_y - other_a * total, where=largest)


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
