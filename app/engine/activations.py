"""Activation functions, each beside its derivative and its formula.

Functions write into `out`, so that training allocates nothing. They run under `quiet()`: an
overflow inside them (σ of a very negative sum) is part of the method, and whatever is left
non-finite in the end is looked for explicitly (see `training.py`). Arrays are (n, N), one column per
example: see `layout.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.engine.arrays import Array, scalar

LEAK = 0.01  # slope of leaky_relu for z ≤ 0 (Maas, Hannun & Ng 2013)

_ZERO, _ONE, _LEAK, _ONE_LESS_LEAK = scalar(0.0), scalar(1.0), scalar(LEAK), scalar(1.0 - LEAK)


@dataclass(frozen=True)
class Activation:
    """An activation a = f(z) and its derivative f′(z), element by element unless `is_softmax`.

    `value(Z, A)` writes f(Z) into A; `slope(Z, A, S)` writes f′(Z) into S, and may read A = f(Z).
    All arrays are (n, N). At a kink the derivative is the one from the left, so ReLU′(0) = 0; `has_kink`
    says that there is one, at z = 0.
    """

    name: str
    value: Callable[[Array, Array], None]
    slope: Callable[[Array, Array, Array], None]
    formula: str
    slope_formula: str
    is_softmax: bool = False
    has_kink: bool = False


def _identity(Z: Array, A: Array) -> None:
    np.copyto(A, Z)


def _identity_slope(Z: Array, A: Array, S: Array) -> None:
    S.fill(1.0)


def _step(Z: Array, A: Array) -> None:
    np.greater(Z, _ZERO, A)


def _step_slope(Z: Array, A: Array, S: Array) -> None:
    S.fill(0.0)


def _sigmoid(Z: Array, A: Array) -> None:
    np.negative(Z, A)
    np.exp(A, A)  # inf for z < −709, and 1 / (1 + inf) is the right 0
    np.add(A, _ONE, A)
    np.reciprocal(A, A)


def _sigmoid_slope(Z: Array, A: Array, S: Array) -> None:
    np.subtract(_ONE, A, S)
    np.multiply(A, S, S)


def _tanh(Z: Array, A: Array) -> None:
    np.tanh(Z, A)


def _tanh_slope(Z: Array, A: Array, S: Array) -> None:
    np.multiply(A, A, S)
    np.subtract(_ONE, S, S)


def _relu(Z: Array, A: Array) -> None:
    np.maximum(Z, _ZERO, out=A)


def _relu_slope(Z: Array, A: Array, S: Array) -> None:
    np.greater(Z, _ZERO, S)


def _leaky_relu(Z: Array, A: Array) -> None:
    np.multiply(Z, _LEAK, A)
    np.maximum(Z, A, out=A)


def _leaky_relu_slope(Z: Array, A: Array, S: Array) -> None:
    np.greater(Z, _ZERO, S)
    np.multiply(S, _ONE_LESS_LEAK, S)
    np.add(S, _LEAK, S)


def _softplus(Z: Array, A: Array) -> None:
    np.logaddexp(_ZERO, Z, A)


def _softplus_slope(Z: Array, A: Array, S: Array) -> None:
    _sigmoid(Z, S)


def _softmax(Z: Array, A: Array) -> None:
    np.subtract(Z, Z.max(axis=0), A)  # the largest exponent is 0: nothing overflows
    np.exp(A, A)
    np.divide(A, A.sum(axis=0), A)


ACTIVATIONS: dict[str, Activation] = {
    activation.name: activation
    for activation in (
        Activation("identity", _identity, _identity_slope, "z", "1"),
        Activation("step", _step, _step_slope, r"0 \text{ if } z \le 0 \text{ else } 1", "0", has_kink=True),
        Activation("sigmoid", _sigmoid, _sigmoid_slope, r"\frac{1}{1 + e^{-z}}", r"a\,(1 - a)"),
        Activation("tanh", _tanh, _tanh_slope, r"\tanh z", "1 - a^2"),
        Activation(
            "relu",
            _relu,
            _relu_slope,
            r"\max(0, z)",
            r"1 \text{ if } z > 0 \text{ else } 0",
            has_kink=True,
        ),
        Activation(
            "leaky_relu",
            _leaky_relu,
            _leaky_relu_slope,
            r"z \text{ if } z > 0 \text{ else } 0.01\,z",
            r"1 \text{ if } z > 0 \text{ else } 0.01",
            has_kink=True,
        ),
        Activation("softplus", _softplus, _softplus_slope, r"\ln(1 + e^{z})", r"\frac{1}{1 + e^{-z}}"),
        Activation(
            "softmax",
            _softmax,
            _sigmoid_slope,  # the diagonal of the Jacobian, ∂a_j/∂z_j = a_j(1 − a_j)
            r"\frac{e^{z_j}}{\sum_k e^{z_k}}",
            r"a_j\,(1 - a_j)",
            is_softmax=True,
        ),
    )
}
