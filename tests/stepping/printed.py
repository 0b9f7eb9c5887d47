"""Equations read back from print: every number as it is written, and the value of their formula."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from math import isfinite

from backstep_lab.engine.network import Shape
from backstep_lab.stepping.explain.operation import Operation
from backstep_lab.stepping.formulas.templates import PLACE
from tests.stepping.evaluate import value_and_scale

_TIMES = r"\s*\{?\\times\}?\s*10\^\{(-?\d+)\}"
_NUMBER = rf"\{{*\{{?-?\}}?\d+(?:\.\d+)?(?:{_TIMES.replace('(', '(?:', 1)})?\}}*"
_WRITTEN = re.compile(rf"(-?)(\d+(?:\.\d+)?)(?:{_TIMES})?")
ROUNDING = 1e-12  # of the largest number added on the way: what float64 may leave


@dataclass(frozen=True)
class Reading:
    """A printed equation: the operands as written, the value of their formula, and the printed result."""

    operands: tuple[Decimal, ...]
    value: float
    scale: float
    result: Decimal

    def is_true(self, room: Decimal) -> bool:
        """Whether the value lies within `room` of the printed result, rounding of float64 forgiven."""
        return (
            isfinite(self.value)
            and abs(self.value - float(self.result)) <= float(room) * 1.000001 + ROUNDING * self.scale
        )


def decimal(text: str) -> Decimal:
    """The number that a piece of LaTeX writes."""
    found = _WRITTEN.search(text.replace("{-}", "-"))
    assert found is not None, f"“{text}” is no number"
    sign, size, exponent = found.groups()
    return Decimal(sign + size).scaleb(int(exponent or 0))


def half_unit(text: str) -> Decimal:
    """Half a unit of the last digit that is written."""
    written = decimal(text)
    exponent = written.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(5).scaleb(exponent - 1)


def operands_in(template: str, text: str, count: int) -> dict[int, str]:
    """The text of each operand in a filled template; but for brackets it is the same wherever it stands."""
    seen: set[int] = set()
    pattern = ""
    for i, piece in enumerate(PLACE.split(template)):
        if i % 2 == 0:
            pattern += re.escape(piece)
        elif int(piece) in seen:
            pattern += rf"\(?(?P=op{piece})\)?"
        else:
            seen.add(int(piece))
            pattern += rf"\(?(?P<op{piece}>{_NUMBER})\)?"
    found = re.fullmatch(pattern, text)
    assert found is not None, f"“{text}” is not “{template}” filled in"
    return {place: found[f"op{place}"] for place in seen if place < count}


def read(
    shape: Shape, operation: Operation, text: str, result: str, write: Callable[[float], Decimal]
) -> Reading:
    """The equation `text` = `result`; `write` has the operands that the formula does not show."""
    template = operation.formula.templates.numbers
    texts = operands_in(template, text, len(operation.operands))
    written = {place: decimal(one) for place, one in texts.items()}
    values = tuple(
        written[i] if i in written else write(operand.value or 0.0)
        for i, operand in enumerate(operation.operands)
    )
    operands = tuple(
        operand._replace(value=float(value))
        for operand, value in zip(operation.operands, values, strict=True)
    )
    try:
        value, scale = value_and_scale(shape, replace(operation, operands=operands))
    except (ValueError, ZeroDivisionError):  # the logarithm of 0, or 0 / 0: no value, so no true equation
        value, scale = float("nan"), 0.0
    return Reading(values, value, scale, decimal(result))
