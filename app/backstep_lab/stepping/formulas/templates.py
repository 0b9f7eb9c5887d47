r"""Formulas with places for operands: `#{i}` stands for operand i.

A template is filled with the operands' symbols or with their numbers. A negative number is put in
parentheses unless its template is nothing but that number, and so is one with a power of ten where something
binds it: as a factor, as the argument of a function, under an exponent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from backstep_lab.engine.functions.latex import Latex
from backstep_lab.stepping.formulas.mathml import mathml, template_pieces

PLACE = re.compile(r"#\{(\d+)\}")
FULL = 17  # as many digits as distinguish every float64 from its neighbours
POWER = "\\times"  # between a number and its power of ten
SHOWN = 8  # terms of a sum that are written out; of longer sums the middle becomes \cdots


class Operand(NamedTuple):
    """A number that an operation consumes: ref, value (None where not finite) and symbol in LaTeX."""

    ref: str
    value: float | None
    symbol: str

    @property
    def symbol_mathml(self) -> str:
        """The symbol in MathML."""
        return mathml(self.symbol)


class Template:
    """A piece of LaTeX with places; prepared once, filled often."""

    __slots__ = ("_alone", "_format", "_order", "_places", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._order = tuple(int(match[1]) for match in PLACE.finditer(text))
        pieces = PLACE.split(text)[::2]
        self._format = "%s".join(piece.replace("%", "%%") for piece in pieces)
        bound = [_binds(before, after) for before, after in pairwise(pieces)]
        self._places = tuple(zip(self._order, bound, strict=True))
        self._alone = PLACE.fullmatch(text) is not None

    @property
    def mathml(self) -> tuple[str, ...]:
        """The template in MathML, as `template_pieces` has it."""
        return template_pieces(self.text, tuple(bound for _, bound in self._places))

    def symbols(self, operands: Sequence[Operand]) -> str:
        """The template with the operands' symbols in place."""
        return self._format % tuple([operands[i].symbol for i in self._order])

    def numbers(self, operands: Sequence[Operand], digits: int) -> str:
        """The template with the operands' numbers in place, to so many digits; None stays a symbol."""
        values = [operand.value for operand in operands]
        return self.filled(operands, [None if v is None else rounded_text(v, digits) for v in values])

    def filled(self, operands: Sequence[Operand], texts: Sequence[str | None]) -> str:
        """The template with these decimal numbers in place; None stays a symbol."""
        return self._format % tuple([self._number(operands[i], texts[i], bound) for i, bound in self._places])

    def _number(self, operand: Operand, text: str | None, bound: bool) -> str:
        if text is None:
            return operand.symbol
        has_power = "e" in text
        if has_power:
            text = _latex(text)
        if (bound and has_power) or (text[0] == "-" and not self._alone):
            return f"({text})"
        return text


_BEFORE = re.compile(r"(\\cdot|\\,|\\ln|\\tanh|\\operatorname\{\w+\}|\))\s*$")
_AFTER = re.compile(r"\s*(\^|\\cdot|\\,|\\left\(|\\ln|\\frac|/)")


def _binds(before: str, after: str) -> bool:
    """Whether what stands beside a place takes a number there as a factor, an argument or a base."""
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None


def number(value: float, digits: int) -> str:
    """A number in LaTeX, to so many significant digits."""
    text = rounded_text(value, digits)
    return _latex(text) if "e" in text else text


_FORMATS = tuple(f"%.{digits}g" for digits in range(FULL))


def rounded_text(value: float, digits: int) -> str:
    """A number in decimal notation, to so many significant digits; with an exponent as in 1e-05."""
    return repr(value).removesuffix(".0") if digits >= FULL else _FORMATS[digits] % value


def _latex(text: str) -> str:
    mantissa, exponent = text.split("e")
    return f"{mantissa} {POWER} 10^{{{int(exponent)}}}"


class Pair(NamedTuple):
    """A formula's template for symbols and the one for numbers."""

    symbols: Template
    numbers: Template


def pair(symbols: str, numbers: str | None = None) -> Pair:
    """A pair of templates; one text serves both where only one is given."""
    return Pair(Template(symbols), Template(symbols if numbers is None else numbers))


def placeholder(i: int) -> str:
    """`#{i}`."""
    return f"#{{{i}}}"


def shown(count: int, keep: int = 0) -> list[int | None]:
    """Which of `count` terms are written out, `keep` always among them; None stands for those left out."""
    if count <= SHOWN:
        return list(range(count))
    kept = sorted({*range(SHOWN - 4), keep, count - 2, count - 1})
    if len(kept) < SHOWN - 1:
        kept = sorted({*kept, SHOWN - 4})
    written: list[int | None] = []
    for before, term in zip([-1, *kept], kept, strict=False):
        written += [None, term] if term > before + 1 else [term]
    return written


@lru_cache(maxsize=256)
def compiled(latex: Latex) -> Pair:
    """The templates of a formula of the engine's tables."""
    return pair(*latex)


def added(count: int, term: str = "#{}", keep: int = 0, first: int = 0) -> str:
    """A sum of `count` like terms; `#{}` in `term` is the place that counts up from operand `first`."""
    written = (
        "\\cdots" if i is None else term.replace("#{}", placeholder(first + i)) for i in shown(count, keep)
    )
    return " + ".join(written)


@lru_cache(maxsize=256)
def sum_of(count: int) -> Pair:
    """Operand 0 + operand 1 + …"""
    return pair(added(count))


@lru_cache(maxsize=256)
def reduced(divisor: int, count: int, rows: tuple[int, ...], keep: int, penalty: bool = False) -> Pair:
    """The sum of `count` numbers over the divisor, plus a penalty (the operand after them).

    Those of `rows`, in rising order, are operands; operand `keep` is written out in any case, and dots stand
    wherever rows are left out.
    """
    written = [i for i in shown(len(rows), keep) if i is not None]
    terms: list[str] = []
    for before, row, i in zip(
        [-1, *(rows[i] for i in written)], (rows[i] for i in written), written, strict=False
    ):
        terms += ["\\cdots", placeholder(i)] if row > before + 1 else [placeholder(i)]
    if rows[written[-1]] < count - 1:
        terms.append("\\cdots")
    total = " + ".join(terms)
    if divisor > 1:
        total = f"\\frac{{1}}{{{divisor}}}\\left({total}\\right)"
    return pair(f"{total} + {placeholder(len(rows))}" if penalty else total)
