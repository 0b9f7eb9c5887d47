"""The values of expressions: from a tree to nodes."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from math import e, pi
from typing import cast

import numpy as np

from backstep_lab.engine.graph.graph import Argument as MessageArgument
from backstep_lab.language.arguments import matched
from backstep_lab.language.arrays import check_shape, indexed
from backstep_lab.language.drafts import Drafts, NodeArray, single
from backstep_lab.language.errors import ProgramError
from backstep_lab.language.functions import FUNCTIONS, OPERATORS, Argument, Entry
from backstep_lab.language.integers import Integers, is_length, shown
from backstep_lab.language.syntax import Tree
from backstep_lab.language.variables import Scope

BINARY: Mapping[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
    ast.MatMult: "@",
}
PI = frozenset(("pi", "π"))
FLAGS: Mapping[str | None, bool] = {"True": True, "False": False}


@dataclass(frozen=True, slots=True)
class Expressions:
    """Reads the expressions of a tree; their operations are added to the scope's drafts."""

    tree: Tree
    scope: Scope

    @property
    def drafts(self) -> Drafts:
        return self.scope.drafts

    @property
    def integers(self) -> Integers:
        return Integers(self.tree, self.scope, self.length)

    def error(
        self, node: ast.expr | ast.stmt | ast.keyword, key: str, **args: MessageArgument
    ) -> ProgramError:
        """A complaint about a node."""
        return ProgramError(key, self.tree.place(node), **args)

    # values

    def value(self, node: ast.expr) -> NodeArray:
        """The nodes of an expression's elements. Raises ProgramError."""
        self._at(node)
        self.drafts.spend(1)
        match node:
            case ast.Name():
                return self._name(node)
            case ast.BinOp():
                return self._operators(node)
            case ast.UnaryOp():
                return self._sign(node)
            case ast.Call():
                return self._call(node)
            case ast.Subscript():
                return self._subscript(node)
            case ast.Attribute():
                return self._attribute(node)
            case ast.List():
                return self._list(node)
        raise self.error(node, "program-tuple" if isinstance(node, ast.Tuple) else "program-not-accepted")

    def _at(self, node: ast.expr) -> None:
        self.drafts.place = self.tree.place(node)

    def _name(self, node: ast.Name) -> NodeArray:
        number = self.tree.number(node)
        if number is not None:
            return single(self.drafts.constant(number.value))
        name = self.tree.name(node) or ""
        if name in self.scope.counters:
            return single(self.drafts.constant(self.scope.counters[name]))
        if name in self.scope.current:
            return self.scope.read(name)
        if name in PI:
            return single(self.drafts.constant(pi))
        if name in FUNCTIONS:
            raise self.error(node, "program-function-alone", name=name)
        raise self.error(node, "program-no-value-here", name=name)

    def _operators(self, node: ast.BinOp) -> NodeArray:
        """A chain of operators, from the left; it may be longer than calls may be deep."""
        chain = [node]
        while isinstance(chain[-1].left, ast.BinOp):
            chain.append(chain[-1].left)
        left = self._left(chain[-1])
        for one in reversed(chain):
            if isinstance(one.op, ast.Pow) and self.tree.name(one.right) == "T" and self.is_free("T"):
                left = self._expanded(one, FUNCTIONS["transpose"], left)
                continue
            right = self.value(one.right)
            left = self._expanded(one, OPERATORS[BINARY[type(one.op)]], left, right)
        return left

    def _left(self, node: ast.BinOp) -> NodeArray:
        """The left operand; e is Euler's number as the base of a power, unless it is a name here."""
        if isinstance(node.op, ast.Pow) and self.tree.name(node.left) == "e" and self.is_free("e"):
            self._at(node.left)
            return single(self.drafts.constant(e))
        return self.value(node.left)

    def is_free(self, name: str) -> bool:
        """Whether a name is none of the program so far."""
        return name not in self.scope.current and name not in self.scope.counters

    def _expanded(self, node: ast.expr, entry: Entry, *operands: NodeArray) -> NodeArray:
        self._at(node)
        assert entry.expand is not None, f"{entry.name} is no function of values"
        return entry.expand(self.drafts, *operands)

    def _sign(self, node: ast.UnaryOp) -> NodeArray:
        if isinstance(node.op, ast.UAdd):
            return self.value(node.operand)
        number = self.tree.number(node.operand)
        if isinstance(node.op, ast.USub) and number is not None:
            return single(self.drafts.constant(-number.value))
        if isinstance(node.op, ast.Invert) and isinstance(node.operand, ast.BinOp):
            raise self.error(node, "program-root-of-power")
        sign = OPERATORS["-x"] if isinstance(node.op, ast.USub) else FUNCTIONS["sqrt"]
        return self._expanded(node, sign, self.value(node.operand))

    def _list(self, node: ast.List) -> NodeArray:
        arrays = [self.value(element) for element in node.elts]
        self._at(node)
        if not arrays:
            raise self.error(node, "program-empty-array")
        if any(array.shape != arrays[0].shape for array in arrays):
            raise self.error(node, "program-ragged-list")
        check_shape(self.drafts, (len(arrays), *arrays[0].shape))
        return np.stack(arrays)

    def _attribute(self, node: ast.Attribute) -> NodeArray:
        name = self.tree.token(node.attr).text
        if self.tree.is_prefix(node.value) and name in ("pi", "e"):
            return single(self.drafts.constant(pi if name == "pi" else e))
        if name == "T":
            return self._expanded(node, FUNCTIONS["transpose"], self.value(node.value))
        key = "program-method-without-brackets" if name in FUNCTIONS else "program-no-such-method"
        raise self.error(node, key, name=name)

    # calls

    def _call(self, node: ast.Call) -> NodeArray:
        """A function of its arguments; of what stands before the dot, for a method."""
        name, receiver = self.tree.called(node)
        if is_length(self.tree, node):
            return single(self.drafts.constant(self.integers.integer(node)))
        if name not in FUNCTIONS:
            raise self.error(node, "program-no-such-method", name=name)
        entry = FUNCTIONS[name]
        given = matched(self.tree, entry, node, receiver)
        arguments = [
            self._argument(one.kind, given[one.name]) if one.name in given else one.default
            for one in entry.parameters
        ]
        self._at(node)
        assert entry.expand is not None, f"{entry.name} is no function of values"
        return entry.expand(self.drafts, *arguments)

    def _argument(self, kind: Argument, nodes: list[ast.expr]) -> object:
        """An argument, or all that belong to a parameter that takes several."""
        first = nodes[0]
        match kind:
            case Argument.VALUE:
                return self.value(first)
            case Argument.VALUES:
                return [self.value(node) for node in nodes]
            case Argument.ARRAYS:
                return self._arrays(nodes)
            case Argument.NUMBER:
                return self.integers.integer(first)
            case Argument.NUMBERS:
                listed = first.elts if isinstance(first, ast.Tuple | ast.List) else nodes
                return [self.integers.integer(node) for node in listed]
            case Argument.CLASSES:
                return self.integers.classes(first)
            case Argument.TARGET:
                return self._target(first)
            case Argument.FLAG:
                flag = FLAGS.get(self.tree.name(first))
                if flag is None:
                    raise self.error(first, "program-no-flag")
                return flag

    def _arrays(self, nodes: list[ast.expr]) -> list[NodeArray]:
        """The arrays of a list, several arrays, or the parts of a single one along its first axis."""
        first = nodes[0]
        if isinstance(first, ast.List | ast.Tuple):
            if not first.elts:
                raise self.error(first, "program-empty-array")
            return [self.value(node) for node in first.elts]
        arrays = [self.value(node) for node in nodes]
        return list(arrays[0]) if len(arrays) == 1 and arrays[0].ndim else arrays

    def _target(self, node: ast.expr) -> NodeArray | int | list[int]:
        """Classes where whole numbers or counters stand; anything else is an array."""
        listed = node.elts if isinstance(node, ast.List) else [node]
        if listed and all(self.integers.is_integer(one) for one in listed):
            return self.integers.classes(node)
        return self.value(node)

    def length(self, node: ast.expr) -> int:
        array = self.value(node)
        if array.ndim == 0:
            raise self.error(node, "program-length-of-number")
        return len(array)

    def _subscript(self, node: ast.Subscript) -> NodeArray:
        parts = self.integers.index(node.slice)
        name = self.tree.name(node.value)
        self._at(node)
        if name is not None:
            whole = tuple(takewhile(lambda part: isinstance(part, int), parts))
            found = self.scope.element(name, cast("tuple[int, ...]", whole))
            if found is not None:
                element, used = found
                return indexed(self.drafts, element, parts[used:], name)
        array = self.value(node.value)
        self._at(node)
        return indexed(self.drafts, array, parts, shown(self.tree, node.value))
