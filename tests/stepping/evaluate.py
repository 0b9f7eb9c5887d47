"""What each kind of operation makes out of its operands' values, written down a second time."""

from __future__ import annotations

from collections.abc import Callable
from math import erfc, exp, expm1, fsum, log, log1p, pi, prod, sqrt, tanh

from app.engine.network import Shape
from app.stepping.explain import Operation


def value_and_scale(shape: Shape, operation: Operation) -> tuple[float, float]:
    """The value that follows from the operands alone, and the size of the largest number added on the way."""
    values = [operand.value for operand in operation.operands]
    known = [value for value in values if value is not None]
    value = EVALUATORS[operation.kind](shape, operation, known)
    return value, max([abs(value), *map(abs, known)])


def _sigmoid(z: float) -> float:
    return 1 / (1 + exp(-z)) if z > -700 else 0.0


def _softmax(z: list[float], own: int) -> float:
    return 1 / fsum(exp(min(other - z[own], 700)) for other in z)


ACTIVATIONS: dict[str, Callable[[float], float]] = {
    "identity": lambda z: z,
    "step": lambda z: float(z > 0),
    "sigmoid": _sigmoid,
    "tanh": tanh,
    "relu": lambda z: max(z, 0),
    "leaky_relu": lambda z: z if z > 0 else 0.01 * z,
    "hard_sigmoid": lambda z: min(1, max(0, (z + 3) / 6)),
    "elu": lambda z: z if z > 0 else expm1(z),
    "gelu": lambda z: z / 2 * erfc(-z / sqrt(2)),
    "silu": lambda z: z * _sigmoid(z),
    "softplus": lambda z: max(z, 0) + log1p(exp(-abs(z))),
}
SLOPES: dict[str, Callable[[list[float]], float]] = {
    "identity": lambda _: 1.0,
    "step": lambda _: 0.0,
    "sigmoid": lambda v: v[0] * (1 - v[0]),
    "softmax": lambda v: v[0] * (1 - v[0]),
    "tanh": lambda v: 1 - v[0] ** 2,
    "relu": lambda v: float(v[0] > 0),
    "leaky_relu": lambda v: 1.0 if v[0] > 0 else 0.01,
    "hard_sigmoid": lambda v: 1 / 6 if abs(v[0]) < 3 else 0.0,
    "elu": lambda v: 1.0 if v[0] > 0 else exp(v[0]),
    "gelu": lambda v: erfc(-v[0] / sqrt(2)) / 2 + v[0] / sqrt(2 * pi) * exp(-v[0] * v[0] / 2),
    "silu": lambda v: _sigmoid(v[0]) * (1 + v[0] * (1 - _sigmoid(v[0]))),
    "softplus": lambda v: _sigmoid(v[0]),
}


def _activation(shape: Shape, operation: Operation, values: list[float]) -> float:
    name = shape.activations[operation.layer - 1]
    return _softmax(values, operation.unit) if name == "softmax" else ACTIVATIONS[name](values[0])


def _loss_term(shape: Shape, operation: Operation, values: list[float]) -> float:
    y, a, *z = values
    if shape.loss == "binary_cross_entropy":
        return ACTIVATIONS["softplus"](z[0]) - y * z[0] if z else -y * log(a) - (1 - y) * log1p(-a)
    if shape.loss == "cross_entropy":
        if not z:
            return -y * log(a)
        top = max(z)
        return y * (log(fsum(exp(other - top) for other in z)) - (z[operation.unit] - top))
    if shape.loss in _DISTANCES:
        return _DISTANCES[shape.loss](y, a)
    return (y - a) ** 2 / (2 if shape.loss == "half_squared_error" else 1)


_DISTANCES: dict[str, Callable[[float, float], float]] = {
    "absolute_error": lambda y, a: abs(y - a),
    "huber": lambda y, a: (y - a) ** 2 / 2 if abs(y - a) <= 1 else abs(y - a) - 0.5,
    "hinge": lambda y, a: max(0, 1 - y * a),
}


def _averages(shape: Shape) -> int:
    return 1 if shape.loss in ("half_squared_error", "cross_entropy") else shape.outputs


def _loss_slope(shape: Shape, operation: Operation, values: list[float]) -> float:
    a, y = values
    slopes: dict[str, Callable[[], float]] = {
        "half_squared_error": lambda: a - y,
        "mean_squared_error": lambda: 2 * (a - y),
        "binary_cross_entropy": lambda: (a - y) / (a * (1 - a)),
        "cross_entropy": lambda: -y / a if y else 0.0,
        "absolute_error": lambda: (a > y) - (a < y),
        "huber": lambda: max(-1.0, min(1.0, a - y)),
        "hinge": lambda: -y if y * a < 1 else 0.0,
    }
    return slopes[shape.loss]() / _averages(shape)


def _delta(shape: Shape, operation: Operation, values: list[float]) -> float:
    if operation.message.key.startswith("op-delta-fused"):
        return (values[0] - values[1]) / _averages(shape)
    if operation.message.key == "op-delta-softmax":
        n, j, own = shape.outputs, operation.unit, values[0]
        g, others = values[1 : n + 1], values[n + 1 :]
        a = [*others[:j], own, *others[j:]]
        return own * (g[j] - fsum(map(prod, zip(g, a, strict=True))))
    return prod(values)


def _batch_loss(shape: Shape, operation: Operation, values: list[float]) -> float:
    examples = int(operation.message.args["examples"] or 0)
    return fsum(values[:examples]) / examples + fsum(values[examples:])


def _penalised(shape: Shape, operation: Operation, values: list[float]) -> float:
    mean, w, *rates = values
    named = dict(zip([operand.ref for operand in operation.operands[2:]], rates, strict=True))
    return mean + named.get("l2", 0) * w + named.get("l1", 0) * ((w > 0) - (w < 0))


def _moment(shape: Shape, operation: Operation, values: list[float]) -> float:
    power = 1 if operation.kind == "first_moment" else 2
    if operation.message.key == "op-sum-of-squares":
        old, g = values
        return old + g**2
    keep, old, g = values
    return keep * old + (1 if operation.operands[0].ref == "momentum" else 1 - keep) * g**power


def _updated(shape: Shape, operation: Operation, values: list[float]) -> float:
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


EVALUATORS: dict[str, Callable[[Shape, Operation, list[float]], float]] = {
    "product": lambda *given: prod(given[2]),
    "sum": lambda *given: fsum(given[2]),
    "activation": _activation,
    "loss_term": _loss_term,
    "loss": lambda shape, operation, values: fsum(values) / _averages(shape),
    "batch_loss": _batch_loss,
    "loss_slope": _loss_slope,
    "downstream_term": lambda *given: prod(given[2]),
    "downstream_sum": lambda *given: fsum(given[2]),
    "slope": lambda shape, operation, values: SLOPES[shape.activations[operation.layer - 1]](values),
    "delta": _delta,
    "weight_gradient": lambda *given: prod(given[2]),
    "bias_gradient": lambda *given: given[2][0],
    "batch_gradient": lambda *given: fsum(given[2]) / len(given[2]),
    "penalty_gradient": _penalised,
    "first_moment": _moment,
    "second_moment": _moment,
    "update": _updated,
}
