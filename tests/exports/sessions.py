"""Sessions to make programs of: together they have every activation, loss, optimizer and schedule."""

from typing import Any

from backstep_lab.sessions.session import Session
from backstep_lab.spec.resolve import spec_of

ITERATIONS = 12

# layers, loss, training
CASES: dict[str, tuple[list[tuple[int, str]], str, dict[str, Any]]] = {
    "smooth": ([(3, "sigmoid"), (3, "gelu"), (2, "silu")], "half_squared_error", {}),
    "kinked": ([(3, "relu"), (3, "elu"), (2, "hard_sigmoid")], "mean_squared_error", {"l1": 0.01, "l2": 0.1}),
    "leaky": ([(3, "leaky_relu"), (3, "softplus"), (2, "identity")], "huber", {"train_biases": False}),
    "step": ([(3, "step"), (2, "tanh")], "hinge", {"shuffle": False}),
    "bipolar": ([(3, "bipolar_sigmoid"), (2, "bipolar_sigmoid")], "mean_squared_error", {}),
    "absolute": ([(3, "tanh"), (2, "softmax")], "absolute_error", {"batch_size": "all"}),
    "softmax": ([(3, "tanh"), (2, "softmax")], "cross_entropy", {}),
    "two-sided": ([(3, "tanh"), (2, "sigmoid")], "binary_cross_entropy", {}),
    "momentum": ([(3, "tanh"), (2, "sigmoid")], "half_squared_error", {"optimizer": {"name": "momentum"}}),
    "nesterov": (
        [(3, "tanh"), (2, "sigmoid")],
        "half_squared_error",
        {"optimizer": {"name": "nesterov"}, "schedule": {"name": "step", "every": 3}},
    ),
    "nesterov-without-momentum": (
        [(3, "tanh"), (2, "sigmoid")],
        "half_squared_error",
        {"optimizer": {"name": "nesterov", "momentum": 0.0}},
    ),
    "frozen": (
        [(3, "tanh"), (2, "sigmoid")],
        "half_squared_error",
        {"optimizer": {"name": "adam"}, "train_biases": False},
    ),
    "adagrad": (
        [(3, "tanh"), (2, "sigmoid")],
        "half_squared_error",
        {"optimizer": {"name": "adagrad"}, "schedule": {"name": "exponential"}},
    ),
    "rmsprop": (
        [(3, "tanh"), (2, "sigmoid")],
        "half_squared_error",
        {"optimizer": {"name": "rmsprop"}, "schedule": {"name": "cosine", "length": 9}},
    ),
    "adam": ([(3, "tanh"), (2, "sigmoid")], "half_squared_error", {"optimizer": {"name": "adam"}}),
    "adamw": (
        [(3, "tanh"), (2, "sigmoid")],
        "half_squared_error",
        {"optimizer": {"name": "adamw"}, "l2": 0.1},
    ),
    # with large inputs; Adagrad makes a step of any gradient, however small
    "saturated": ([(2, "sigmoid")], "binary_cross_entropy", {}),
    "saturated-softmax": ([(2, "softmax")], "cross_entropy", {}),
    "saturated-distance": ([(2, "softmax")], "mean_squared_error", {}),
    "saturated-hidden": (
        [(3, "tanh"), (3, "sigmoid"), (2, "identity")],
        "half_squared_error",
        {"optimizer": {"name": "adagrad"}},
    ),
}


# conventions of the network of a case: its reduction and δ, and the α of each layer
CONVENTIONS: dict[str, dict[str, Any]] = {
    "leaks": {"alphas": [0.2, 0.5, 0.02], "reduction": "sum", "huber_delta": 0.3},
    "two-sided-sum": {"reduction": "sum"},
    "half-mean": {"reduction": "mean"},
    "square-sum": {"reduction": "sum"},
    "absolute-sum": {"reduction": "sum"},
    "hinge-sum": {"reduction": "sum"},
    "batch-sum": {"batch_reduction": "sum"},
    "batch-sum-mean": {"reduction": "mean", "batch_reduction": "sum"},
}
CASES |= {
    "leaks": ([(3, "leaky_relu"), (3, "elu"), (2, "leaky_relu")], "huber", {}),
    "two-sided-sum": ([(3, "tanh"), (2, "sigmoid")], "binary_cross_entropy", {}),
    "half-mean": ([(3, "tanh"), (2, "sigmoid")], "half_squared_error", {}),
    "square-sum": ([(3, "tanh"), (2, "softmax")], "mean_squared_error", {}),
    "absolute-sum": ([(3, "tanh"), (2, "identity")], "absolute_error", {}),
    "hinge-sum": ([(3, "tanh"), (2, "identity")], "hinge", {}),
    "batch-sum": ([(3, "tanh"), (2, "softmax")], "cross_entropy", {"l1": 0.01, "l2": 0.1}),
    "rule": ([(2, "step")], "perceptron", {"l2": 0.1}),
    "batch-sum-mean": ([(3, "tanh"), (2, "sigmoid")], "half_squared_error", {}),
}

SMOOTH = [(3, "tanh"), (2, "sigmoid")]
# a unit that is never on has no gradient, and so with ε = 0 no step
DEAD = [(3, "relu"), (2, "sigmoid")]
for name, optimizer in {
    "dampened": {"name": "momentum", "dampening": 0.9},
    "first-m": {"name": "nesterov", "first_m": -0.2},
    "first-v": {"name": "adagrad", "first_v": 0.1},
    "first-both": {"name": "adam", "first_m": 0.1, "first_v": 0.3},
}.items():
    CASES[name] = (SMOOTH, "half_squared_error", {"optimizer": optimizer, "train_biases": name != "first-v"})
for name in ("adagrad", "rmsprop", "adam", "adamw"):
    CASES[f"{name}-without-epsilon"] = (
        DEAD,
        "half_squared_error",
        {"optimizer": {"name": name, "epsilon": 0.0}},
    )

CASES["single-frozen"] = (
    SMOOTH,
    "half_squared_error",
    {"optimizer": {"name": "adamw"}, "frozen": ["W1[0,1]", "b1[2]", "W2[1,0]"]},
)
CASES["single-frozen-weights"] = (
    SMOOTH,
    "half_squared_error",
    {"optimizer": {"name": "momentum", "first_m": 0.5}, "frozen": ["W1[0,1]"], "train_biases": False},
)

INPUTS = [[0.5, -1.0], [1.5, 0.25], [-0.75, 2.0]]


def session_of(case: str) -> Session:
    """Three examples in batches of two, two iterations on."""
    layers, loss, training = CASES[case]
    conventions = dict(CONVENTIONS.get(case, {}))
    alphas = conventions.pop("alphas", [None] * len(layers))
    scale = 40.0 if case.startswith("saturated") else 1.0
    targets = [[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]]
    if loss == "hinge":
        targets = [[1.0, -1.0], [-1.0, 1.0], [1.0, 1.0]]
    if scale > 1.0 or loss == "perceptron":
        targets = [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]]
    body = {
        "network": {
            "inputs": 2,
            "layers": [
                {"units": units, "activation": name, "alpha": alpha}
                for (units, name), alpha in zip(layers, alphas, strict=True)
            ],
            "loss": loss,
            "seed": 3,
            **conventions,
        },
        "data": {"name": "custom", "X": [[scale * x for x in row] for row in INPUTS], "Y": targets},
        "training": {"batch_size": 2, "shuffle": True, **training},
    }
    return Session.new(case, spec_of(body)).at_iteration(2)
