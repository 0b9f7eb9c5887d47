"""The formula of a derivative in forward mode."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from backstep_lab.engine.graph.forward_mode import Tangent
from backstep_lab.models.graph import refs, symbols
from backstep_lab.models.graph.explain import chain_rule
from backstep_lab.models.graph.numbers import GraphNumbers
from backstep_lab.stepping.formulas.templates import PLACE, Operand, Pair, pair, placeholder, shown

_CONDITION = re.compile(r"\s*\\quad.*$")


class TangentFormula(NamedTuple):
    """What is computed, in LaTeX, the formula, and what it reads."""

    result: str
    formula: Pair
    operands: tuple[Operand, ...]


def tangent_formula(
    numbers: GraphNumbers, leaf: int, tangent: Tangent, by_node: Mapping[int, Tangent]
) -> TangentFormula:
    """The formula of a node's derivative by a leaf: derivative of the argument × local slope, added up."""
    result = symbols.tangent(numbers.graph, tangent.node, leaf)
    if not tangent.edges:
        return TangentFormula(result, pair("1"), ())
    terms: list[Pair] = []
    operands: list[Operand] = []
    for edge in tangent.edges:
        inner = Operand(
            refs.tangent(numbers.graph, edge.below, leaf),
            by_node[edge.below].value,
            symbols.tangent(numbers.graph, edge.below, leaf),
        )
        term, read = chain_rule(numbers, edge, inner)
        terms.append(_after(term, len(operands)))
        operands += read
    whole = terms[0] if len(terms) == 1 else _sum(terms)
    return TangentFormula(result, whole, tuple(operands))


def _after(term: Pair, first: int) -> Pair:
    """The term with its operands counted from `first`."""
    texts = (
        PLACE.sub(lambda match: placeholder(int(match[1]) + first), part.text)
        for part in (term.symbols, term.numbers)
    )
    return pair(*texts)


def _sum(terms: Sequence[Pair]) -> Pair:
    """The terms added, without the conditions of their slopes; of many, the middle is left out."""
    written = [None if i is None else terms[i] for i in shown(len(terms))]
    symbols_text, numbers_text = (
        " + ".join(
            r"\cdots" if term is None else _CONDITION.sub("", getattr(term, part).text) for term in written
        )
        for part in ("symbols", "numbers")
    )
    return pair(symbols_text, numbers_text)
