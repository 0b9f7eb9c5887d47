"""The record of an activation function: everything that the project knows about it."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.functions.latex import Latex
from backstep_lab.engine.functions.numpy_source import NumpySource
from backstep_lab.engine.memory.arrays import Array


@dataclass(frozen=True)
class SlopeLatex:
    """How f′ of a unit is printed.

    `operand` is the number that f′ is expressed by, `#{0}` of the templates; "" for a constant. `inside` is
    valid for `above` < z ≤ `below`, `outside` for any other z; a smooth function has `inside` only.
    `from_output` computes f′ from a as `inside` does. Where that result is inexact, because a has been
    rounded to nearly 1, `saturated` is printed instead, whose operands are a and z.
    """

    operand: Literal["a", "z", ""]
    inside: Latex
    outside: Latex | None = None
    above: float = 0.0
    below: float = inf
    from_output: Callable[[float], float] | None = None
    saturated: Latex | None = None

    def at(self, z: float | None) -> Latex:
        """The formula that is valid for this weighted sum."""
        if self.outside is None or (z is not None and self.above < z <= self.below):
            return self.inside
        return self.outside


@dataclass(frozen=True)
class Activation:
    """An activation a = f(z) and its derivative f′(z), element by element unless `is_softmax`.

    Arrays are (n, N), an example a column. `value(Z, A)` writes f(Z) into A; `slope(Z, A, S)` writes f′(Z)
    into S; only softmax reads A = f(Z). At a kink the derivative is the one from the left, so ReLU′(0) = 0.

    `formula` and `slope_formula` are LaTeX in z and a, for lists of functions; `value_latex` (of z) and
    `slope_latex` are templates for operations. softmax has no `value_latex`: its operands are all z of a
    layer. `numpy` is its source in terms of `z` and `a`, `torch` an expression for a function of z in
    PyTorch. `kinks` are the z at which f or f′ jumps: a difference across one approximates neither side.
    `zero_slope`: where f′ is exactly 0 other than by underflow: nowhere, on an interval of z, or everywhere.
    `steepest` is the largest f′ of a function that is level on both sides, None of any other.
    `alpha` is the parameter α of the function, None where it has none or the usual one.
    """

    name: str
    value: Callable[[Array, Array], None]
    slope: Callable[[Array, Array, Array], None]
    formula: str
    slope_formula: str
    value_latex: Latex | None
    slope_latex: SlopeLatex
    numpy: NumpySource
    torch: str
    kinks: tuple[float, ...] = ()
    zero_slope: Literal["nowhere", "interval", "everywhere"] = "nowhere"
    is_softmax: bool = False
    steepest: float | None = None
    alpha: float | None = None

    @property
    def identifier(self) -> str:
        """Its name in a program, where one function may occur with several α."""
        return self.name if self.alpha is None else f"{self.name}_{self.alpha!r}".replace(".", "_")

    def piece(self, Z: Array) -> NDArray[np.intp]:
        """The number of kinks below each weighted sum, in the shape of Z."""
        return np.searchsorted(self.kinks, Z)
