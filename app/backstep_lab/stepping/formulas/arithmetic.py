"""Parser of formulas: the value of a template of numbers for given operands.

The page has the same parser, `static/src/notation/arithmetic.ts`; both are tested on the same recorded
equations (`tests/recorded/equations.json`). A condition that does not hold for the operands, as in
`0 \\quad (z \\le 0)`, makes the whole nan.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from math import nan

from backstep_lab.stepping.formulas import real_functions as real
from backstep_lab.stepping.formulas.arithmetic_nodes import (
    Condition,
    FormulaNode,
    Term,
    comparison,
    logarithm,
    quotient,
    sum_of,
)


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

    def whole(self) -> FormulaNode:
        node = self._sum()
        if self._took("\\quad"):
            self._expect("(")
            holds, value = self._condition(), node.value
            self._expect(")")
            node = FormulaNode(lambda v: value(v) if holds(v) else nan)
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

    def _sum(self) -> FormulaNode:
        terms = [(1.0, self._product())]
        while sign := self._took("+", "-"):
            terms.append((1.0 if sign == "+" else -1.0, self._product()))
        return terms[0][1] if len(terms) == 1 else sum_of(tuple(terms))

    def _product(self) -> FormulaNode:
        if self._took("-"):
            inner = self._product().value
            return FormulaNode(lambda v: -inner(v))
        node = self._raised()
        while self._next() not in _PRODUCT_ENDS:
            node = quotient(node, self._raised()) if self._took("/") else self._times(node)
        return node

    def _times(self, left: FormulaNode) -> FormulaNode:
        self._took(*_TIMES)
        first, second = left.value, self._raised().value
        return FormulaNode(lambda v: first(v) * second(v))

    def _raised(self) -> FormulaNode:
        is_e = self._next() == "e"
        base = self._atom()
        if not self._took("^"):
            return base
        power, below = self._atom().value, base.value
        if is_e:
            return FormulaNode(lambda v: real.exp(power(v)), power)
        return FormulaNode(lambda v: real.power(below(v), power(v)))

    def _atom(self) -> FormulaNode:
        """An operand, a number, what stands in brackets, or a function of what follows."""
        assert self._at < len(self._tokens), f"“{self._template}” ends too early"
        token = self._tokens[self._at]
        self._at += 1
        if token["place"]:
            place = int(token["place"])
            return FormulaNode(lambda v: v[place])
        if token["number"]:
            number = float(token["number"])
            return FormulaNode(lambda v: number, (lambda v: 0.0) if number == 1.0 else None)
        return self._named(token["name"] or token["sign"])

    def _named(self, name: str) -> FormulaNode:
        if name in real.CONSTANTS:
            constant = real.CONSTANTS[name]
            return FormulaNode(lambda v: constant)
        if name in ("\\frac", "\\tfrac"):
            return quotient(self._atom(), self._atom())
        if name == "\\begin":
            return self._cases()
        if name in real.CHOICES:
            return self._chosen(real.CHOICES[name])
        if name == "\\ln":
            return logarithm(self._argument())
        if name in real.FUNCTIONS:
            return self._applied(real.FUNCTIONS[name])
        assert name in _CLOSING, f"“{self._template}” has an unknown sign “{name}”"
        node = self._sum()
        self._expect(_CLOSING[name])
        value = node.value
        return FormulaNode(lambda v: abs(value(v))) if name == "|" else node

    def _argument(self) -> FormulaNode:
        """Of a function: what stands in brackets, or an atom with its power."""
        return self._atom() if self._next() in _CLOSING else self._raised()

    def _applied(self, function: Callable[[float], float]) -> FormulaNode:
        """f(x), or a power of a function as in cosh² x."""
        power = self._atom().value if self._took("^") else None
        inner = self._argument().value
        if power is None:
            return FormulaNode(lambda v: function(inner(v)))
        exponent = power
        return FormulaNode(lambda v: real.power(function(inner(v)), exponent(v)))

    def _chosen(self, choice: Callable[..., float]) -> FormulaNode:
        self._expect("(")
        values = [self._sum().value]
        while self._took(","):
            values.append(self._sum().value)
        self._expect(")")
        return FormulaNode(lambda v: choice(*(value(v) for value in values)))

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
            links.append(comparison(real.RELATIONS[sign], value, value := self._sum().value))
        return lambda v: all(holds(v) for holds in links)

    def _interval(self) -> tuple[Term, Term]:
        self._expect("(")
        low = self._sum().value
        self._expect(",")
        high = self._sum().value
        self._expect("]")
        return low, high

    def _cases(self) -> FormulaNode:
        self._expect("{", *"cases", "}")
        cases: list[tuple[Condition, Term]] = []
        while not cases or self._took("\\\\"):
            value = self._sum().value
            self._expect("&")
            cases.append((self._condition(), value))
        self._expect("\\end", "{", *"cases", "}")
        return FormulaNode(lambda v: next((value(v) for holds, value in cases if holds(v)), nan))
