"""Optimizers: how gradients become new parameters, each by PyTorch's definition (torch.optim 2.x).

An optimizer's memory is one or two vectors as long as θ: m, made of gradients, and v, made of their squares.
They start as zeros and lie one after the other in the flat `state`, in the order of `memory`.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from backstep_lab.engine.memory.arrays import Array

Rate = float | Array  # η of this iteration; a 0-d array is read faster than a float


@dataclass(frozen=True)
class Optimizer:
    """(θ, g, memory) → (θ, memory), over flat vectors: from `theta`, `g`, `old` into `out` and `new`.

    `learning_rate` is η before any schedule; `update` is told the rate of its iteration, and `age`, how many
    iterations this optimizer has done before.
    """

    learning_rate: float

    name: ClassVar[str]
    memory: ClassVar[tuple[str, ...]] = ()
    formula: ClassVar[str]

    def state_size(self, parameters: int) -> int:
        """The length of the memory for so many parameters."""
        return len(self.memory) * parameters

    def update(
        self, theta: Array, g: Array, old: Array, out: Array, new: Array, rate: Rate, age: int
    ) -> None:
        """Write θ' into `out` and the next memory into `new`."""
        raise NotImplementedError


@dataclass(frozen=True)
class SGD(Optimizer):
    """Gradient descent, θ − η·g (Robbins & Monro 1951, in today's use); it keeps no memory."""

    name = "sgd"
    formula = "w - \\eta\\,g"

    def update(
        self, theta: Array, g: Array, old: Array, out: Array, new: Array, rate: Rate, age: int
    ) -> None:
        np.multiply(g, rate, out)
        np.subtract(theta, out, out)


@dataclass(frozen=True)
class Momentum(Optimizer):
    """Heavy ball (Polyak 1964): m' = μ·m + g, θ' = θ − η·m'."""

    momentum: float = 0.9

    name = "momentum"
    memory = ("m",)
    formula = "m' = \\mu\\,m + g \\qquad w - \\eta\\,m'"

    def update(
        self, theta: Array, g: Array, old: Array, out: Array, new: Array, rate: Rate, age: int
    ) -> None:
        np.multiply(old, self.momentum, new)
        np.add(new, g, new)
        np.multiply(self._direction(g, new, out), rate, out)
        np.subtract(theta, out, out)

    def _direction(self, g: Array, m_next: Array, out: Array) -> Array:
        """What the step follows; `out` may hold it."""
        return m_next


@dataclass(frozen=True)
class Nesterov(Momentum):
    """Momentum that looks ahead (Nesterov 1983; Sutskever et al. 2013): θ' = θ − η·(g + μ·m')."""

    name = "nesterov"
    formula = "m' = \\mu\\,m + g \\qquad w - \\eta\\,(g + \\mu\\,m')"

    def _direction(self, g: Array, m_next: Array, out: Array) -> Array:
        np.multiply(m_next, self.momentum, out)
        np.add(out, g, out)
        return out


@dataclass(frozen=True)
class Adagrad(Optimizer):
    """A rate for each parameter (Duchi, Hazan & Singer 2011): v' = v + g², θ' = θ − η·g/(√v' + ε)."""

    epsilon: float = 1e-10

    name = "adagrad"
    memory = ("v",)
    formula = "v' = v + g^2 \\qquad w - \\eta\\,\\frac{g}{\\sqrt{v'} + \\varepsilon}"

    def update(
        self, theta: Array, g: Array, old: Array, out: Array, new: Array, rate: Rate, age: int
    ) -> None:
        np.multiply(g, g, new)
        np.add(new, old, new)
        _scaled_step(theta, g, new, out, rate, self.epsilon)


@dataclass(frozen=True)
class RMSProp(Optimizer):
    """Adagrad that forgets (Tieleman & Hinton 2012): v' = ρ·v + (1−ρ)·g², θ' = θ − η·g/(√v' + ε)."""

    rho: float = 0.99
    epsilon: float = 1e-8

    name = "rmsprop"
    memory = ("v",)
    formula = "v' = \\rho\\,v + (1-\\rho)\\,g^2 \\qquad w - \\eta\\,\\frac{g}{\\sqrt{v'} + \\varepsilon}"

    def update(
        self, theta: Array, g: Array, old: Array, out: Array, new: Array, rate: Rate, age: int
    ) -> None:
        np.multiply(g, g, new)
        _mixed(old, self.rho, new, out)
        _scaled_step(theta, g, new, out, rate, self.epsilon)


@dataclass(frozen=True)
class Adam(Optimizer):
    """Kingma & Ba 2015: m' and v' as running means of g and g², both corrected for their start at zero."""

    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8

    name = "adam"
    memory = ("m", "v")
    formula = (
        "m' = \\beta_1 m + (1-\\beta_1)\\,g \\qquad v' = \\beta_2 v + (1-\\beta_2)\\,g^2 \\qquad "
        "w - \\eta\\,\\frac{m'/(1-\\beta_1^t)}{\\sqrt{v'/(1-\\beta_2^t)} + \\varepsilon}"
    )

    def update(
        self, theta: Array, g: Array, old: Array, out: Array, new: Array, rate: Rate, age: int
    ) -> None:
        p = len(theta)
        m_next, v_next = new[:p], new[p:]
        np.copyto(m_next, g)
        _mixed(old[:p], self.beta1, m_next, out)
        np.multiply(g, g, v_next)
        _mixed(old[p:], self.beta2, v_next, out)
        corrections = corrected(self.beta1, age), corrected(self.beta2, age)
        np.sqrt(v_next, out)
        out *= corrections[1] ** -0.5
        out += self.epsilon
        np.divide(m_next, out, out)
        out *= rate / corrections[0]
        self._step(theta, out, rate)

    def _step(self, theta: Array, step: Array, rate: Rate) -> None:
        np.subtract(theta, step, step)


@dataclass(frozen=True)
class AdamW(Adam):
    """Adam with the decay of the weights apart from the g (Loshchilov & Hutter 2019).

    As in PyTorch, every parameter decays, biases too.
    """

    weight_decay: float = 0.01

    name = "adamw"
    formula = (
        "m' = \\beta_1 m + (1-\\beta_1)\\,g \\qquad v' = \\beta_2 v + (1-\\beta_2)\\,g^2 \\qquad "
        "w - \\eta\\,\\lambda\\,w - "
        "\\eta\\,\\frac{m'/(1-\\beta_1^t)}{\\sqrt{v'/(1-\\beta_2^t)} + \\varepsilon}"
    )

    def _step(self, theta: Array, step: Array, rate: Rate) -> None:
        np.subtract(theta * (1.0 - rate * self.weight_decay), step, step)


def corrected(beta: float, age: int) -> float:
    """1 − βᵗ with t = age + 1: by how much a running mean that began at zero is too small."""
    return 1.0 - beta ** (age + 1)


def _mixed(old: Array, beta: float, new: Array, scratch: Array) -> None:
    """β·old + (1−β)·new, into `new`."""
    np.multiply(new, 1.0 - beta, new)
    np.multiply(old, beta, scratch)
    np.add(new, scratch, new)


def _scaled_step(theta: Array, g: Array, v_next: Array, out: Array, rate: Rate, epsilon: float) -> None:
    """θ − η·g/(√v' + ε)."""
    np.sqrt(v_next, out)
    np.add(out, epsilon, out)
    np.divide(g, out, out)
    np.multiply(out, rate, out)
    np.subtract(theta, out, out)


OPTIMIZERS: dict[str, type[Optimizer]] = {
    kind.name: kind for kind in (SGD, Momentum, Nesterov, Adagrad, RMSProp, Adam, AdamW)
}
