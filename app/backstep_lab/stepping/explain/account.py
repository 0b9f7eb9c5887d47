"""The explanation of one operation, and operands that explanations share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule
from backstep_lab.stepping.formulas import symbols
from backstep_lab.stepping.formulas.templates import Operand, Pair
from backstep_lab.stepping.numbers import finite
from backstep_lab.stepping.operations import Step
from backstep_lab.stepping.program import Program

_EPSILON = 2.0**-52
Args = dict[str, float | int | str | None]


class Account(NamedTuple):
    """An operation's own number in LaTeX, its operands, its formula and the sentence about it."""

    result: str
    operands: tuple[Operand, ...]
    formula: Pair
    key: str
    args: Args
    alternative: Pair | None = None


Accounts = dict[str, Callable[[Trace, Program, Step, int, UpdateRule], Account]]


def is_rounding(total: float, terms: Sequence[Operand]) -> bool:
    """Whether a sum differs from 0 by no more than float64 rounds its terms."""
    if total == 0.0:
        return False
    largest = max([abs(term.value or 0.0) for term in terms])
    return abs(total) <= _EPSILON * largest


def weight(trace: Trace, layer: int, j: int, k: int) -> Operand:
    """w, the weight into unit j of this layer from unit k below."""
    return Operand(
        f"W{layer}[{j},{k}]", finite(trace.W[layer - 1].item(j, k)), symbols.edge("w", layer, j, k)
    )


def activation(trace: Trace, layer: int, k: int, row: int) -> Operand:
    """a of a unit, or x where the layer is 0."""
    value = finite(trace.A[layer].item(row, k))
    return Operand(f"a{layer}[{k}]" if layer else f"x[{k}]", value, symbols.activation(layer, k))


def weighted_sum(trace: Trace, layer: int, j: int, row: int) -> Operand:
    """z of a unit."""
    return Operand(f"z{layer}[{j}]", finite(trace.Z[layer - 1].item(row, j)), symbols.unit("z", layer, j))


def target(trace: Trace, j: int, row: int) -> Operand:
    """y of an output."""
    return Operand(f"y[{j}]", finite(trace.Y.item(row, j)), symbols.flat("y", j))


def gradient_of_activation(trace: Trace, layer: int, j: int, row: int) -> Operand:
    """∂ℓ/∂a of a unit; its value is None where a saturated output makes it infinite."""
    symbol = symbols.derivative("\\ell", symbols.unit("a", layer, j))
    return Operand(f"dL/da{layer}[{j}]", finite(trace.dL_dA[layer - 1].item(row, j)), symbol)


def slope(trace: Trace, layer: int, j: int, row: int) -> Operand:
    """f′(z) of a unit."""
    symbol = f"f'({symbols.unit('z', layer, j)})"
    return Operand(f"f'(z{layer}[{j}])", finite(trace.slope[layer - 1].item(row, j)), symbol)


def delta(trace: Trace, layer: int, j: int, row: int) -> Operand:
    """δ of a unit."""
    value = finite(trace.delta[layer - 1].item(row, j))
    return Operand(f"delta{layer}[{j}]", value, symbols.unit(symbols.DELTA, layer, j))
