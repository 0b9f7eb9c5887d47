"""Optimizers: from gradients to new parameters, each by PyTorch's definition (torch.optim 2.x).

The memory of an optimizer is one or two vectors as long as θ: m, of gradients, and v, of squared gradients.
They start as zeros, or as `first_m` and `first_v` for every parameter, and are concatenated in the flat
state, in the order of `memory`. Where √v + ε is 0, which needs ε = 0, a step by it is 0 too.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from backstep_lab.engine.memory.arrays import Array

Rate = float | Array  # η of this iteration; a 0-d array is read faster than a float


@dataclass(frozen=True)
class Optimizer:
    """(θ, g, memory) → (θ, memory), over flat vectors: from `theta`, `g`, `old` into `out` and `new`.

    `learning_rate` is η before any schedule. `update` receives η of its iteration and `optimizer_step`, the
    number of iterations that this optimizer has done before.
    """

    learning_rate: float

    name: ClassVar[str]
    memory: ClassVar[tuple[str, ...]] = ()
    formula: ClassVar[str]

    def first_state(self, parameters: int) -> Array:
        """The memory of so many parameters before the first update, (memories · parameters,)."""
        return np.repeat(np.array(self.first_memory, dtype=np.float64), parameters)

    @property
    def first_memory(self) -> tuple[float, ...]:
        """Where each vector of the memory starts, the same for every parameter."""
        return tuple(getattr(self, f"first_{name}") for name in self.memory)

    def update(
        self,
        theta: Array,
        g: Array,
        old: Array,
        out: Array,
        new: Array,
        learning_rate: Rate,
        optimizer_step: int,
    ) -> None:
        """Write the new parameters θ' into `out` and the new memory into `new`."""
        raise NotImplementedError


@dataclass(frozen=True)
class SGD(Optimizer):
    """Gradient descent, θ' = θ − η·g (Robbins & Monro 1951), without memory."""

    name = "sgd"
    formula = "w - \\eta\\,g"

    def update(
        self,
        theta: Array,
        g: Array,
        old: Array,
        out: Array,
        new: Array,
        learning_rate: Rate,
        optimizer_step: int,
    ) -> None:
        np.multiply(g, learning_rate, out)
        np.subtract(theta, out, out)


@dataclass(frozen=True)
class Gathering(Optimizer):
    """What gathers gradients in m' = μ·m + g."""

    momentum: float = 0.9
    first_m: float = 0.0

    memory = ("m",)

    def update(
        self,
        theta: Array,
        g: Array,
        old: Array,
        out: Array,
        new: Array,
        learning_rate: Rate,
        optimizer_step: int,
    ) -> None:
        np.multiply(old, self.momentum, new)
        np.add(new, self._share(g, out), new)
        np.multiply(self._direction(g, new, out), learning_rate, out)
        np.subtract(theta, out, out)

    def _share(self, g: Array, out: Array) -> Array:
        """What is added to the memory; `out` may hold it."""
        return g

    def _direction(self, g: Array, m_next: Array, out: Array) -> Array:
        """The vector that is multiplied by η; `out` may hold it."""
        return m_next


@dataclass(frozen=True)
class Momentum(Gathering):
    """Heavy ball (Polyak 1964): m' = μ·m + (1−τ)·g, θ' = θ − η·m', with the dampening τ = 0 unless chosen.

    τ = μ makes m a running mean. Unlike in PyTorch, the first gradient is dampened too.
    """

    dampening: float = 0.0

    name = "momentum"
    formula = "m' = \\mu\\,m + (1-\\tau)\\,g \\qquad w - \\eta\\,m'"

    def _share(self, g: Array, out: Array) -> Array:
        return g if self.dampening == 0.0 else np.multiply(g, 1.0 - self.dampening, out)


@dataclass(frozen=True)
class Nesterov(Gathering):
    """Momentum with a look-ahead gradient (Nesterov 1983; Sutskever et al. 2013): θ' = θ − η·(g + μ·m')."""

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
    first_v: float = 0.0

    name = "adagrad"
    memory = ("v",)
    formula = "v' = v + g^2 \\qquad w - \\eta\\,\\frac{g}{\\sqrt{v'} + \\varepsilon}"

    def update(
        self,
        theta: Array,
        g: Array,
        old: Array,
        out: Array,
        new: Array,
        learning_rate: Rate,
        optimizer_step: int,
    ) -> None:
        np.multiply(g, g, new)
        np.add(new, old, new)
        _scaled_step(theta, g, new, out, learning_rate, self.epsilon)


@dataclass(frozen=True)
class RMSProp(Optimizer):
    """Adagrad by running means (Tieleman & Hinton 2012): v' = ρ·v + (1−ρ)·g², θ' = θ − η·g/(√v' + ε)."""

    rho: float = 0.99
    epsilon: float = 1e-8
    first_v: float = 0.0

    name = "rmsprop"
    memory = ("v",)
    formula = "v' = \\rho\\,v + (1-\\rho)\\,g^2 \\qquad w - \\eta\\,\\frac{g}{\\sqrt{v'} + \\varepsilon}"

    def update(
        self,
        theta: Array,
        g: Array,
        old: Array,
        out: Array,
        new: Array,
        learning_rate: Rate,
        optimizer_step: int,
    ) -> None:
        np.multiply(g, g, new)
        _running_mean(old, self.rho, new, out)
        _scaled_step(theta, g, new, out, learning_rate, self.epsilon)


@dataclass(frozen=True)
class Adam(Optimizer):
    """Kingma & Ba 2015: m' and v' as running means of g and g², both corrected for their start at zero."""

    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    first_m: float = 0.0
    first_v: float = 0.0

    name = "adam"
    memory = ("m", "v")
    formula = (
        "m' = \\beta_1 m + (1-\\beta_1)\\,g \\qquad v' = \\beta_2 v + (1-\\beta_2)\\,g^2 \\qquad "
        "w - \\eta\\,\\frac{m'/(1-\\beta_1^t)}{\\sqrt{v'/(1-\\beta_2^t)} + \\varepsilon}"
    )

    def update(
        self,
        theta: Array,
        g: Array,
        old: Array,
        out: Array,
        new: Array,
        learning_rate: Rate,
        optimizer_step: int,
    ) -> None:
        p = len(theta)
        m_next, v_next = new[:p], new[p:]
        np.copyto(m_next, g)
        _running_mean(old[:p], self.beta1, m_next, out)
        np.multiply(g, g, v_next)
        _running_mean(old[p:], self.beta2, v_next, out)
        corrections = bias_correction(self.beta1, optimizer_step), bias_correction(self.beta2, optimizer_step)
        np.sqrt(v_next, out)
        out *= corrections[1] ** -0.5
        out += self.epsilon
        _divide(m_next, out, self.epsilon)
        out *= learning_rate / corrections[0]
        self._step(theta, out, learning_rate)

    def _step(self, theta: Array, step: Array, learning_rate: Rate) -> None:
        np.subtract(theta, step, step)


@dataclass(frozen=True)
class AdamW(Adam):
    """Adam with weight decay decoupled from the gradient (Loshchilov & Hutter 2019).

    As in PyTorch, every parameter decays, biases too.
    """

    weight_decay: float = 0.01

    name = "adamw"
    formula = (
        "m' = \\beta_1 m + (1-\\beta_1)\\,g \\qquad v' = \\beta_2 v + (1-\\beta_2)\\,g^2 \\qquad "
        "w - \\eta\\,\\lambda\\,w - "
        "\\eta\\,\\frac{m'/(1-\\beta_1^t)}{\\sqrt{v'/(1-\\beta_2^t)} + \\varepsilon}"
    )

    def _step(self, theta: Array, step: Array, learning_rate: Rate) -> None:
        np.subtract(theta * (1.0 - learning_rate * self.weight_decay), step, step)


def bias_correction(beta: float, optimizer_step: int) -> float:
    """1 − βᵗ with t = optimizer_step + 1: divided by it, a running mean that began at zero is unbiased."""
    return 1.0 - beta ** (optimizer_step + 1)


def _running_mean(old: Array, beta: float, new: Array, scratch: Array) -> None:
    """β·old + (1−β)·new, into `new`."""
    np.multiply(new, 1.0 - beta, new)
    np.multiply(old, beta, scratch)
    np.add(new, scratch, new)


def _scaled_step(
    theta: Array, g: Array, v_next: Array, out: Array, learning_rate: Rate, epsilon: float
) -> None:
    """θ − η·g/(√v' + ε)."""
    np.sqrt(v_next, out)
    np.add(out, epsilon, out)
    _divide(g, out, epsilon)
    np.multiply(out, learning_rate, out)
    np.subtract(theta, out, out)


def _divide(numerator: Array, out: Array, epsilon: float) -> None:
    """numerator/out into `out`, or 0 where `out` is 0, which it cannot be unless ε is."""
    if epsilon > 0.0:
        np.divide(numerator, out, out)
    else:
        np.divide(numerator, out, out, where=out > 0.0)


OPTIMIZERS: dict[str, type[Optimizer]] = {
    kind.name: kind for kind in (SGD, Momentum, Nesterov, Adagrad, RMSProp, Adam, AdamW)
}
