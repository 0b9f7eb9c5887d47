"""Random sessions as bodies of `POST /api/v1/sessions`."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tests.oracle.audit.draws import Draw, Rows

Json = dict[str, Any]

SMOOTH = ["identity", "sigmoid", "tanh", "bipolar_sigmoid", "elu", "gelu", "silu", "softplus"]
BROKEN = ["step", "hard_sigmoid", "relu", "leaky_relu"]
NEEDS = {"binary_cross_entropy": "sigmoid", "cross_entropy": "softmax", "perceptron": "step"}
ONE_REDUCTION = ("cross_entropy", "perceptron")  # their terms are always added up
LOSSES = [
    "half_squared_error",
    "mean_squared_error",
    "binary_cross_entropy",
    "cross_entropy",
    "absolute_error",
    "huber",
    "hinge",
    "perceptron",
]
SETTINGS = {
    "sgd": (),
    "momentum": ("momentum",),
    "nesterov": ("momentum",),
    "adagrad": ("epsilon",),
    "rmsprop": ("rho", "epsilon"),
    "adam": ("beta1", "beta2", "epsilon"),
    "adamw": ("beta1", "beta2", "epsilon", "weight_decay"),
}
MEANS = ("momentum", "rho", "beta1", "beta2")
KINDS = ("plain", "decimal", "saturated", "plain", "data set", "wide", "saturated", "frozen")
SETS = ["and", "xor", "circle", "quadrants", "spiral", "moons", "plane", "sine", "iris"]
CLASS_LOSSES = ["half_squared_error", "binary_cross_entropy", "huber"]
REDUCTIONS = [None, "sum", "mean"]


@dataclass(frozen=True)
class Recipe:
    """A session to make; its kind decides what is done with it."""

    kind: str
    body: Json


def recipe(number: int, draw: Draw) -> Recipe:
    """The session of this number: all kinds take turns."""
    kind = KINDS[number % len(KINDS)]
    if kind == "data set":
        return Recipe(kind, _of_data_set(draw))
    inputs, outputs = draw.whole(1, 3), draw.whole(1, 3)
    network = _network(draw, kind, inputs, outputs)
    examples = {"saturated": draw.whole(1, 2), "wide": draw.whole(65, 80)}.get(kind, draw.whole(1, 9))
    X = _inputs(draw, kind, examples, inputs)
    if kind == "decimal" and draw.chance(0.5):
        _cancel(network["parameters"], X[0])
    Y = targets(draw, network["loss"], examples, outputs, exact=kind == "saturated")
    return Recipe(
        kind,
        {
            "network": network,
            "data": {"name": "custom", "X": X, "Y": Y},
            "training": training(draw, kind, examples),
        },
    )


def _inputs(draw: Draw, kind: str, examples: int, inputs: int) -> Rows:
    if kind == "saturated":
        return [[1.0] * inputs for _ in range(examples)]
    return draw.rows(examples, inputs, 2.0, digits=1 if kind == "decimal" else None)


def _cancel(parameters: Json, x: list[float]) -> None:
    """Biases that make the first layer's sums 0 for one example, in decimals; in float64 nearly so."""
    parameters["b"][0] = [
        -round(sum(w * a for w, a in zip(W, x, strict=True)), 2) for W in parameters["W"][0]
    ]


def _network(draw: Draw, kind: str, inputs: int, outputs: int) -> Json:
    loss = draw.one_of([*LOSSES, *NEEDS] if kind == "saturated" else LOSSES)
    deepest = {"saturated": 2, "wide": 2}.get(kind, 3)
    depth = draw.whole(1, 1 if loss == "perceptron" else deepest)  # its rule is for a single layer
    sizes = [inputs, *(draw.whole(1, 3) for _ in range(depth - 1)), outputs]
    hidden = ["relu", *BROKEN, "identity"] if kind == "decimal" else [*SMOOTH, *SMOOTH, *BROKEN]
    names = [draw.one_of(hidden) for _ in range(depth - 1)]
    names.append(NEEDS.get(loss) or draw.one_of([*SMOOTH, *BROKEN, "softmax"]))
    layers = [{"units": n, "activation": name} for n, name in zip(sizes[1:], names, strict=True)]
    parameters = _parameters(draw, kind, sizes)
    return {"inputs": inputs, "layers": layers, "loss": loss, "parameters": parameters} | _sums(draw, loss)


def _sums(draw: Draw, loss: str) -> Json:
    """Sum or mean, over the outputs and over the examples of a batch."""
    outputs = None if loss in ONE_REDUCTION else draw.one_of(REDUCTIONS)
    return {"reduction": outputs, "batch_reduction": draw.one_of(REDUCTIONS)}


def _parameters(draw: Draw, kind: str, sizes: list[int]) -> Json:
    pairs = list(pairwise(sizes))
    digits = 1 if kind == "decimal" else None
    W = [draw.rows(n_out, n_in, 1.0 if digits else 1.5 / n_in**0.5, digits) for n_in, n_out in pairs]
    b = [draw.rows(1, n_out, 0.5, digits)[0] for _, n_out in pairs]
    if kind == "saturated":
        n_in, n_out = pairs[0]
        size = draw.one_of([20.0, 40.0, 720.0])
        W[0] = [[draw.between(-size, size) / n_in for _ in range(n_in)] for _ in range(n_out)]
        b[0] = [0.0] * n_out
    return {"W": W, "b": b}


def targets(draw: Draw, loss: str, examples: int, outputs: int, exact: bool = False) -> Rows:
    """Targets that the loss takes; with `exact` no probabilities between 0 and 1."""
    if loss == "hinge":
        return [[draw.one_of([-1.0, 1.0]) for _ in range(outputs)] for _ in range(examples)]
    if loss in ("binary_cross_entropy", "perceptron"):
        if exact or loss == "perceptron" or draw.chance(0.6):
            return [[draw.one_of([0.0, 1.0]) for _ in range(outputs)] for _ in range(examples)]
        return [[draw.between(0, 1) for _ in range(outputs)] for _ in range(examples)]
    if loss == "cross_entropy":
        right = [draw.whole(0, outputs - 1) for _ in range(examples)]
        return [[1.0 if k == one else 0.0 for k in range(outputs)] for one in right]
    return draw.rows(examples, outputs, 1.0, digits=draw.one_of([None, 1]))


def training(draw: Draw, kind: str, examples: int) -> Json:
    """How it learns: any optimizer, schedule, penalty, batch."""
    size = draw.one_of([1, "all", draw.whole(1, examples)])
    return {
        "optimizer": optimizer(draw, ["momentum", "adam", "nesterov"] if kind == "frozen" else [*SETTINGS]),
        "schedule": _schedule(draw),
        "batch_size": "all" if kind == "wide" else size,
        "shuffle": draw.chance(0.5),
        "train_biases": kind != "frozen" and draw.chance(0.8),
        "l1": draw.between(0, 0.1) if draw.chance(0.2) else 0.0,
        "l2": draw.between(0, 0.3) if draw.chance(0.3) else 0.0,
        "seed": draw.whole(0, 99),
    }


def optimizer(draw: Draw, names: list[str]) -> Json:
    """An optimizer; some of its settings stand at their limits."""
    chosen: Json = {
        "name": draw.one_of(names),
        "learning_rate": draw.one_of([0.0, 0.1, 0.5, draw.between(0, 0.3)]),
    }
    for setting in SETTINGS[chosen["name"]]:
        if setting in MEANS and draw.chance(0.5):
            chosen[setting] = draw.one_of([0.0, 1e-5, 0.5, 0.9, draw.between(0, 0.99)])
        elif setting == "weight_decay" and draw.chance(0.5):
            chosen[setting] = draw.one_of([0.0, 0.1])
    return chosen


def _schedule(draw: Draw) -> Json:
    return draw.one_of(
        [
            {"name": "constant"},
            {"name": "constant"},
            {"name": "step", "every": draw.whole(1, 3), "gamma": draw.between(0.1, 1)},
            {"name": "exponential", "gamma": draw.between(0.3, 1)},
            {"name": "cosine", "length": draw.whole(1, 6)},
        ]
    )


def _of_data_set(draw: Draw) -> Json:
    name = draw.one_of(SETS)
    data: Json = {"name": name, "seed": draw.whole(0, 99)}
    if name not in ("and", "xor", "iris"):
        data |= {
            "samples": draw.whole(8, 40),
            "noise": draw.between(0, 0.3),
            "test_fraction": draw.one_of([0, 0.25]),
        }
    inputs, outputs = {"iris": (4, 3), "sine": (1, 1)}.get(name, (2, 1))
    network: Json = {
        "inputs": inputs,
        "seed": draw.whole(0, 99),
        "initializer": draw.one_of(["normal", "he_uniform"]),
    }
    last = {"units": outputs, "activation": "softmax" if outputs > 1 else "sigmoid"}
    network["layers"] = [{"units": draw.whole(1, 3), "activation": draw.one_of([*SMOOTH, *BROKEN])}, last]
    network["loss"] = "cross_entropy" if outputs > 1 else draw.one_of(CLASS_LOSSES)
    if name in ("plane", "sine"):
        last["activation"], network["loss"] = "identity", "half_squared_error"
    network |= _sums(draw, network["loss"])
    return {"network": network, "data": data, "training": training(draw, "data set", 12)}
