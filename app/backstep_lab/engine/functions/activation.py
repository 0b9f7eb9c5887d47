"""What an activation function is: its value beside its derivative and its formula."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.memory.arrays import Array


@dataclass(frozen=True)
class Activation:
    """An activation a = f(z) and its derivative f′(z), element by element unless `is_softmax`.

    `value(Z, A)` writes f(Z) into A; `slope(Z, A, S)` writes f′(Z) into S, and may read A = f(Z).
    All arrays are (n, N). At a kink the derivative is the one from the left, so ReLU′(0) = 0. `kinks` are the
    z where f or its slope jumps: a difference across one says nothing about either side.
    """

    name: str
    value: Callable[[Array, Array], None]
    slope: Callable[[Array, Array, Array], None]
    formula: str
    slope_formula: str
    is_softmax: bool = False
    kinks: tuple[float, ...] = ()

    def piece(self, Z: Array) -> NDArray[np.intp]:
        """On which piece of the function each sum lies: how many kinks are below it."""
        return np.searchsorted(self.kinks, Z)
