"""Optimizers: how gradients become new parameters, each by PyTorch's definition (torch.optim 2.x).

An optimizer's memory is one or two vectors as long as θ: m, made of gradients, and v, made of their squares.
They start as zeros and lie one after the other in the flat `state`, in the order of `memory`.
"""

from dataclasses import dataclass, fields
from typing import ClassVar

import numpy as np

from app.engine.arrays import Array

Rate = float | Array  # η of this iteration; a 0-d array is read faster than a float


@dataclass(frozen=True)
class Optimizer:
    """(θ, gradient, state) → (θ, state), over flat vectors, written into the given arrays.

    `learning_rate` is η before any schedule; `update` is told the rate of its iteration, and `age`, how many
    iterations this optimizer has done before.
    """

    learning_rate: float

    name: ClassVar[str]
    memory: ClassVar[tuple[str, ...]] = ()
    formula: ClassVar[str]

    def state_size(self, parameters: int) -> int:
        """The length of the state for so many parameters."""
        return len(self.memory) * parameters

    def update(
        self,
        theta: Array,
        gradient: Array,
        state: Array,
        theta_next: Array,
        state_next: Array,
        rate: Rate,
        age: int,
    ) -> None:
        """Write θ' and the next state."""
        raise NotImplementedError

    @classmethod
    def settings(cls) -> dict[str, float]:
        """The optimizer's own settings with their defaults, beside the learning rate."""
        return {field.name: float(field.default) for field in fields(cls) if field.name != "learning_rate"}  # type: ignore[arg-type]


@dataclass(frozen=True)
class SGD(Optimizer):
    """Gradient descent, θ − η·g (Robbins & Monro 1951, in today's use); it keeps no memory."""

    name = "sgd"
    formula = "w - \\eta\\,g"

    def update(
        self,
        theta: Array,
        gradient: Array,
        state: Array,
        theta_next: Array,
        state_next: Array,
        rate: Rate,
        age: int,
    ) -> None:
        np.multiply(gradient, rate, theta_next)
        np.subtract(theta, theta_next, theta_next)


@dataclass(frozen=True)
class Momentum(Optimizer):
    """Heavy ball (Polyak 1964): m' = μ·m + g, θ' = θ − η·m'."""

    momentum: float = 0.9

    name = "momentum"
    memory = ("m",)
    formula = "m' = \\mu\\,m + g \\qquad w - \\eta\\,m'"

    def update(
        self,
        theta: Array,
        gradient: Array,
        state: Array,
        theta_next: Array,
        state_next: Array,
        rate: Rate,
        age: int,
    ) -> None:
        np.multiply(state, self.momentum, state_next)
        np.add(state_next, gradient, state_next)
        self._direction(gradient, state_next, theta_next)
        np.multiply(theta_next, rate, theta_next)
        np.subtract(theta, theta_next, theta_next)

    def _direction(self, gradient: Array, m_next: Array, out: Array) -> None:
        np.copyto(out, m_next)


@dataclass(frozen=True)
class Nesterov(Momentum):
    """Momentum that looks ahead (Nesterov 1983; Sutskever et al. 2013): θ' = θ − η·(g + μ·m')."""

    name = "nesterov"
    formula = "m' = \\mu\\,m + g \\qquad w - \\eta\\,(g + \\mu\\,m')"

    def _direction(self, gradient: Array, m_next: Array, out: Array) -> None:
        np.multiply(m_next, self.momentum, out)
        np.add(out, gradient, out)


@dataclass(frozen=True)
class Adagrad(Optimizer):
    """A rate for each parameter (Duchi, Hazan & Singer 2011): v' = v + g², θ' = θ − η·g/(√v' + ε)."""

    epsilon: float = 1e-10

    name = "adagrad"
    memory = ("v",)
    formula = "v' = v + g^2 \\qquad w - \\eta\\,\\frac{g}{\\sqrt{v'} + \\varepsilon}"

    def update(
        self,
        theta: Array,
        gradient: Array,
        state: Array,
        theta_next: Array,
        state_next: Array,
        rate: Rate,
        age: int,
    ) -> None:
        np.multiply(gradient, gradient, state_next)
        np.add(state_next, state, state_next)
        _scaled_step(theta, gradient, state_next, theta_next, rate, self.epsilon)


@dataclass(frozen=True)
class RMSProp(Optimizer):
    """Adagrad that forgets (Tieleman & Hinton 2012): v' = ρ·v + (1−ρ)·g², θ' = θ − η·g/(√v' + ε)."""

    rho: float = 0.99
    epsilon: float = 1e-8

    name = "rmsprop"
    memory = ("v",)
    formula = "v' = \\rho\\,v + (1-\\rho)\\,g^2 \\qquad w - \\eta\\,\\frac{g}{\\sqrt{v'} + \\varepsilon}"

    def update(
        self,
        theta: Array,
        gradient: Array,
        state: Array,
        theta_next: Array,
        state_next: Array,
        rate: Rate,
        age: int,
    ) -> None:
        np.multiply(gradient, gradient, state_next)
        _mixed(state, self.rho, state_next, theta_next)
        _scaled_step(theta, gradient, state_next, theta_next, rate, self.epsilon)


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
        self,
        theta: Array,
        gradient: Array,
        state: Array,
        theta_next: Array,
        state_next: Array,
        rate: Rate,
        age: int,
    ) -> None:
        p = len(theta)
        m_next, v_next = state_next[:p], state_next[p:]
        np.copyto(m_next, gradient)
        _mixed(state[:p], self.beta1, m_next, theta_next)
        np.multiply(gradient, gradient, v_next)
        _mixed(state[p:], self.beta2, v_next, theta_next)
        corrections = corrected(self.beta1, age), corrected(self.beta2, age)
        np.sqrt(v_next, theta_next)
        theta_next *= corrections[1] ** -0.5
        theta_next += self.epsilon
        np.divide(m_next, theta_next, theta_next)
        theta_next *= rate / corrections[0]
        self._step(theta, theta_next, rate)

    def _step(self, theta: Array, step: Array, rate: Rate) -> None:
        np.subtract(theta, step, step)


@dataclass(frozen=True)
class AdamW(Adam):
    """Adam with the decay of the weights apart from the gradient (Loshchilov & Hutter 2019).

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
