"""Templates of losses; the order of operands is given with each."""

from __future__ import annotations

from functools import lru_cache

from backstep_lab.engine.functions.latex import Latex
from backstep_lab.engine.functions.loss import Loss
from backstep_lab.stepping.formulas.templates import Pair, added, compiled, pair


def loss_term(loss: Loss, y: float | None, a: float | None) -> Pair:
    """The term of one output; operands: y, a."""
    is_tail = loss.tail is not None and y is not None and a is not None and abs(y - a) > loss.tail.error
    return compiled(loss.tail.term_latex if loss.tail is not None and is_tail else loss.term_latex)


def _average(outputs: int, numerator: int = 1) -> str:
    """The factor numerator/outputs of a mean over the outputs; "" where it is 1."""
    if outputs == numerator:
        return ""
    return f"\\frac{{{numerator}}}{{{outputs}}}" if outputs > 1 else f"{numerator}"


@lru_cache(maxsize=256)
def example_loss(reduction: str, outputs: int) -> Pair:
    """ℓ; operands: its terms."""
    factor = "" if reduction == "sum" else _average(outputs)
    return pair(f"{factor}\\left({added(outputs)}\\right)" if factor else added(outputs))


_NO_TARGET = pair("0 \\quad (#{1} = 0)")


def loss_slope(loss: Loss, outputs: int, y: float | None, a: float | None) -> Pair:
    """∂ℓ/∂a; operands: a, y. Of a cross-entropy with y = 0 it is 0, even at a = 0."""
    if loss.name == "cross_entropy" and y == 0.0 and a == 0.0:
        return _NO_TARGET
    factor = _average(loss.divisor(outputs), loss.slope_factor.numerator)
    return _with_factor(factor, loss.slope_latex, loss.slope_factor.needs_brackets)


@lru_cache(maxsize=256)
def _with_factor(factor: str, latex: Latex, needs_brackets: bool) -> Pair:
    if not factor:
        return pair(*latex)
    if needs_brackets:
        return pair(f"{factor}\\left({latex.symbols}\\right)", f"{factor}\\left({latex.numbers}\\right)")
    return pair(f"{factor}\\,{latex.symbols}", f"{factor} \\cdot {latex.numbers}")


_ERROR = Latex("#{0} - #{1}", "#{0} - #{1}")


def fused_delta(loss: Loss, outputs: int) -> Pair:
    """δ of a cross-entropy fused with its activation, a − y or its mean; operands: a, y."""
    return _with_factor(_average(loss.divisor(outputs)), _ERROR, needs_brackets=True)


@lru_cache(maxsize=256)
def saturated_term(name: str, outputs: int) -> Pair:
    """A cross-entropy term where a has too few digits; operands: y, a, z, with softmax then every other z."""
    if name == "binary_cross_entropy":
        of_1, of_0 = "\\ln\\left(1 + e^{-#{2}}\\right)", "\\ln\\left(1 + e^{#{2}}\\right)"
        return pair(
            f"#{{0}}\\,{of_1} + (1 - #{{0}})\\,{of_0}",
            f"#{{0}} \\cdot {of_1} + (1 - #{{0}}) \\cdot {of_0}",
        )
    powers = " + ".join(["1", *([added(outputs - 1, "e^{#{} - #{2}}", first=3)] if outputs > 1 else [])])
    return pair(f"#{{0}}\\,\\ln\\left({powers}\\right)", f"#{{0}} \\cdot \\ln\\left({powers}\\right)")


@lru_cache(maxsize=256)
def saturated_slope(divisor: int) -> Pair:
    """∂ℓ/∂a of the binary cross-entropy where a has too few digits; operands: a, y, z."""
    factor = _average(divisor)
    symbols = "(1 - #{1})\\left(1 + e^{#{2}}\\right) - #{1}\\left(1 + e^{-#{2}}\\right)"
    numbers = "(1 - #{1}) \\cdot \\left(1 + e^{#{2}}\\right) - #{1} \\cdot \\left(1 + e^{-#{2}}\\right)"
    if not factor:
        return pair(symbols, numbers)
    return pair(f"{factor}\\left({symbols}\\right)", f"{factor} \\cdot \\left({numbers}\\right)")


@lru_cache(maxsize=256)
def saturated_delta(divisor: int) -> Pair:
    """δ with binary cross-entropy where a has too few digits; operands: a, y, ∂ℓ/∂a, f′(z), z."""
    factor, less = _average(divisor), "(1 - #{1}) - \\frac{1}{1 + e^{#{4}}}"
    return pair(f"{factor}\\left({less}\\right)" if factor else less)
