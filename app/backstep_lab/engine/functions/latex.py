"""Formulas as LaTeX templates."""

from typing import NamedTuple


class Latex(NamedTuple):
    """A formula with a placeholder `#{i}` for operand i.

    `symbols` is for the operands' symbols, `numbers` for their values, where a product needs a sign between
    its factors. Templates are read back as arithmetic: `stepping/formulas/arithmetic.py` knows the commands.
    """

    symbols: str
    numbers: str


def latex(symbols: str, numbers: str | None = None) -> Latex:
    """A formula; one text serves for symbols and numbers where only one is given."""
    return Latex(symbols, symbols if numbers is None else numbers)
