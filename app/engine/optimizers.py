"""Optimizers: how gradients become new parameters."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from app.engine.arrays import Array, scalar


class Optimizer(Protocol):
    """(parameters, gradient, state) → (parameters, state), over flat vectors, written into the given arrays.

    `state_size(p)` is the length of the state for p parameters; it starts as zeros.
    """

    @property
    def name(self) -> str: ...

    @property
    def learning_rate(self) -> float: ...

    def state_size(self, parameters: int) -> int: ...

    def update(
        self, theta: Array, gradient: Array, state: Array, theta_next: Array, state_next: Array
    ) -> None: ...


@dataclass(frozen=True)
class SGD:
    """Gradient descent, θ − η·g (Robbins & Monro 1951, in today's use); it keeps no state."""

    learning_rate: float
    name: str = "sgd"

    @cached_property
    def _eta(self) -> Array:
        return scalar(self.learning_rate)

    def state_size(self, parameters: int) -> int:
        return 0

    def update(
        self, theta: Array, gradient: Array, state: Array, theta_next: Array, state_next: Array
    ) -> None:
        np.multiply(gradient, self._eta, theta_next)
        np.subtract(theta, theta_next, theta_next)


OPTIMIZERS: dict[str, type[SGD]] = {"sgd": SGD}
