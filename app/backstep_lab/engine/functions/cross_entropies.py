"""Cross-entropies, computed from z: their terms and their derivatives by a and by z.

Each is used with one output activation only. The derivative by z is computed in one formula (`fused`), which
is exact where its factors ∂ℓ/∂a and f′(z) overflow and underflow (Bishop 2006, sections 4.3.2 and 4.3.4).
Where an output is close to 1 it has no digits left for 1 − a, so values are computed from z. Arrays are (n_L,
N), an example a column; the argument T or D is written. The derivatives of a mean are divided by `n`, the
number of outputs unless it is given.
"""

import numpy as np

from backstep_lab.engine.functions.logistic import sigmoid
from backstep_lab.engine.memory.arrays import Array, scalar

_ZERO, _HALF, _ONE = scalar(0.0), scalar(0.5), scalar(1.0)


def binary_cross_entropy_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    """−y ln a − (1 − y) ln(1 − a)."""
    # −y ln σ(z) − (1 − y) ln σ(−z), where −ln σ(z) = ln(1 + e⁻ᶻ): nothing cancels, and no logarithm is of 0.
    np.logaddexp(_ZERO, -Z, T)
    np.multiply(Y, T, T)
    np.add(T, (_ONE - Y) * np.logaddexp(_ZERO, Z), T)


def binary_cross_entropy_slope(Z: Array, A: Array, Y: Array, D: Array, n: int = 0) -> None:
    """∂ℓ/∂a = (a − y) / (a (1 − a) n)."""
    # (1 − y)/σ(−z) − y/σ(z), where 1/σ(z) = 1 + e⁻ᶻ
    np.subtract(_times_one_plus(_ONE - Y, np.exp(Z)), _times_one_plus(Y, np.exp(-Z)), D)
    np.divide(D, n or len(Z), D)


def _times_one_plus(y: Array, power: Array) -> Array:
    """y (1 + power), or 0 where y = 0 even if the power is infinite."""
    return np.where(y == _ZERO, _ZERO, y * (_ONE + power))


def binary_cross_entropy_fused(Z: Array, A: Array, Y: Array, D: Array, n: int = 0) -> None:
    """∂ℓ/∂z = (a − y) / n."""
    # a − y; for z > 0 as (1 − y) − σ(−z), since 1 − a has no digits left there
    sigmoid(-np.abs(Z), D)
    np.copyto(D, np.where(Z > _ZERO, (_ONE - Y) - D, D - Y))
    if (n or len(A)) > 1:
        np.divide(D, n or len(A), D)


def cross_entropy_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    """−y ln a."""
    # −y ln a with −ln a = (max − z) + ln Σ e^(z − max): both are at least 0, and finite where a is 0. log1p
    # takes the sum without its largest term, which is 1, and keeps the digits where a is close to 1.
    np.subtract(Z.max(axis=0), Z, T)
    powers = np.exp(-T)
    powers[Z.argmax(axis=0), np.arange(Z.shape[1])] = 0.0
    np.add(T, np.log1p(powers.sum(axis=0)), T)
    np.multiply(Y, T, T)


def cross_entropy_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    """∂ℓ/∂a = −y / a."""
    # Of an output with target 0 the slope is 0, also where its a has underflowed to 0.
    np.divide(-Y, np.where(Y == 0.0, 1.0, A), D)


def cross_entropy_fused(Z: Array, A: Array, Y: Array, D: Array) -> None:
    """∂ℓ/∂z = a Σ_k y_k − y."""
    # a Σ_k y_k − y, which is a − y where the targets of an example add up to 1. For an a above ½, whose 1 − a
    # may have no digits left, from the a and y of the other outputs.
    total, largest = Y.sum(axis=0), A > _HALF
    np.multiply(A, total, D)
    np.subtract(D, Y, D)
    other_a, other_y = (np.where(largest, _ZERO, of).sum(axis=0) for of in (A, Y))
    np.copyto(D, other_y - other_a * total, where=largest)
