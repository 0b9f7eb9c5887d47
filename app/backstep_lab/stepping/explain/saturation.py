"""Whether the usual formula, with its operands as float64 holds them, gives the number that was computed.

An output close to 1 keeps none of the digits of 1 − a. What is made of them is computed from z (see
`engine/logistic.py` and `engine/losses.py`), and must then be written as it is computed.
"""

from __future__ import annotations

from math import inf, isclose, log

from backstep_lab.engine.functions.activation import Activation
from backstep_lab.stepping.numbers import finite

SAME = 2.5e-13  # relative: what the operands' own roundings leave of it stays below 1e-12
LEAST = 1.5e-323  # absolute: the smallest numbers of float64 have no more digits


def follows(direct: float, value: float) -> bool:
    """Whether a formula's own result is the computed number."""
    return isclose(direct, value, rel_tol=SAME, abs_tol=LEAST)


def term_follows(loss: str, y: float | None, a: float | None, value: float) -> bool:
    """Whether a cross-entropy term can be had from y and a."""
    if y is None or a is None or a <= 0.0 or (a >= 1.0 and loss == "binary_cross_entropy"):
        return False
    direct = -y * log(a)
    if loss == "binary_cross_entropy":
        direct -= (1.0 - y) * log(1.0 - a)
    return follows(direct, value)


def loss_slope_follows(y: float | None, a: float | None, divisor: int, value: float) -> bool:
    """Whether ∂ℓ/∂a of the binary cross-entropy can be had from y and a, or, infinite, from nothing.

    `divisor` is that of the loss for its outputs.
    """
    if finite(value) is None:
        return True
    if y is None or a is None:
        return False
    below = a * (1.0 - a) * divisor
    return follows((a - y) / below if below else inf, value)


def slope_follows(function: Activation, a: float | None, value: float) -> bool:
    """Whether f′ follows from the printed operand: always from z, from a where its digits suffice."""
    from_output = function.slope_latex.from_output
    return from_output is None or (a is not None and follows(from_output(a), value))
