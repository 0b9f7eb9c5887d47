"""The formulas of activations and penalties as templates, in the order of operands that each entry names."""

from __future__ import annotations

from functools import lru_cache
from math import inf
from typing import NamedTuple

from backstep_lab.engine.functions.rectifiers import LEAK
from backstep_lab.stepping.formulas.templates import Pair, added, pair, place

TIMES = pair("#{0}\\,#{1}", "#{0} \\cdot #{1}")
SAME = pair("#{0}")

_SIGMOID_NUMBERS = "\\frac{1}{1 + e^{-#{0}}}"

# of z
ACTIVATION = {
    "identity": SAME,
    "step": pair("\\begin{cases}1 & #{0} > 0\\\\0 & #{0} \\le 0\\end{cases}", "\\operatorname{step} #{0}"),
    "sigmoid": pair(f"\\sigma\\left(#{{0}}\\right) = {_SIGMOID_NUMBERS}", _SIGMOID_NUMBERS),
    "tanh": pair("\\tanh\\left(#{0}\\right)", "\\tanh #{0}"),
    "relu": pair("\\max\\left(0,\\,#{0}\\right)"),
    "leaky_relu": pair(
        f"\\max\\left({LEAK:g}\\,#{{0}},\\,#{{0}}\\right)", f"\\max({LEAK:g} \\cdot #{{0}},\\,#{{0}})"
    ),
    "softplus": pair("\\ln\\left(1 + e^{#{0}}\\right)"),
    "elu": pair("\\begin{cases}#{0} & #{0} > 0\\\\e^{#{0}} - 1 & #{0} \\le 0\\end{cases}"),
    "gelu": pair(
        "#{0}\\,\\Phi\\left(#{0}\\right)",
        "\\tfrac{1}{2} \\cdot #{0} \\cdot \\operatorname{erfc}\\left(-\\frac{#{0}}{\\sqrt{2}}\\right)",
    ),
    "silu": pair("#{0}\\,\\sigma\\left(#{0}\\right)", "\\frac{#{0}}{1 + e^{-#{0}}}"),
    "hard_sigmoid": pair("\\min\\left(1,\\,\\max\\left(0,\\,\\frac{#{0} + 3}{6}\\right)\\right)"),
}


class Slope(NamedTuple):
    """f′: by which number of the unit it is expressed ("a", "z" or none); how in a range and elsewhere."""

    of: str
    inside: Pair
    otherwise: Pair
    above: float = 0.0
    below: float = inf

    def at(self, z: float | None) -> Pair:
        """The formula that counts for this sum; at a bound it is the one from the left."""
        return self.inside if z is not None and self.above < z <= self.below else self.otherwise


def _branches(positive: str, otherwise: str) -> Slope:
    """A slope with a kink at 0, where the value from the left counts."""
    cases = f"\\begin{{cases}}{positive} & #{{0}} > 0\\\\{otherwise} & #{{0}} \\le 0\\end{{cases}}"
    return Slope(
        "z",
        pair(cases, f"{positive} \\quad (#{{0}} > 0)"),
        pair(cases, f"{otherwise} \\quad (#{{0}} \\le 0)"),
    )


def _between(inside: str, otherwise: str, bound: int) -> Slope:
    """A slope that is one number between two bounds, the upper one included, and another elsewhere."""
    within = f"-{bound} < #{{0}} \\le {bound}"
    cases = f"\\begin{{cases}}{inside} & {within}\\\\{otherwise} & \\text{{else}}\\end{{cases}}"
    return Slope(
        "z",
        pair(cases, f"{inside} \\quad ({within})"),
        pair(cases, f"{otherwise} \\quad (#{{0}} \\notin (-{bound},\\,{bound}])"),
        -bound,
        bound,
    )


def _smooth(of: str, formula: Pair) -> Slope:
    return Slope(of, formula, formula)


_BY_OUTPUT = _smooth("a", pair("#{0}\\left(1 - #{0}\\right)", "#{0} \\cdot \\left(1 - #{0}\\right)"))

SLOPE = {
    "identity": _smooth("", pair("1")),
    "step": _smooth("", pair("0")),
    "sigmoid": _BY_OUTPUT,
    "softmax": _BY_OUTPUT,  # the diagonal ∂a_j/∂z_j
    "tanh": _smooth("a", pair("1 - \\left(#{0}\\right)^{2}", "1 - #{0} \\cdot #{0}")),
    "relu": _branches("1", "0"),
    "leaky_relu": _branches("1", f"{LEAK:g}"),
    "softplus": _smooth("z", pair(f"\\sigma\\left(#{{0}}\\right) = {_SIGMOID_NUMBERS}", _SIGMOID_NUMBERS)),
    "elu": _branches("1", "e^{#{0}}"),
    "gelu": _smooth(
        "z",
        pair(
            "\\Phi\\left(#{0}\\right) + \\frac{#{0}}{\\sqrt{2\\pi}}\\,e^{-\\left(#{0}\\right)^{2}/2}",
            "\\tfrac{1}{2} \\cdot \\operatorname{erfc}\\left(-\\frac{#{0}}{\\sqrt{2}}\\right)"
            " + \\frac{#{0}}{\\sqrt{2\\pi}} \\cdot e^{-#{0} \\cdot #{0}/2}",
        ),
    ),
    "silu": _smooth(
        "z",
        pair(
            "\\sigma\\left(#{0}\\right)\\left(1 + #{0}\\left(1 - \\sigma\\left(#{0}\\right)\\right)\\right)",
            "\\sigma\\left(#{0}\\right) \\cdot"
            " \\left(1 + #{0} \\cdot \\left(1 - \\sigma\\left(#{0}\\right)\\right)\\right)",
        ),
    ),
    "hard_sigmoid": _between("\\tfrac{1}{6}", "0", 3),
}

# of a, z: the slopes that are written with a as long as a has the digits for it
SATURATED_SLOPE = {
    "sigmoid": pair(
        "\\sigma\\left(#{1}\\right)\\,\\sigma\\left(-#{1}\\right)",
        f"{_SIGMOID_NUMBERS.replace('#{0}', '#{1}')} \\cdot \\frac{{1}}{{1 + e^{{#{{1}}}}}}",
    ),
    "tanh": pair("\\frac{4}{\\left(e^{#{1}} + e^{-#{1}}\\right)^{2}}"),
}


@lru_cache(maxsize=256)
def softmax_slope(units: int) -> Pair:
    """a_j times the sum of all other a, which follow it among the operands."""
    others = added(units - 1, first=1)
    return pair(f"#{{0}}\\left({others}\\right)", f"#{{0}} \\cdot \\left({others}\\right)")


@lru_cache(maxsize=256)
def softmax(units: int, own: int) -> Pair:
    """a of one unit out of all z of the layer."""
    return pair(f"\\frac{{e^{{{place(own)}}}}}{{{added(units, 'e^{#{}}', own)}}}")


# of a, y, ∂ℓ/∂a, f′(z): the factored form beside a fused one
FACTORED = pair("#{2}\\,#{3}", "#{2} \\cdot #{3}")


@lru_cache(maxsize=4)
def penalised(l1: bool, l2: bool) -> Pair:
    """A weight's gradient with its penalty, out of the mean, w, then λ₂ and λ₁ as far as there are."""
    symbols = numbers = "#{0}"
    if l2:
        symbols, numbers = symbols + " + #{2}\\,#{1}", numbers + " + #{2} \\cdot #{1}"
    if l1:
        rate = "#{3}" if l2 else "#{2}"
        sign = "\\operatorname{sgn}\\left(#{1}\\right)"
        symbols, numbers = f"{symbols} + {rate}\\,{sign}", f"{numbers} + {rate} \\cdot {sign}"
    return pair(symbols, numbers)
