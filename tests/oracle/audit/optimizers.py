"""The update by torch.optim in float64, and the learning rate by the schedules' definitions."""

from dataclasses import dataclass, field, replace
from functools import partial
from math import cos, pi
from typing import Any

import torch  # type: ignore[import-not-found,unused-ignore]

from tests.oracle.audit.recipes import Json
from tests.oracle.audit.sequential import Array

DEFAULTS = {"momentum": 0.9, "beta1": 0.9, "beta2": 0.999, "weight_decay": 0.01}
STATE = {  # what PyTorch calls the memory
    "momentum": {"m": "momentum_buffer"},
    "nesterov": {"m": "momentum_buffer"},
    "adagrad": {"v": "sum"},
    "rmsprop": {"v": "square_avg"},
    "adam": {"m": "exp_avg", "v": "exp_avg_sq"},
    "adamw": {"m": "exp_avg", "v": "exp_avg_sq"},
}
Arrays = list[Array]


@dataclass(frozen=True)
class Memory:
    """What the optimizer remembers of each array of parameters (all W, then all b), and its age."""

    numbers: dict[str, Arrays] = field(default_factory=dict)
    age: int = 0

    @classmethod
    def empty(cls, name: str, parameters: Arrays) -> "Memory":
        """Zeros, as every optimizer begins."""
        return cls({kind: [0.0 * p for p in parameters] for kind in STATE.get(name, {})})

    def without(self, places: range) -> "Memory":
        """Zeros for the arrays at these places: of frozen parameters nothing is remembered."""
        numbers = {
            kind: [0.0 * one if place in places else one for place, one in enumerate(arrays)]
            for kind, arrays in self.numbers.items()
        }
        return replace(self, numbers=numbers)


def setting(optimizer: Json, name: str) -> float:
    """A setting of an optimizer, as given or by default."""
    defaults = DEFAULTS | {"rho": 0.99, "epsilon": 1e-10 if optimizer["name"] == "adagrad" else 1e-8}
    return float(optimizer.get(name, defaults.get(name, 0.0)))


def rate(training: Json, clock: int) -> float:
    """η of the iteration that has `clock` others before it since the schedule began."""
    schedule, eta = training["schedule"], float(training["optimizer"]["learning_rate"])
    name = schedule["name"]
    if name == "step":
        return eta * float(schedule.get("gamma", 0.5) ** (clock // schedule.get("every", 100)))
    if name == "exponential":
        return eta * float(schedule.get("gamma", 0.99) ** clock)
    if name == "cosine":
        length = schedule.get("length", 1000)
        return eta / 2 * (1 + cos(pi * min(clock, length) / length))
    return eta


def updated(
    training: Json, eta: float, parameters: Arrays, gradients: Arrays, memory: Memory
) -> tuple[Arrays, Memory]:
    """The parameters and the memory after one step; the second half of both lists are biases."""
    layers = len(parameters) // 2
    count = 2 * layers if training["train_biases"] else layers
    leaves = [torch.nn.Parameter(torch.tensor(p)) for p in parameters[:count]]
    optimizer = _made(training["optimizer"], eta, leaves)
    names = STATE.get(training["optimizer"]["name"], {})
    for place, (leaf, gradient) in enumerate(zip(leaves, gradients, strict=False)):
        leaf.grad = torch.tensor(gradient)
        if names:
            kept = {names[kind]: torch.tensor(numbers[place]) for kind, numbers in memory.numbers.items()}
            optimizer.state[leaf] = {"step": torch.tensor(float(memory.age))} | kept
    optimizer.step()
    after = {
        kind: [optimizer.state[leaf][names[kind]].numpy().copy() for leaf in leaves] + numbers[count:]
        for kind, numbers in memory.numbers.items()
    }
    if training["optimizer"]["name"] in ("adam", "adamw"):
        # PyTorch moves m by (1 − β₁)(g − m), which loses digits where g is much smaller than m.
        beta = setting(training["optimizer"], "beta1")
        pairs = zip(memory.numbers["m"][:count], gradients[:count], strict=True)
        after["m"][:count] = [beta * m + (1 - beta) * gradient for m, gradient in pairs]
    moved = [leaf.detach().numpy().copy() for leaf in leaves]
    return moved + parameters[count:], Memory(after, memory.age + 1)


def _made(optimizer: Json, eta: float, leaves: list[Any]) -> Any:
    name, of = optimizer["name"], partial(setting, optimizer)
    if name == "sgd":
        return torch.optim.SGD(leaves, eta)
    if name in ("momentum", "nesterov"):
        mu = of("momentum")
        if mu == 0.0:  # PyTorch then keeps no buffer; m' is the gradient itself
            return _WithoutMomentum(leaves, eta)
        return torch.optim.SGD(leaves, eta, momentum=mu, nesterov=name == "nesterov")
    if name == "adagrad":
        return torch.optim.Adagrad(leaves, eta, eps=of("epsilon"))
    if name == "rmsprop":
        return torch.optim.RMSprop(leaves, eta, alpha=of("rho"), eps=of("epsilon"))
    betas = (of("beta1"), of("beta2"))
    if name == "adam":
        return torch.optim.Adam(leaves, eta, betas, of("epsilon"))
    return torch.optim.AdamW(leaves, eta, betas, of("epsilon"), of("weight_decay"))


class _WithoutMomentum(torch.optim.SGD):  # type: ignore[misc,unused-ignore]
    """Plain descent whose memory is the last gradient, which is what m′ = 0·m + g says."""

    def step(self, closure: Any = None) -> Any:
        """Descend, and remember."""
        done = super().step(closure)
        for group in self.param_groups:
            for leaf in group["params"]:
                self.state[leaf]["momentum_buffer"] = leaf.grad.clone()
        return done
