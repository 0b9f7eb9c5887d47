"""Templates of activations and penalties; the order of operands is given with each."""

from __future__ import annotations

from functools import lru_cache

from backstep_lab.engine.functions.activation import Activation
from backstep_lab.stepping.formulas.templates import Pair, added, compiled, pair, placeholder

PRODUCT = pair("#{0}\\,#{1}", "#{0} \\cdot #{1}")
COPY = pair("#{0}")


def activation(function: Activation) -> Pair:
    """f(z) of an element-wise activation; operand: z."""
    assert function.value_latex is not None, f"{function.name} is not element-wise"
    return compiled(function.value_latex)


def slope(function: Activation, z: float | None) -> Pair:
    """f′ as it is usually written; operand: a or z, see `SlopeLatex`."""
    return compiled(function.slope_latex.at(z))


def saturated_slope(function: Activation) -> Pair:
    """f′ where a has too few digits for it; operands: a, z."""
    assert function.slope_latex.saturated is not None, f"the slope of {function.name} is not computed from a"
    return compiled(function.slope_latex.saturated)


@lru_cache(maxsize=256)
def softmax_slope(units: int) -> Pair:
    """The diagonal a_j Σ_k≠j a_k; operands: a_j, then every other a."""
    others = added(units - 1, first=1)
    return pair(f"#{{0}}\\left({others}\\right)", f"#{{0}} \\cdot \\left({others}\\right)")


@lru_cache(maxsize=256)
def softmax(units: int, own: int) -> Pair:
    """a of one unit; operands: every z of the layer."""
    return pair(f"\\frac{{e^{{{placeholder(own)}}}}}{{{added(units, 'e^{#{}}', own)}}}")


# the factored form beside a fused one; operands: a, y, ∂ℓ/∂a, f′(z)
FACTORED = pair("#{2}\\,#{3}", "#{2} \\cdot #{3}")


@lru_cache(maxsize=4)
def penalised(l1: bool, l2: bool) -> Pair:
    """A weight's gradient with its penalty; operands: the mean gradient, w, then those of λ₂ and λ₁ not 0."""
    symbols = numbers = "#{0}"
    if l2:
        symbols, numbers = symbols + " + #{2}\\,#{1}", numbers + " + #{2} \\cdot #{1}"
    if l1:
        rate = "#{3}" if l2 else "#{2}"
        sign = "\\operatorname{sgn}\\left(#{1}\\right)"
        symbols, numbers = f"{symbols} + {rate}\\,{sign}", f"{numbers} + {rate} \\cdot {sign}"
    return pair(symbols, numbers)
