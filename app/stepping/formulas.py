"""The formulas of activations and losses as templates, in the order of operands that each entry names."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from app.engine.activations import LEAK
from app.stepping.templates import Pair, added, pair, place

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
}


class Slope(NamedTuple):
    """f′: by which number of the unit it is expressed ("a", "z" or none); how for z > 0 and elsewhere."""

    of: str
    positive: Pair
    otherwise: Pair


def _branches(positive: str, otherwise: str) -> Slope:
    """A slope with a kink at 0, where the value from the left counts."""
    cases = f"\\begin{{cases}}{positive} & #{{0}} > 0\\\\{otherwise} & #{{0}} \\le 0\\end{{cases}}"
    return Slope(
        "z",
        pair(cases, f"{positive} \\quad (#{{0}} > 0)"),
        pair(cases, f"{otherwise} \\quad (#{{0}} \\le 0)"),
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
}

# of y, a
LOSS_TERM = {
    "half_squared_error": pair("\\tfrac{1}{2}\\left(#{0} - #{1}\\right)^{2}"),
    "mean_squared_error": pair("\\left(#{0} - #{1}\\right)^{2}"),
    "binary_cross_entropy": pair(
        "-\\left(#{0}\\,\\ln #{1} + (1 - #{0})\\,\\ln(1 - #{1})\\right)",
        "-\\left(#{0} \\cdot \\ln #{1} + (1 - #{0}) \\cdot \\ln(1 - #{1})\\right)",
    ),
    "cross_entropy": pair("-#{0}\\,\\ln #{1}", "-#{0} \\cdot \\ln #{1}"),
}


def _average(outputs: int, of: int = 1) -> str:
    """The factor of a loss that is a mean over its outputs; none where it is 1."""
    return "" if outputs == of else f"\\frac{{{of}}}{{{outputs}}}" if outputs > 1 else f"{of}"


@lru_cache(maxsize=256)
def loss_of(name: str, outputs: int) -> Pair:
    """ℓ out of its terms."""
    factor = "" if name in ("half_squared_error", "cross_entropy") else _average(outputs)
    return pair(f"{factor}\\left({added(outputs)}\\right)" if factor else added(outputs))


@lru_cache(maxsize=256)
def loss_slope(name: str, outputs: int) -> Pair:
    """∂ℓ/∂a out of a, y."""
    if name == "half_squared_error":
        return pair("#{0} - #{1}")
    if name == "mean_squared_error":
        return _difference(_average(outputs, of=2))
    if name == "cross_entropy":
        return pair("-\\frac{#{1}}{#{0}}")
    symbols = "\\frac{#{0} - #{1}}{#{0}\\left(1 - #{0}\\right)}"
    numbers = "\\frac{#{0} - #{1}}{#{0} \\cdot \\left(1 - #{0}\\right)}"
    factor = _average(outputs)
    return pair(f"{factor}\\,{symbols}", f"{factor} \\cdot {numbers}") if factor else pair(symbols, numbers)


@lru_cache(maxsize=256)
def fused_delta(name: str, outputs: int) -> Pair:
    """δ out of a, y, for a loss fused with its activation."""
    return _difference(_average(outputs) if name == "binary_cross_entropy" else "")


def _difference(factor: str) -> Pair:
    return pair(f"{factor}\\left(#{{0}} - #{{1}}\\right)" if factor else "#{0} - #{1}")


@lru_cache(maxsize=256)
def saturated_term(name: str, outputs: int, own: int) -> Pair:
    """A cross-entropy term out of y, a, z (every z of a softmax), without the logarithm of 0."""
    if name == "binary_cross_entropy":
        return pair(
            "\\ln\\left(1 + e^{#{2}}\\right) - #{0}\\,#{2}",
            "\\ln\\left(1 + e^{#{2}}\\right) - #{0} \\cdot #{2}",
        )
    powers = added(outputs, "e^{#{}}", own, first=2)
    return pair(
        f"#{{0}}\\left(\\ln\\left({powers}\\right) - {place(own + 2)}\\right)",
        f"#{{0}} \\cdot \\left(\\ln\\left({powers}\\right) - {place(own + 2)}\\right)",
    )


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
