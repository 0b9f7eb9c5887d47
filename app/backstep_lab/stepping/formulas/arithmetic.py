"""Formulas read as arithmetic: the value of a template of numbers for given operands.

The page has the same reader, `static/src/notation/arithmetic.ts`; both are tested on the same recorded
equations (`tests/recorded/equations.json`).
Sums under a logarithm and differences from 1 are computed without cancellation and without overflow, since
an equation is meant in real numbers. Everything else is float64: overflow is infinite, the undefined is nan.
A remark that does not hold for the operands, as in `0 \\quad (z \\le 0)`, makes the whole nan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import nan
from typing import NamedTuple

from backstep_lab.stepping.formulas import real_functions as real

Values = Sequence[float]
Term = Callable[[Values], float]
Condition = Callable[[Values], bool]


class Node(NamedTuple):
    """A part of a formula; `exponent` where it is a power of e (1 is e⁰), `terms` where it is a sum."""

    value: Term
    exponent: Term | None = None
    terms: tuple[tuple[float, Node], ...] = ()


@lru_cache(maxsize=1024)
def compiled(template: str) -> Term | None:
    """The template as a function of its operands; None where it leaves terms out (`\\cdots`)."""
    if "\\cdots" in template or not template:
        return None
    return _Reader(template).whole().value


_TOKEN = re.compile(
    r"#\{(?P<place>\d+)\}|(?P<number>\d+\.?\d*)|\\operatorname\{(?P<name>\w+)\}|(?P<sign>\\[a-zA-Z]+|\\\\|\S)"
)
_SPACING = re.compile(r"\\(?:left|right|bigl|bigr)(?![a-zA-Z])|\\[,;:! ]")
_TIMES = ("\\cdot", "\\times")
_PRODUCT_ENDS = {
    "",
    "+",
    "-",
    ")",
    "}",
    "|",
    "]",
    ",",
    "&",
    "\\\\",
    "\\quad",
    "\\end",
    "\\notin",
    *real.RELATIONS,
}
_CLOSING = {"(": ")", "{": "}", "|": "|"}


class _Reader:
    """Recursive descent over one template."""

    def __init__(self, template: str) -> None:
        self._tokens = list(_TOKEN.finditer(_SPACING.sub(" ", template)))
        self._at = 0
        self._template = template

    def whole(self) -> Node:
        node = self._sum()
        if self._took("\\quad"):
            self._expect("(")
            holds, value = self._condition(), node.value
            self._expect(")")
            node = Node(lambda v: value(v) if holds(v) else nan)
        assert self._next() == "", f"“{self._template}” goes on with “{self._next()}”"
        return node

    def _next(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def _took(self, *texts: str) -> str:
        """The next token where it is one of these, which is then behind; else ''."""
        token = self._next()
        if token not in texts:
            return ""
        self._at += 1
        return token

    def _expect(self, *texts: str) -> None:
        for text in texts:
            assert self._took(text), f"“{self._template}” has “{self._next()}” in place of “{text}”"

    def _sum(self) -> Node:
        terms = [(1.0, self._product())]
        while sign := self._took("+", "-"):
            terms.append((1.0 if sign == "+" else -1.0, self._product()))
        return terms[0][1] if len(terms) == 1 else _sum_of(tuple(terms))

    def _product(self) -> Node:
        if self._took("-"):
            inner = self._product().value
            return Node(lambda v: -inner(v))
        node = self._raised()
        while self._next() not in _PRODUCT_ENDS:
            node = _quotient(node, self._raised()) if self._took("/") else self._times(node)
        return node

    def _times(self, left: Node) -> Node:
        self._took(*_TIMES)
        first, second = left.value, self._raised().value
        return Node(lambda v: first(v) * second(v))

    def _raised(self) -> Node:
        is_e = self._next() == "e"
        base = self._atom()
        if not self._took("^"):
            return base
        power, below = self._atom().value, base.value
        if is_e:
            return Node(lambda v: real.exp(power(v)), power)
        return Node(lambda v: real.power(below(v), power(v)))

    def _atom(self) -> Node:
        """An operand, a number, what stands in brackets, or a function of what follows."""
        assert self._at < len(self._tokens), f"“{self._template}” ends too early"
        token = self._tokens[self._at]
        self._at += 1
        if token["place"]:
            place = int(token["place"])
            return Node(lambda v: v[place])
        if token["number"]:
            number = float(token["number"])
            return Node(lambda v: number, (lambda v: 0.0) if number == 1.0 else None)
        return self._named(token["name"] or token["sign"])

    def _named(self, name: str) -> Node:
        if name in real.CONSTANTS:
            constant = real.CONSTANTS[name]
            return Node(lambda v: constant)
        if name in ("\\frac", "\\tfrac"):
            return _quotient(self._atom(), self._atom())
        if name == "\\begin":
            return self._cases()
        if name in real.CHOICES:
            return self._chosen(real.CHOICES[name])
        if name == "\\ln":
            return _logarithm(self._argument())
        if name in real.FUNCTIONS:
            return self._applied(real.FUNCTIONS[name])
        assert name in _CLOSING, f"“{self._template}” has an unknown sign “{name}”"
        node = self._sum()
        self._expect(_CLOSING[name])
        value = node.value
        return Node(lambda v: abs(value(v))) if name == "|" else node

    def _argument(self) -> Node:
        """Of a function: what stands in brackets, or an atom with its power."""
        return self._atom() if self._next() in _CLOSING else self._raised()

    def _applied(self, function: Callable[[float], float]) -> Node:
        """f(x), or a power of a function as in cosh² x."""
        power = self._atom().value if self._took("^") else None
        inner = self._argument().value
        if power is None:
            return Node(lambda v: function(inner(v)))
        exponent = power
        return Node(lambda v: real.power(function(inner(v)), exponent(v)))

    def _chosen(self, choice: Callable[[float, float], float]) -> Node:
        self._expect("(")
        first = self._sum().value
        self._expect(",")
        second = self._sum().value
        self._expect(")")
        return Node(lambda v: choice(first(v), second(v)))

    def _condition(self) -> Condition:
        """x < y, x < y ≤ z, or z ∉ (x, y]; “else” always holds."""
        if self._took("\\text"):
            self._expect("{", *"else", "}")
            return lambda v: True
        value = self._sum().value
        if self._took("\\notin"):
            low, high = self._interval()
            return lambda v: not low(v) < value(v) <= high(v)
        links: list[Condition] = []
        while sign := self._took(*real.RELATIONS):
            links.append(_link(real.RELATIONS[sign], value, value := self._sum().value))
        return lambda v: all(holds(v) for holds in links)

    def _interval(self) -> tuple[Term, Term]:
        self._expect("(")
        low = self._sum().value
        self._expect(",")
        high = self._sum().value
        self._expect("]")
        return low, high

    def _cases(self) -> Node:
        self._expect("{", *"cases", "}")
        cases: list[tuple[Condition, Term]] = []
        while not cases or self._took("\\\\"):
            value = self._sum().value
            self._expect("&")
            cases.append((self._condition(), value))
        self._expect("\\end", "{", *"cases", "}")
        return Node(lambda v: next((value(v) for holds, value in cases if holds(v)), nan))


def _link(relation: Callable[[float, float], bool], left: Term, right: Term) -> Condition:
    return lambda v: relation(left(v), right(v))


def _sum_of(terms: tuple[tuple[float, Node], ...]) -> Node:
    first, *rest = terms
    begin = first[1]
    if len(rest) == 1 and begin.exponent and rest[0][1].exponent and rest[0][0] < 0.0:
        one, other = begin.exponent, rest[0][1].exponent
        return Node(lambda v: real.exp(other(v)) * real.expm1(one(v) - other(v)), terms=terms)
    added = [(sign, node.value) for sign, node in rest]

    def value(v: Values) -> float:
        total = begin.value(v)
        for sign, term in added:
            total += sign * term(v)
        return total

    return Node(value, terms=terms)


def _powers(node: Node) -> list[Term] | None:
    """The exponents of a sum of powers of e; None where it is no such sum."""
    terms = node.terms or ((1.0, node),)
    exponents = [term.exponent for sign, term in terms if sign > 0.0 and term.exponent]
    return exponents if len(exponents) == len(terms) else None


def _logarithm(node: Node) -> Node:
    exponents, value = _powers(node), node.value
    if exponents:
        return Node(lambda v: real.log_sum_exp([exponent(v) for exponent in exponents]))
    if node.terms and node.terms[0][1].exponent and len(node.terms) == 2:
        (_, one), (sign, other) = node.terms
        below, rest = one.value, other.value
        return Node(lambda v: real.ln1p(below(v), sign * rest(v)))
    return Node(lambda v: real.ln(value(v)))


def _quotient(above: Node, below: Node) -> Node:
    own, exponents = above.exponent, _powers(below)
    if own and exponents:
        return Node(lambda v: real.share(own(v), [exponent(v) for exponent in exponents]))
    first, second = above.value, below.value
    return Node(lambda v: real.divided(first(v), second(v)))
