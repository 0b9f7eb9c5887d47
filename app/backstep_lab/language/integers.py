"""Whole numbers that are typed: indices, sizes, axes, classes. A graph's form depends on no value."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import add, mul, sub

from backstep_lab.config import limits
from backstep_lab.engine.graph.graph import Argument
from backstep_lab.language.arrays import IndexPart
from backstep_lab.language.errors import ProgramError
from backstep_lab.language.syntax import Tree
from backstep_lab.language.variables import Scope

_OPERATORS: Mapping[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: add,
    ast.Sub: sub,
    ast.Mult: mul,
}
NEW_AXIS = frozenset(("None", "newaxis"))


def is_length(tree: Tree, call: ast.Call) -> bool:
    """Whether a call is len(x)."""
    return tree.called(call) == ("len", None) and len(call.args) == 1 and not call.keywords


def shown(tree: Tree, node: ast.expr) -> str:
    """A short text for an expression: the name or number that it is or begins with."""
    while isinstance(node, ast.Subscript | ast.Attribute | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    number = tree.number(node)
    return number.text if number else tree.name(node) or "( )"


@dataclass(frozen=True, slots=True)
class Integers:
    """Reads whole numbers of a tree; `length` finds that of an array."""

    tree: Tree
    scope: Scope
    length: Callable[[ast.expr], int]

    def error(self, node: ast.expr, key: str, **args: Argument) -> ProgramError:
        """A complaint about a node."""
        return ProgramError(key, self.tree.place(node), **args)

    def integer(self, node: ast.expr) -> int:
        """A whole number that needs no values: of numbers, counters, len(x), +, − and ×."""
        self.scope.drafts.spend(1)
        if self.is_integer(node):
            number = self.tree.number(node)
            found = int(number.value) if number else self.scope.counters[self.tree.name(node) or ""]
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
            inner = self.integer(node.operand)
            found = -inner if isinstance(node.op, ast.USub) else inner
        elif isinstance(node, ast.BinOp):
            found = self._chain(node)
        elif isinstance(node, ast.Call) and is_length(self.tree, node):
            found = self.length(node.args[0])
        else:
            raise self.error(node, "program-not-whole", text=shown(self.tree, node))
        return self._bounded(node, found)

    def is_integer(self, node: ast.expr) -> bool:
        """Whether an expression is a typed whole number or a counter."""
        number = self.tree.number(node)
        return (number is not None and number.text.isdecimal()) or self.tree.name(node) in self.scope.counters

    def _chain(self, node: ast.BinOp) -> int:
        """Operators from the left; there may be more of them than calls may be deep."""
        chain = [node]
        while isinstance(chain[-1].left, ast.BinOp):
            chain.append(chain[-1].left)
        found = self.integer(chain[-1].left)
        for one in reversed(chain):
            apply = _OPERATORS.get(type(one.op))
            if apply is None:
                raise self.error(one, "program-not-whole", text=shown(self.tree, one))
            found = self._bounded(node, apply(found, self.integer(one.right)))
        return found

    def _bounded(self, node: ast.expr, number: int) -> int:
        if abs(number) > limits.MAX_NUMBER:
            raise self.error(node, "program-number-too-large", max=f"{limits.MAX_NUMBER:g}")
        return number

    def classes(self, node: ast.expr) -> int | list[int]:
        """A whole number, or a list of them."""
        if isinstance(node, ast.List):
            if not node.elts:
                raise self.error(node, "program-empty-array")
            return [self.integer(one) for one in node.elts]
        return self.integer(node)

    def index(self, node: ast.expr) -> list[IndexPart]:
        """The parts of an index, one for each axis."""
        nodes = node.elts if isinstance(node, ast.Tuple) else [node]
        if not nodes:
            raise self.error(node, "program-empty-array")
        return [self._index_part(one, i == 0) for i, one in enumerate(nodes)]

    def _index_part(self, node: ast.expr, is_first: bool) -> IndexPart:
        if self.tree.name(node) in NEW_AXIS:
            return None
        if isinstance(node, ast.Slice):
            bounds = [
                None if one is None else self.integer(one) for one in (node.lower, node.upper, node.step)
            ]
            if bounds[2] == 0:
                raise self.error(node, "program-step-zero")
            return slice(*bounds)
        if isinstance(node, ast.List):
            if not is_first:
                raise self.error(node, "program-list-index")
            found = self.classes(node)
            return found if isinstance(found, list) else [found]
        return self.integer(node)
