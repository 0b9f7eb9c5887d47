"""What each kind of operation makes out of its operands' values, written down a second time."""

from __future__ import annotations

from collections.abc import Callable
from math import fsum, prod, sqrt
from typing import Any

from mpmath import mp, mpf

from backstep_lab.engine.network import Shape
from backstep_lab.stepping.explain.operation import Operation

Numbers = list[mpf]
ONE_UNIT = (
    "activation",
    "loss_term",
    "loss_slope",
    "slope",
    "delta",
)  # made of the numbers of one unit or layer


def value_and_scale(shape: Shape, operation: Operation) -> tuple[float, float]:
    """The value that follows from the operands alone, and the size of what its roundings are relative to.

    That is the value itself for what is made from one unit's numbers, and the largest of the numbers that are
    added up elsewhere.
    """
    values = [operand.value for operand in operation.operands]
    known = [value for value in values if value is not None]
    if operation.kind in ONE_UNIT:
        with mp.workdps(60):
            exact = float(EVALUATORS[operation.kind](shape, operation, [mpf(value) for value in known]))
        return exact, abs(exact)
    value = EVALUATORS[operation.kind](shape, operation, known)
    return value, max([abs(value), *map(abs, known)])


def _sigmoid(z: mpf) -> mpf:
    return 1 / (1 + mp.exp(-z))


def _normal(z: mpf) -> mpf:
    return mp.erfc(-z / mp.sqrt(2)) / 2


ACTIVATIONS: dict[str, Callable[[mpf], mpf]] = {
    "identity": lambda z: z,
    "step": lambda z: mpf(z > 0),
    "sigmoid": _sigmoid,
    "tanh": mp.tanh,
    "bipolar_sigmoid": lambda z: mp.tanh(z / 2),
    "relu": lambda z: max(z, mpf(0)),
    "leaky_relu": lambda z: z if z > 0 else mpf(0.01) * z,
    "elu": lambda z: z if z > 0 else mp.expm1(z),
    "hard_sigmoid": lambda z: min(mpf(1), max(mpf(0), (z + 3) / 6)),
    "gelu": lambda z: z * _normal(z),
    "silu": lambda z: z * _sigmoid(z),
    "softplus": lambda z: mp.log1p(mp.exp(z)),
}
SLOPES: dict[str, Callable[[Numbers], mpf]] = {
    "identity": lambda _: mpf(1),
    "step": lambda _: mpf(0),
    "sigmoid": lambda v: v[0] * (1 - v[0]) if len(v) == 1 else _sigmoid(v[1]) * _sigmoid(-v[1]),
    "softmax": lambda v: v[0] * (1 - v[0]) if len(v) == 1 else v[0] * mp.fsum(v[1:]),
    "tanh": lambda v: 1 - v[0] ** 2 if len(v) == 1 else 4 / (mp.exp(v[1]) + mp.exp(-v[1])) ** 2,
    "bipolar_sigmoid": lambda v: (1 - v[0] ** 2) / 2 if len(v) == 1 else 2 * _sigmoid(v[1]) * _sigmoid(-v[1]),
    "relu": lambda v: mpf(v[0] > 0),
    "hard_sigmoid": lambda v: mpf(-3 < v[0] <= 3) / 6,
    "gelu": lambda v: _normal(v[0]) + v[0] * mp.npdf(v[0]),
    "silu": lambda v: _sigmoid(v[0]) * (1 + v[0] * _sigmoid(-v[0])),
    "softplus": lambda v: _sigmoid(v[0]),
}


def _alpha(shape: Shape, layer: int) -> mpf:
    """α of the layer's activation."""
    alphas = shape.conventions.alphas or (None,) * shape.depth
    usual = {"leaky_relu": 0.01, "elu": 1.0}[shape.activations[layer - 1]]
    return mpf(usual if alphas[layer - 1] is None else alphas[layer - 1])


def _activation(shape: Shape, operation: Operation, values: Numbers) -> mpf:
    name = shape.activations[operation.layer - 1]
    if name in ("leaky_relu", "elu") and values[0] <= 0:
        below = mp.expm1(values[0]) if name == "elu" else values[0]
        return _alpha(shape, operation.layer) * below
    if name in ("leaky_relu", "elu"):
        return values[0]
    if name != "softmax":
        return ACTIVATIONS[name](values[0])
    return 1 / mp.fsum(mp.exp(other - values[operation.unit]) for other in values)


def _slope(shape: Shape, operation: Operation, values: Numbers) -> mpf:
    name = shape.activations[operation.layer - 1]
    if name not in ("leaky_relu", "elu"):
        return SLOPES[name](values)
    if values[0] > 0:
        return mpf(1)
    return _alpha(shape, operation.layer) * (mp.exp(values[0]) if name == "elu" else 1)


def _loss_term(shape: Shape, operation: Operation, values: Numbers) -> mpf:
    y, a, *z = values
    if shape.loss == "perceptron":
        return (a - y) * z[0]
    if shape.loss == "binary_cross_entropy":
        if not z:
            return -y * mp.log(a) - (1 - y) * mp.log(1 - a)
        return y * mp.log1p(mp.exp(-z[0])) + (1 - y) * mp.log1p(mp.exp(z[0]))
    if shape.loss == "cross_entropy":
        return y * (mp.log1p(mp.fsum(mp.exp(other - z[0]) for other in z[1:])) if z else -mp.log(a))
    if shape.loss == "huber":
        bound = mpf(shape.conventions.huber_delta)
        return (y - a) ** 2 / 2 if abs(y - a) <= bound else bound * (abs(y - a) - bound / 2)
    if shape.loss in _DISTANCES:
        return _DISTANCES[shape.loss](y, a)
    return (y - a) ** 2 / (2 if shape.loss == "half_squared_error" else 1)


_DISTANCES: dict[str, Callable[[mpf, mpf], mpf]] = {
    "absolute_error": lambda y, a: abs(y - a),
    "hinge": lambda y, a: max(mpf(0), 1 - y * a),
}


def _averages(shape: Shape) -> int:
    added_up = ("half_squared_error", "cross_entropy", "perceptron")
    reduction = shape.conventions.reduction or ("sum" if shape.loss in added_up else "mean")
    return 1 if reduction == "sum" else shape.outputs


def _loss_slope(shape: Shape, operation: Operation, values: Numbers) -> mpf:
    a, y, *z = values
    slopes: dict[str, Callable[[], mpf]] = {
        "half_squared_error": lambda: a - y,
        "mean_squared_error": lambda: 2 * (a - y),
        "binary_cross_entropy": lambda: (
            (1 - y) * (1 + mp.exp(z[0])) - y * (1 + mp.exp(-z[0])) if z else (a - y) / (a * (1 - a))
        ),
        "cross_entropy": lambda: -y / a if y else mpf(0),
        "absolute_error": lambda: mpf((a > y) - (a < y)),
        "huber": lambda: max(
            -mpf(shape.conventions.huber_delta), min(mpf(shape.conventions.huber_delta), a - y)
        ),
        "hinge": lambda: -y if y * a < 1 else mpf(0),
    }
    return slopes[shape.loss]() / _averages(shape)


def _delta(shape: Shape, operation: Operation, values: Numbers) -> mpf:
    n, j, form = shape.outputs, operation.unit, operation.formula.templates.symbols
    if operation.message.key.startswith(("op-delta-fused", "op-delta-rule")):
        a, y, *rest = values
        if not form.startswith("(1 - ") and "\\left((1 - " not in form:
            return (a - y) / _averages(shape)
        less = 1 / (1 + mp.exp(rest[-1])) if shape.loss == "binary_cross_entropy" else mp.fsum(rest[n:])
        return ((1 - y) - less) / _averages(shape)
    if operation.message.key == "op-delta-softmax":
        own, g, others = values[0], values[1 : n + 1], values[n + 1 :]
        a_all = [*others[:j], own, *others[j:]]
        if operation.formula.alternative is None:
            return own * (g[j] - mp.fsum(x * y for x, y in zip(g, a_all, strict=True)))
        return own * mp.fsum(a_all[k] * (g[j] - g[k]) for k in range(n) if k != j)
    return values[0] * values[1]


def _batch_loss(shape: Shape, operation: Operation, values: list[float]) -> float:
    examples = int(operation.message.args["examples"] or 0)
    divisor = 1 if shape.conventions.batch_reduction == "sum" else examples
    return fsum(values[:examples]) / divisor + fsum(values[examples:])


def _batch_gradient(shape: Shape, operation: Operation, values: list[float]) -> float:
    return fsum(values) / (1 if shape.conventions.batch_reduction == "sum" else len(values))


def _penalised(shape: Shape, operation: Operation, values: list[float]) -> float:
    mean, w, *rates = values
    named = dict(zip([operand.ref for operand in operation.operands[2:]], rates, strict=True))
    return mean + named.get("l2", 0) * w + named.get("l1", 0) * ((w > 0) - (w < 0))


def _moment(shape: Shape, operation: Operation, values: list[float]) -> float:
    power = 1 if operation.kind == "first_moment" else 2
    if operation.message.key == "op-sum-of-squares":
        old, g = values
        return old + g**2
    if operation.message.key == "op-moment-frozen":
        return 0.0
    if len(values) == 4:
        keep, old, dampening, g = values
        return keep * old + (1 - dampening) * g
    keep, old, g = values
    return keep * old + (1 if operation.operands[0].ref == "momentum" else 1 - keep) * g**power


def _updated(shape: Shape, operation: Operation, values: list[float]) -> float:
    if operation.message.key.startswith(("op-update-undivided", "op-update-frozen")):
        return values[0] - (values[0] * values[1] * values[2] if len(values) > 1 else 0.0)
    old, rate, *rest = values
    rule = operation.message.args["optimizer"]
    if rule in ("sgd", "momentum"):
        return old - rate * rest[0]
    if rule == "nesterov":
        g, keep, m = rest
        return old - rate * (g + keep * m)
    if rule in ("adagrad", "rmsprop"):
        g, v, epsilon = rest
        return old - rate * g / (sqrt(v) + epsilon)
    m, beta1, v, beta2, t, epsilon, *decay = rest
    step = (m / (1 - beta1**t)) / (sqrt(v / (1 - beta2**t)) + epsilon)
    return float(old - (rate * decay[0] * old if decay else 0.0) - rate * step)


EVALUATORS: dict[str, Callable[[Shape, Operation, list[Any]], Any]] = {
    "product": lambda *given: prod(given[2]),
    "sum": lambda *given: fsum(given[2]),
    "activation": _activation,
    "loss_term": _loss_term,
    "loss": lambda shape, operation, values: fsum(values) / _averages(shape),
    "batch_loss": _batch_loss,
    "loss_slope": _loss_slope,
    "downstream_term": lambda *given: prod(given[2]),
    "downstream_sum": lambda *given: fsum(given[2]),
    "slope": _slope,
    "delta": _delta,
    "weight_gradient": lambda *given: prod(given[2]),
    "bias_gradient": lambda *given: given[2][0],
    "batch_gradient": _batch_gradient,
    "penalty_gradient": _penalised,
    "first_moment": _moment,
    "second_moment": _moment,
    "update": _updated,
}
