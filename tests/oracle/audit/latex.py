r"""Reading formulas in the LaTeX that the server writes, and evaluating them.

A formula is read as TeX and a reader with a calculator would: a function applies to the next factor alone, so
that `\ln 4.5 \times 10^{-5}` is (ln 4.5)·10⁻⁵, and a second superscript on the same base is an error. `#{i}`
is the value of operand i.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

Tree = tuple[Any, ...]
TOKEN = re.compile(r"#\{\d+\}|\\[A-Za-z]+|\\\\|\\.|\d+(?:\.\d+)?|\S")
SPACES = ("\\,", "\\;", "\\!", "\\ ", "\\:")
FUNCTIONS = (
    "\\ln",
    "\\tanh",
    "\\exp",
    "\\sigma",
    "\\Phi",
    "\\cosh",
    "\\sinh",
    "\\max",
    "\\min",
    "\\operatorname",
)
OPERATORS = ("\\cdot", "\\times", "/")
RELATIONS = (">", "<", "\\le", "\\ge", "\\leq", "\\geq", "=", "\\ne")
OPENING = ("(", "{", "\\left", "\\frac", "\\tfrac", "\\dfrac", "\\sqrt", "\\begin", "\\pi", "e", *FUNCTIONS)


class UnreadableError(ValueError):
    """A formula that is no formula."""


@lru_cache(maxsize=4096)
def read(text: str) -> tuple[Tree, ...]:
    """The sides of a chain of equations as trees. Raises `UnreadableError`."""
    reader = _Reader(text)
    sides = [reader.side()]
    while reader.at == "=":
        reader.take("=")
        sides.append(reader.side())
    if reader.at:
        raise UnreadableError(f"stops at {reader.at!r}: {text}")
    return tuple(sides)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens = [token for token in TOKEN.findall(text) if token not in SPACES]
        self._place = 0

    @property
    def at(self) -> str:
        """The current token; empty at the end."""
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def take(self, wanted: str = "") -> str:
        token = self.at
        if not token or (wanted and token != wanted):
            raise UnreadableError(f"{wanted or 'more'} is missing at {token!r}: {self.text}")
        self._place += 1
        return token

    def took(self, token: str) -> bool:
        """Whether this token was there and has been taken."""
        if self.at != token:
            return False
        self._place += 1
        return True

    def side(self) -> Tree:
        """A sum, perhaps with the condition under which it holds."""
        value = self.sum()
        if not self.took("\\quad"):
            return value
        self.take("(")
        condition = self.condition()
        self.take(")")
        return ("where", value, condition)

    def condition(self) -> Tree:
        """Relations in a row, such as −3 < z ≤ 3, or none where the branch is for all else."""
        if self.took("\\text"):
            for token in "{else}":
                self.take(token)
            return ("all",)
        left, found = self.sum(), list[Tree]()
        if self.at in ("\\in", "\\notin"):
            return ("all" if self.take() == "\\in" else "not", *self._interval(left))
        while self.at in RELATIONS:
            relation, right = self.take(), self.sum()
            found.append((relation, left, right))
            left = right
        if not found:
            raise UnreadableError(f"{self.at!r} is no relation: {self.text}")
        return ("all", *found)

    def _interval(self, value: Tree) -> tuple[Tree, Tree]:
        """The two relations that put a value into an interval such as (−3, 3]."""
        opening = self.take()
        low = self.sum()
        self.take(",")
        high, closing = self.sum(), self.take()
        if opening not in ("(", "[") or closing not in (")", "]"):
            raise UnreadableError(f"{opening}, {closing} is no interval: {self.text}")
        return (
            ("<" if opening == "(" else "\\le", low, value),
            ("<" if closing == ")" else "\\le", value, high),
        )

    def sum(self) -> Tree:
        terms = [("-", self.product()) if self.took("-") else self.product()]
        while self.at in ("+", "-"):
            sign = self.take()
            term = self.product()
            terms.append(("-", term) if sign == "-" else term)
        return terms[0] if len(terms) == 1 else ("+", *terms)

    def product(self) -> Tree:
        if self.took("\\cdots"):
            return ("...",)
        value = self.factor()
        while True:
            if self.at in OPERATORS:
                operator = "/" if self.take() == "/" else "*"
                value = (operator, value, self.factor())
            elif self.at in OPENING or self.at.startswith("#") or self.at[:1].isdigit():
                value = ("*", value, self.factor())
            else:
                return value

    def factor(self) -> Tree:
        return self._power(self.atom())

    def _power(self, base: Tree) -> Tree:
        if not self.took("^"):
            return base
        raised = ("^", base, self.group())
        if self.at == "^":
            raise UnreadableError(f"double superscript: {self.text}")
        return raised

    def group(self) -> Tree:
        self.take("{")
        value = self.sum()
        self.take("}")
        return value

    def atom(self) -> Tree:
        token = self.take()
        if token.startswith("#"):
            return ("place", int(token[2:-1]))
        if token[0].isdigit():
            return ("number", token)
        if token in ("e", "\\pi"):
            return (token,)
        if token in ("\\frac", "\\tfrac", "\\dfrac"):
            return ("/", self.group(), self.group())
        if token == "\\sqrt":
            return ("call", "\\sqrt", self.group())
        if token == "\\begin":
            return self._cases()
        if token in FUNCTIONS:
            return self._call(token)
        return self._bracketed(token)

    def _bracketed(self, token: str) -> Tree:
        if token == "\\left":
            token, right = self.take(), "\\right"
        else:
            right = ""
        closing = {"(": ")", "|": "|", "{": "}"}.get(token)
        if closing is None:
            raise UnreadableError(f"{token!r} begins nothing: {self.text}")
        value = self.sum()
        if right:
            self.take(right)
        self.take(closing)
        return ("call", "abs", value) if token == "|" else value

    def _call(self, token: str) -> Tree:
        if token == "\\operatorname":
            self.take("{")
            token = ""
            while not self.took("}"):
                token += self.take()
        if token in ("\\max", "\\min"):
            return self._of_two(token)
        power = self.group() if self.took("^") else None
        value: Tree = ("call", token, self.factor())
        return value if power is None else ("^", value, power)

    def _of_two(self, token: str) -> Tree:
        large = self.took("\\left")
        self.take("(")
        first = self.sum()
        self.take(",")
        second = self.sum()
        if large:
            self.take("\\right")
        self.take(")")
        return ("call", token, first, second)

    def _cases(self) -> Tree:
        for token in "{cases}":
            self.take(token)
        branches = []
        while True:
            value = self.sum()
            self.take("&")
            branches.append((value, self.condition()))
            if not self.took("\\\\"):
                break
        self.take("\\end")
        for token in "{cases}":
            self.take(token)
        return ("cases", *branches)


def places(tree: Any) -> Sequence[int]:
    """The operands that a tree reads, in the order in which it is written."""
    if not isinstance(tree, tuple) or not tree:
        return []
    if tree[0] == "place":
        return [tree[1]]
    return [place for part in tree for place in places(part)]
