"""Activation functions, each beside its derivative and its formula.

Functions write into `out`, so that training allocates little. They run under `quiet()`: an overflow inside
them (cosh of a large sum) is part of the method, and whatever is left non-finite in the end is looked for
explicitly (see `training.py`). A slope is computed from z wherever a has lost the digits that it needs.
Arrays are (n, N), one column per example: see `layout.py`.
"""

import numpy as np

from backstep_lab.engine.functions.activation import Activation
from backstep_lab.engine.functions.logistic import sigmoid, sigmoid_slope
from backstep_lab.engine.functions.rectifiers import RECTIFIERS
from backstep_lab.engine.memory.arrays import Array, scalar

_ZERO, _HALF, _ONE, _SIXTH = scalar(0.0), scalar(0.5), scalar(1.0), scalar(1 / 6)
_THREE, _MINUS_THREE = scalar(3.0), scalar(-3.0)


def _identity(Z: Array, A: Array) -> None:
    np.copyto(A, Z)


def _identity_slope(Z: Array, A: Array, S: Array) -> None:
    S.fill(1.0)


def _step(Z: Array, A: Array) -> None:
    np.greater(Z, _ZERO, A)


def _step_slope(Z: Array, A: Array, S: Array) -> None:
    S.fill(0.0)


def _tanh(Z: Array, A: Array) -> None:
    np.tanh(Z, A)


def _tanh_slope(Z: Array, A: Array, S: Array) -> None:
    np.cosh(Z, S)  # inf for |z| > 710, where 1/cosh² is far below the smallest float64
    np.reciprocal(S, S)
    np.multiply(S, S, S)


def _hard_sigmoid(Z: Array, A: Array) -> None:
    np.add(Z, _THREE, A)
    np.multiply(A, _SIXTH, A)
    np.clip(A, _ZERO, _ONE, out=A)


def _hard_sigmoid_slope(Z: Array, A: Array, S: Array) -> None:
    np.greater(Z, _MINUS_THREE, S)
    np.multiply(S, Z <= _THREE, S)
    np.multiply(S, _SIXTH, S)


def _softplus(Z: Array, A: Array) -> None:
    np.logaddexp(_ZERO, Z, A)


def _softplus_slope(Z: Array, A: Array, S: Array) -> None:
    sigmoid(Z, S)


def _softmax(Z: Array, A: Array) -> None:
    np.subtract(Z, Z.max(axis=0), A)  # the largest exponent is 0: nothing overflows
    np.exp(A, A)
    np.divide(A, A.sum(axis=0), A)


def _softmax_slope(Z: Array, A: Array, S: Array) -> None:
    np.subtract(_ONE, A, S)
    largest = (
        A > _HALF
    )  # one at most; what is left for the others is their own sum, which no rounding of 1 spoils
    np.copyto(S, np.where(largest, _ZERO, A).sum(axis=0), where=largest)
    np.multiply(A, S, S)


ACTIVATIONS: dict[str, Activation] = {
    activation.name: activation
    for activation in (
        Activation("identity", _identity, _identity_slope, "z", "1"),
        Activation("step", _step, _step_slope, r"0 \text{ if } z \le 0 \text{ else } 1", "0", kinks=(0.0,)),
        Activation("sigmoid", sigmoid, sigmoid_slope, r"\frac{1}{1 + e^{-z}}", r"a\,(1 - a)"),
        Activation(
            "hard_sigmoid",
            _hard_sigmoid,
            _hard_sigmoid_slope,
            r"\min(1, \max(0, \tfrac{z + 3}{6}))",
            r"\tfrac{1}{6} \text{ if } -3 < z \le 3 \text{ else } 0",
            kinks=(-3.0, 3.0),
        ),
        Activation("tanh", _tanh, _tanh_slope, r"\tanh z", "1 - a^2"),
        *RECTIFIERS,
        Activation("softplus", _softplus, _softplus_slope, r"\ln(1 + e^{z})", r"\frac{1}{1 + e^{-z}}"),
        Activation(
            "softmax",
            _softmax,
            _softmax_slope,  # the diagonal of the Jacobian, ∂a_j/∂z_j = a_j(1 − a_j)
            r"\frac{e^{z_j}}{\sum_k e^{z_k}}",
            r"a_j\,(1 - a_j)",
            is_softmax=True,
        ),
    )
}
