"""Assignments and loops: what a program's lines do, one after the other."""

import ast
from bisect import bisect
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import groupby

from backstep_lab.config import limits
from backstep_lab.language.drafts import NodeArray
from backstep_lab.language.expressions import BINARY, Expressions
from backstep_lab.language.functions import OPERATORS
from backstep_lab.language.leaves import Leaves, literal

RESULTS = ("L", "out", "result")
"""Names for a last line that has none: the first that is free."""


@dataclass(slots=True)
class Statements:
    """Reads the statements of a tree. `last` is the name that the latest one assigned."""

    expressions: Expressions
    leaves: Leaves
    titles: Mapping[int, str]
    last: str = ""

    def read(self, body: list[ast.stmt]) -> None:
        """Read a whole program; lines under a title make a group of that name. Raises ProgramError."""
        drafts = self.expressions.drafts
        titled = sorted(self.titles)
        for count, statements in groupby(body, lambda statement: bisect(titled, statement.lineno)):
            title = self.titles[titled[count - 1]] if count else ""
            with drafts.grouped("section", title) if title else nullcontext():
                for statement in statements:
                    self._statement(statement, is_last=statement is body[-1])

    def _statement(self, statement: ast.stmt, is_last: bool = False) -> None:
        drafts = self.expressions.drafts
        drafts.place = self.expressions.tree.place(statement)
        drafts.spend(2)
        drafts.next_element()
        match statement:
            case ast.For():
                self._loop(statement)
            case ast.Assign():
                self._assignment(statement)
            case ast.AugAssign():
                self._change(statement)
            case ast.Expr():
                self._unnamed(statement, is_last)

    # assignments

    def _assignment(self, statement: ast.Assign) -> None:
        if len(statement.targets) > 1:
            raise self.expressions.error(statement, "program-two-targets")
        target, value = statement.targets[0], statement.value
        if isinstance(target, ast.Tuple):
            self._several(statement, target, value)
        else:
            self._assign(target, value)

    def _several(self, statement: ast.Assign, target: ast.Tuple, value: ast.expr) -> None:
        """`x, y = 2, 3`: all values are read before any name changes, unless all are numbers."""
        if not isinstance(value, ast.Tuple) or len(value.elts) != len(target.elts):
            raise self.expressions.error(statement, "program-several-targets")
        if all(self._is_leaf(one) for one in value.elts):
            for one, number in zip(target.elts, value.elts, strict=True):
                self._assign(one, number)
            return
        arrays = [self.expressions.value(one) for one in value.elts]
        for one, array in zip(target.elts, arrays, strict=True):
            self._store(one, array)

    def _assign(self, target: ast.expr, value: ast.expr) -> None:
        numbers = literal(self.expressions.tree, value) if self._is_leaf(value) else None
        name = self.expressions.tree.name(target)
        if numbers is not None and name is not None:
            self._check_free(target, name)
            self.leaves.assign(name, numbers, self.expressions.tree.place(value))
            self.last = name
        else:
            self._store(target, self.expressions.value(value))

    def _is_leaf(self, value: ast.expr) -> bool:
        """Whether a value is a number or lists of numbers; in a loop they are constants."""
        return not self.expressions.scope.counters and literal(self.expressions.tree, value) is not None

    def _store(self, target: ast.expr, array: NodeArray) -> None:
        tree, scope = self.expressions.tree, self.expressions.scope
        base = target.value if isinstance(target, ast.Subscript) else target
        name = tree.name(base)
        if name is None:
            raise self.expressions.error(target, "program-target")
        self._check_free(target, name)
        index = self.expressions.integers.index(target.slice) if isinstance(target, ast.Subscript) else []
        scope.drafts.place = tree.place(target)
        whole = tuple(part for part in index if isinstance(part, int))
        if len(whole) != len(index):
            raise self.expressions.error(target, "program-element-index", name=name)
        if index:
            scope.assign_element(name, whole, array)
        else:
            scope.assign(name, array)
        self.last = name

    def _check_free(self, target: ast.expr, name: str) -> None:
        if name in self.expressions.scope.counters:
            raise self.expressions.error(target, "program-counter-assigned", name=name)

    def _change(self, statement: ast.AugAssign) -> None:
        """`d += x`: the name's next value."""
        left = self.expressions.value(statement.target)
        right = self.expressions.value(statement.value)
        self.expressions.drafts.place = self.expressions.tree.place(statement)
        expand = OPERATORS[BINARY[type(statement.op)]].expand
        assert expand is not None
        self._store(statement.target, expand(self.expressions.drafts, left, right))

    def _unnamed(self, statement: ast.Expr, is_last: bool) -> None:
        """An expression without a name: the last line may be one."""
        name = self.expressions.tree.name(statement.value)
        if not is_last:
            raise self.expressions.error(statement, "program-no-name")
        if name is not None and name in self.expressions.scope.current:
            self.last = name
            return
        array = self.expressions.value(statement.value)
        self.last = next(free for free in RESULTS if free not in self.expressions.scope.current)
        self.expressions.scope.assign(self.last, array)

    # loops

    def _loop(self, loop: ast.For) -> None:
        """A loop, unrolled: a group for each pass."""
        counter = self.expressions.tree.name(loop.target)
        if counter is None or loop.orelse:
            raise self.expressions.error(loop, "program-for")
        scope = self.expressions.scope
        if not self.expressions.is_free(counter):
            raise self.expressions.error(loop.target, "program-counter-assigned", name=counter)
        for number in self._range(loop.iter):
            scope.counters[counter] = number
            with scope.drafts.grouped("loop", f"{counter} = {number}"):
                self._block(loop.body)
        scope.counters.pop(counter, None)

    def _block(self, body: Iterable[ast.stmt]) -> None:
        for statement in body:
            self._statement(statement)

    def _range(self, node: ast.expr) -> range:
        tree = self.expressions.tree
        if not isinstance(node, ast.Call) or tree.called(node) != ("range", None):
            raise self.expressions.error(node, "program-for")
        if not 1 <= len(node.args) <= 3 or node.keywords:
            raise self.expressions.error(node, "program-for")
        bounds = [self.expressions.integers.integer(one) for one in node.args]
        if bounds[2:] == [0]:
            raise self.expressions.error(node, "program-step-zero")
        numbers = range(*bounds)
        if len(numbers) > limits.MAX_GRAPH_OPERATIONS:
            raise self.expressions.error(node, "program-too-large", max=limits.MAX_GRAPH_OPERATIONS)
        return numbers
