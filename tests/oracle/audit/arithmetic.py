"""Evaluating a formula's tree: in float64 as written, or with as many digits as one likes."""

import math
from collections.abc import Callable, Sequence
from typing import Any

from mpmath import mp, mpf  # type: ignore[import-not-found,import-untyped,unused-ignore]

from tests.oracle.audit.exact_passes import normal, sigmoid
from tests.oracle.audit.latex import Tree, UnreadableError, places

Number = Any


class IncompleteError(Exception):
    """A sum whose last terms are left out."""


class UntrueError(Exception):
    """A formula whose condition does not hold."""


EXACT: dict[str, Callable[..., Number]] = {
    "\\ln": mp.log,
    "\\exp": mp.exp,
    "\\tanh": mp.tanh,
    "\\cosh": mp.cosh,
    "\\sinh": mp.sinh,
    "\\sigma": sigmoid,
    "\\Phi": normal,
    "\\sqrt": mp.sqrt,
    "\\max": max,
    "\\min": min,
    "abs": abs,
    "erf": mp.erf,
    "erfc": mp.erfc,
    "sgn": mp.sign,
    "step": lambda z: mpf(z > 0),
}
FLOAT: dict[str, Callable[..., Number]] = {
    "\\ln": math.log,
    "\\exp": math.exp,
    "\\tanh": math.tanh,
    "\\cosh": math.cosh,
    "\\sinh": math.sinh,
    "\\sigma": lambda z: 1.0 / (1.0 + math.exp(-z)),
    "\\Phi": lambda z: math.erfc(-z / math.sqrt(2.0)) / 2.0,
    "\\sqrt": math.sqrt,
    "\\max": max,
    "\\min": min,
    "abs": abs,
    "erf": math.erf,
    "erfc": math.erfc,
    "sgn": lambda z: float((z > 0) - (z < 0)),
    "step": lambda z: float(z > 0),
}
RELATIONS: dict[str, Callable[[Number, Number], bool]] = {
    ">": lambda a, b: bool(a > b),
    "<": lambda a, b: bool(a < b),
    "\\le": lambda a, b: bool(a <= b),
    "\\leq": lambda a, b: bool(a <= b),
    "\\ge": lambda a, b: bool(a >= b),
    "\\geq": lambda a, b: bool(a >= b),
    "=": lambda a, b: bool(a == b),
    "\\ne": lambda a, b: bool(a != b),
}


def exactly(tree: Tree, values: Sequence[float]) -> Number:
    """The value with the digits of `mp` at the moment."""
    return _Evaluation([mpf(x) for x in values], mpf, EXACT, mp.e, mp.pi).of(tree)


def in_float64(tree: Tree, values: Sequence[float]) -> float:
    """The value as a calculator with float64 gives it. Raises ArithmeticError and ValueError as it does."""
    return float(_Evaluation(list(values), float, FLOAT, math.e, math.pi).of(tree))


class _Evaluation:
    def __init__(
        self,
        values: list[Number],
        number: Callable[[str], Number],
        functions: dict[str, Callable[..., Number]],
        e: Number,
        pi: Number,
    ) -> None:
        self._values, self._number, self._functions = values, number, functions
        self._constants = {"e": e, "\\pi": pi}

    def of(self, tree: Tree) -> Number:
        kind, *parts = tree
        if kind == "place":
            return self._values[parts[0]]
        if kind == "number":
            return self._number(parts[0])
        if kind in self._constants:
            return self._constants[kind] * 1
        if kind == "+":
            return self._sum(parts)
        if kind == "call":
            return self._call(parts[0], [self.of(part) for part in parts[1:]])
        if kind in ("where", "cases"):
            return self._where(parts if kind == "cases" else [parts])
        return self._combined(kind, parts)

    def _combined(self, kind: str, parts: list[Tree]) -> Number:
        if kind == "-":
            return -self.of(parts[0])
        if kind == "^" and parts[0] == ("e",):
            return self._functions["\\exp"](self.of(parts[1]))
        if kind == "...":
            raise IncompleteError
        left, right = map(self.of, parts)
        if kind == "*":
            return left * right
        return left / right if kind == "/" else left**right

    def _call(self, name: str, values: list[Number]) -> Number:
        if name not in self._functions:
            raise UnreadableError(f"no function {name!r}")
        return self._functions[name](*values)

    def _where(self, branches: Sequence[Any]) -> Number:
        for value, (quantifier, *relations) in branches:
            holds = all(RELATIONS[name](self.of(left), self.of(right)) for name, left, right in relations)
            if holds == (quantifier == "all"):
                return self.of(value)
        raise UntrueError

    def _sum(self, terms: list[Tree]) -> Number:
        total = None
        for term in completed(terms):
            value = self.of(term)
            total = value if total is None else total + value
        return total


def completed(terms: list[Tree]) -> list[Tree]:
    """The terms of a sum, with those in place of dots. Raises `IncompleteError` where dots end it."""
    whole: list[Tree] = []
    for place, term in enumerate(terms):
        whole += _between(terms[place - 1], terms[place + 1 :]) if term == ("...",) else [term]
    return whole


def _between(before: Tree, after: list[Tree]) -> list[Tree]:
    if not after or not places(before) or not places(after[0]):
        raise IncompleteError
    low, high = places(before)[0], places(after[0])[0]
    if high == low + 1:
        raise IncompleteError  # what is left out is no operand
    own = len(places(before)) > 1 and 0 in places(before)  # a term that reads the unit's own number
    base, start = (after[0], high) if own else (before, low)
    return [_shifted(base, place - start) for place in range(low + 1, high)]


def _shifted(tree: Any, by: int) -> Any:
    if not isinstance(tree, tuple):
        return tree
    if tree[0] == "place":
        return ("place", tree[1] + by)
    return tuple(_shifted(part, by) for part in tree)
