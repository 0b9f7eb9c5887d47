"""How an operation is printed: its formula with numbers in as many digits as make the equation true.

The result has the digits asked for. The operands have as many, or the fewest more for which the formula of
the printed operands, rounded to the digits of the result, is the printed result. The page follows the same
rule for its own format of numbers (`static/src/notation/equation.ts`).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10
from typing import NamedTuple

from backstep_lab.stepping.formulas.arithmetic import compiled
from backstep_lab.stepping.formulas.templates import FULL, Operand, Template, rounded_text

DIGITS = 6  # significant, where nobody asks for others
_NOISE = 2.0**-52  # of the operands: what float64 may leave of a sum that is 0
_ROUNDING = 1e-9  # of half a unit: what is half way is true, whichever way it was rounded


class Printed(NamedTuple):
    """An equation's digits: of its operands and of its result."""

    operands: int
    result: int


def rounded(value: float, digits: int) -> float:
    """The number that is printed for a value."""
    return value if digits >= FULL else float(rounded_text(value, digits))


def printed(
    kind: str, numbers: Template, operands: Sequence[Operand], value: float | None
) -> tuple[Printed, str]:
    """The digits in which an operation's equation is printed, and its formula with the numbers in place."""
    values = [operand.value for operand in operands]
    known = [number for number in values if number is not None]
    if value is None or len(known) < len(values):
        return Printed(DIGITS, DIGITS), numbers.numbers(operands, DIGITS)
    digits = digits_apart(known[0], value) if kind == "update" else DIGITS
    enough, texts = _true_texts(numbers.text, known, value, digits)
    return Printed(enough, digits), numbers.filled(operands, texts)


def true_digits(template: str, values: Sequence[float], value: float, digits: int) -> int:
    """The fewest digits of the operands, `digits` at least, with which the equation is true."""
    return _true_texts(template, values, value, digits)[0]


def _true_texts(template: str, values: Sequence[float], value: float, digits: int) -> tuple[int, list[str]]:
    """These digits, and the operands in them."""
    formula = compiled(template)
    if formula is None:
        return digits, [rounded_text(number, digits) for number in values]
    result = rounded(value, digits)
    room = _half_unit(result, digits) if value else _NOISE * sum(map(abs, values))
    for enough in range(digits, FULL):
        texts = [rounded_text(number, enough) for number in values]
        if abs(formula(list(map(float, texts))) - result) <= room:
            return enough, texts
    return FULL, [rounded_text(number, FULL) for number in values]


def digits_apart(old: float, new: float) -> int:
    """Digits enough to distinguish two numbers that differ: an update may be smaller than what is usual."""
    if old == new:
        return DIGITS
    return next((n for n in range(DIGITS, FULL) if rounded(old, n) != rounded(new, n)), FULL)


def _half_unit(result: float, digits: int) -> float:
    """Half a unit of the last digit of a printed result other than 0."""
    unit = 10.0 ** (floor(log10(abs(result))) + 1 - digits)
    return 0.5 * unit * (1.0 + _ROUNDING)
