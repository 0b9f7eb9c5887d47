"""Parts of a formula as functions of its operands.

Sums under a logarithm and differences from 1 are computed without cancellation and without overflow, since
an equation is meant in real numbers. Everything else is float64: overflow is infinite, the undefined is nan.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from backstep_lab.stepping.formulas import real_functions as real

Values = Sequence[float]
Term = Callable[[Values], float]
Condition = Callable[[Values], bool]


class FormulaNode(NamedTuple):
    """A part of a formula; `exponent` where it is a power of e (1 is e⁰), `terms` where it is a sum."""

    value: Term
    exponent: Term | None = None
    terms: tuple[tuple[float, FormulaNode], ...] = ()


def comparison(relation: Callable[[float, float], bool], left: Term, right: Term) -> Condition:
    return lambda v: relation(left(v), right(v))


def sum_of(terms: tuple[tuple[float, FormulaNode], ...]) -> FormulaNode:
    first, *rest = terms
    begin = first[1]
    if len(rest) == 1 and begin.exponent and rest[0][1].exponent and rest[0][0] < 0.0:
        one, other = begin.exponent, rest[0][1].exponent
        return FormulaNode(lambda v: real.exp(other(v)) * real.expm1(one(v) - other(v)), terms=terms)
    added = [(sign, node.value) for sign, node in rest]

    def value(v: Values) -> float:
        total = begin.value(v)
        for sign, term in added:
            total += sign * term(v)
        return total

    return FormulaNode(value, terms=terms)


def _powers(node: FormulaNode) -> list[Term] | None:
    """The exponents of a sum of powers of e; None where it is no such sum."""
    terms = node.terms or ((1.0, node),)
    exponents = [term.exponent for sign, term in terms if sign > 0.0 and term.exponent]
    return exponents if len(exponents) == len(terms) else None


def logarithm(node: FormulaNode) -> FormulaNode:
    exponents, value = _powers(node), node.value
    if exponents:
        return FormulaNode(lambda v: real.log_sum_exp([exponent(v) for exponent in exponents]))
    if node.terms and node.terms[0][1].exponent and len(node.terms) == 2:
        (_, one), (sign, other) = node.terms
        below, rest = one.value, other.value
        return FormulaNode(lambda v: real.ln1p(below(v), sign * rest(v)))
    return FormulaNode(lambda v: real.ln(value(v)))


def quotient(above: FormulaNode, below: FormulaNode) -> FormulaNode:
    own, exponents = above.exponent, _powers(below)
    if own and exponents:
        return FormulaNode(lambda v: real.share(own(v), [exponent(v) for exponent in exponents]))
    first, second = above.value, below.value
    return FormulaNode(lambda v: real.divided(first(v), second(v)))
