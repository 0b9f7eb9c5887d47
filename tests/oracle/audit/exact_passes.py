"""One pass through a network with 400 digits, by the formulas of the textbooks and no trick.

With sums up to ±740 a sigmoid is 1 less 10⁻³²², so that 400 digits leave more than 50 of what cancels.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from mpmath import mp, mpf  # type: ignore[import-not-found,import-untyped,unused-ignore]

from tests.oracle.audit.passes import Pass, Shape
from tests.oracle.audit.sequential import Array, weighted_sums

DIGITS = 400
Number = Any
Function = Callable[[Number], Number]


def sigmoid(z: Number) -> Number:
    return 1 / (1 + mp.exp(-z))


def normal(z: Number) -> Number:
    """The normal distribution function."""
    return mp.erfc(-z / mp.sqrt(2)) / 2


def density(z: Number) -> Number:
    return mp.exp(-z * z / 2) / mp.sqrt(2 * mp.pi)


def _silu_slope(z: Number) -> Number:
    s = sigmoid(z)
    return s * (1 + z * (1 - s))


FUNCTIONS: dict[str, tuple[Function, Function]] = {  # f and f′, at a kink from the left
    "identity": (lambda z: z, lambda z: mpf(1)),
    "step": (lambda z: mpf(z > 0), lambda z: mpf(0)),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
    "hard_sigmoid": (lambda z: min(mpf(1), max(mpf(0), (z + 3) / 6)), lambda z: mpf(abs(z) < 3) / 6),
    "tanh": (mp.tanh, lambda z: 1 - mp.tanh(z) ** 2),
    "bipolar_sigmoid": (lambda z: 2 * sigmoid(z) - 1, lambda z: (1 - (2 * sigmoid(z) - 1) ** 2) / 2),
    "relu": (lambda z: max(mpf(0), z), lambda z: mpf(z > 0)),
    "leaky_relu": (lambda z: z if z > 0 else mpf("0.01") * z, lambda z: mpf(1) if z > 0 else mpf("0.01")),
    "elu": (lambda z: z if z > 0 else mp.exp(z) - 1, lambda z: mpf(1) if z > 0 else mp.exp(z)),
    "gelu": (lambda z: z * normal(z), lambda z: normal(z) + z * density(z)),
    "silu": (lambda z: z * sigmoid(z), _silu_slope),
    "softplus": (lambda z: mp.log(1 + mp.exp(z)), sigmoid),
}
LOSSES: dict[str, tuple[Callable[[Number, Number], Number], Callable[[Number, Number], Number]]] = {
    "half_squared_error": (lambda a, y: (y - a) ** 2 / 2, lambda a, y: a - y),
    "mean_squared_error": (lambda a, y: (y - a) ** 2, lambda a, y: 2 * (a - y)),
    "binary_cross_entropy": (
        lambda a, y: -_times_log(y, a) - _times_log(1 - y, 1 - a),
        lambda a, y: (a - y) / (a * (1 - a)),
    ),
    "cross_entropy": (lambda a, y: -_times_log(y, a), lambda a, y: -y / a),
    "absolute_error": (lambda a, y: abs(y - a), lambda a, y: mp.sign(a - y)),
    "huber": (
        lambda a, y: (y - a) ** 2 / 2 if abs(y - a) <= 1 else abs(y - a) - mpf(1) / 2,
        lambda a, y: max(mpf(-1), min(mpf(1), a - y)),
    ),
    "hinge": (lambda a, y: max(mpf(0), 1 - y * a), lambda a, y: -y if y * a < 1 else mpf(0)),
    "perceptron": (lambda a, y: a - y, lambda a, y: mpf("nan")),  # times z
}


def _times_log(y: Number, a: Number) -> Number:
    return y * mp.log(a) if y else mpf(0)


def passed(shape: Shape, W: list[Array], b: list[Array], X: Array, Y: Array) -> Pass:
    """All numbers of a pass, rounded to float64 at the end; each sum is that of float64, as it is shown."""
    with mp.workdps(DIGITS):
        a, Z, A = X, [], []
        for weights, biases, name in zip(W, b, shape.activations, strict=True):
            Z.append(weighted_sums(weights, biases, a))
            A.append(_activated(name, Z[-1]))
            a = _float(A[-1])
        return _backward(shape, W, Z, A, _exact(Y))


def _activated(name: str, Z: Array) -> Any:
    z = _exact(Z)
    if name != "softmax":
        return _each(FUNCTIONS[name][0], z)
    powers = _each(mp.exp, z)
    return powers / powers.sum(axis=1, keepdims=True)


def _backward(shape: Shape, W: list[Array], Z: list[Array], A: list[Any], y: Any) -> Pass:
    term, loss_slope = LOSSES[shape.loss]
    share = mpf(1) if shape.is_sum else mpf(1) / y.shape[1]
    is_rule = shape.loss == "perceptron"
    terms = np.frompyfunc(term, 2, 1)(A[-1], y) * (_exact(Z[-1]) if is_rule else 1)
    gradient = np.frompyfunc(loss_slope, 2, 1)(A[-1], y) * share
    gradients, slopes, deltas = list[Any](), list[Any](), list[Any]()
    for name, weights, z, a in reversed(list(zip(shape.activations, W, Z, A, strict=True))):
        gradients.insert(0, gradient)
        slopes.insert(0, a * (1 - a) if name == "softmax" else _each(FUNCTIONS[name][1], _exact(z)))
        pull = (a * gradient).sum(axis=1, keepdims=True)
        deltas.insert(0, a * (gradient - pull) if name == "softmax" else gradient * slopes[0])
        if is_rule and a is A[-1]:
            deltas[0] = a - y
        gradient = deltas[0].dot(_exact(weights))
    return Pass(
        Z,
        [_float(a) for a in A],
        [_float(f) for f in slopes],
        [_float(g) for g in gradients],
        [_float(d) for d in deltas],
        _float(terms),
        _float(terms.sum(axis=1) * share),
    )


def _each(function: Function, numbers: Any) -> Any:
    return np.frompyfunc(function, 1, 1)(numbers)


def _exact(numbers: Array) -> Any:
    return _each(mpf, numbers.astype(object))


def _float(numbers: Any) -> Array:
    return np.array([float(x) for x in numbers.ravel()]).reshape(numbers.shape) + 0.0
