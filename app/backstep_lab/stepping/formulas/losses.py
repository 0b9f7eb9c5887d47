"""The formulas of losses as templates, in the order of operands that each entry names."""

from __future__ import annotations

from functools import lru_cache

from backstep_lab.engine.functions.distances import DELTA
from backstep_lab.stepping.formulas.templates import Pair, added, pair

# of y, a
LOSS_TERM = {
    "half_squared_error": pair("\\tfrac{1}{2}\\left(#{0} - #{1}\\right)^{2}"),
    "mean_squared_error": pair("\\left(#{0} - #{1}\\right)^{2}"),
    "binary_cross_entropy": pair(
        "-\\left(#{0}\\,\\ln #{1} + (1 - #{0})\\,\\ln(1 - #{1})\\right)",
        "-\\left(#{0} \\cdot \\ln #{1} + (1 - #{0}) \\cdot \\ln(1 - #{1})\\right)",
    ),
    "cross_entropy": pair("-#{0}\\,\\ln #{1}", "-#{0} \\cdot \\ln #{1}"),
    "absolute_error": pair("\\left|#{0} - #{1}\\right|"),
    "hinge": pair(
        "\\max\\left(0,\\,1 - #{0}\\,#{1}\\right)", "\\max\\left(0,\\,1 - #{0} \\cdot #{1}\\right)"
    ),
}

_NEAR, _FAR = "\\tfrac{1}{2}\\left(#{0} - #{1}\\right)^{2}", "\\left|#{0} - #{1}\\right| - \\tfrac{1}{2}"
_HUBER = (
    f"\\begin{{cases}}{_NEAR} & \\left|#{{0}} - #{{1}}\\right| \\le 1\\\\"
    f"{_FAR} & \\left|#{{0}} - #{{1}}\\right| > 1\\end{{cases}}"
)
_HUBER_NEAR, _HUBER_FAR = pair(_HUBER, _NEAR), pair(_HUBER, _FAR)


def loss_term(name: str, y: float | None, a: float | None) -> Pair:
    """One output's part of the loss out of y, a; Huber's numbers follow the piece that counts."""
    if name != "huber":
        return LOSS_TERM[name]
    return _HUBER_FAR if y is not None and a is not None and abs(y - a) > DELTA else _HUBER_NEAR


def _average(outputs: int, of: int = 1) -> str:
    """The factor of a loss that is a mean over its outputs; none where it is 1."""
    return "" if outputs == of else f"\\frac{{{of}}}{{{outputs}}}" if outputs > 1 else f"{of}"


@lru_cache(maxsize=256)
def loss_of(name: str, outputs: int) -> Pair:
    """ℓ out of its terms."""
    factor = "" if name in ("half_squared_error", "cross_entropy") else _average(outputs)
    return pair(f"{factor}\\left({added(outputs)}\\right)" if factor else added(outputs))


_BOUNDED = {
    "absolute_error": ("\\operatorname{sgn}\\left(#{0} - #{1}\\right)",) * 2,
    "huber": ("\\max\\left(-1,\\,\\min\\left(1,\\,#{0} - #{1}\\right)\\right)",) * 2,
    "hinge": (
        "\\begin{cases}-#{1} & #{1}\\,#{0} < 1\\\\0 & #{1}\\,#{0} \\ge 1\\end{cases}",
        "\\begin{cases}-#{1} & #{1} \\cdot #{0} < 1\\\\0 & #{1} \\cdot #{0} \\ge 1\\end{cases}",
    ),
}


_UNWANTED = pair("0 \\quad (#{1} = 0)")


def loss_slope(name: str, outputs: int, y: float | None, a: float | None) -> Pair:
    """∂ℓ/∂a out of a, y; an output without a target has no part in a cross-entropy, even at a = 0."""
    if name == "cross_entropy" and y == 0.0 and a == 0.0:
        return _UNWANTED
    return _loss_slope(name, outputs)


@lru_cache(maxsize=256)
def _loss_slope(name: str, outputs: int) -> Pair:
    if name == "half_squared_error":
        return pair("#{0} - #{1}")
    if name == "mean_squared_error":
        return _difference(_average(outputs, of=2))
    if name == "cross_entropy":
        return pair("-\\frac{#{1}}{#{0}}")
    if name in _BOUNDED:
        symbols, numbers = _BOUNDED[name]
    else:
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
def saturated_term(name: str, outputs: int) -> Pair:
    """A cross-entropy term out of y, a, z (of a softmax its own z, then the others), with no digit lost."""
    if name == "binary_cross_entropy":
        wanted, unwanted = "\\ln\\left(1 + e^{-#{2}}\\right)", "\\ln\\left(1 + e^{#{2}}\\right)"
        return pair(
            f"#{{0}}\\,{wanted} + (1 - #{{0}})\\,{unwanted}",
            f"#{{0}} \\cdot {wanted} + (1 - #{{0}}) \\cdot {unwanted}",
        )
    powers = " + ".join(["1", *([added(outputs - 1, "e^{#{} - #{2}}", first=3)] if outputs > 1 else [])])
    return pair(f"#{{0}}\\,\\ln\\left({powers}\\right)", f"#{{0}} \\cdot \\ln\\left({powers}\\right)")


@lru_cache(maxsize=256)
def saturated_slope(outputs: int) -> Pair:
    """∂ℓ/∂a of the binary cross-entropy out of a, y, z, with no digit lost."""
    factor = _average(outputs)
    symbols = "(1 - #{1})\\left(1 + e^{#{2}}\\right) - #{1}\\left(1 + e^{-#{2}}\\right)"
    numbers = "(1 - #{1}) \\cdot \\left(1 + e^{#{2}}\\right) - #{1} \\cdot \\left(1 + e^{-#{2}}\\right)"
    if not factor:
        return pair(symbols, numbers)
    return pair(f"{factor}\\left({symbols}\\right)", f"{factor} \\cdot \\left({numbers}\\right)")


@lru_cache(maxsize=256)
def saturated_delta(outputs: int) -> Pair:
    """δ of a sigmoid with the binary cross-entropy, whose z is the operand after a, y and the two factors."""
    factor, less = _average(outputs), "(1 - #{1}) - \\frac{1}{1 + e^{#{4}}}"
    return pair(f"{factor}\\left({less}\\right)" if factor else less)
