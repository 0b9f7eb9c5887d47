"""Names that are used before they have a value."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice

from backstep_lab.engine.graph.graph import Place
from backstep_lab.language.errors import ProgramError, UnknownNames
from backstep_lab.language.expressions import FLAGS, PI
from backstep_lab.language.functions import FUNCTIONS
from backstep_lab.language.integers import NEW_AXIS
from backstep_lab.language.syntax import Tree

_OF_OTHERS = frozenset(("print", "backward", "zero_grad", "item", "step", "plt", "show"))
_COMPARED = 20  # of the unknown names: what is wrong with one is shown first
_SHORT = 4  # characters: names below are too much alike to be misspelt


@dataclass(slots=True)
class Uses:
    """The names that a program uses before it assigns them, each with its first place, and all it assigns."""

    tree: Tree
    free: dict[str, Place] = field(default_factory=dict)
    assigned: set[str] = field(default_factory=set)
    counters: list[str] = field(default_factory=list)

    def statements(self, body: Iterable[ast.stmt]) -> None:
        """Note the names of statements, in order of the text."""
        for statement in body:
            if isinstance(statement, ast.For):
                self._loop(statement)
            elif isinstance(statement, ast.Assign | ast.AugAssign | ast.Expr):
                self._uses(statement.value)
                if isinstance(statement, ast.AugAssign):
                    self._uses(statement.target)
                targets = statement.targets if isinstance(statement, ast.Assign) else []
                for target in targets:
                    self._assigns(target)

    def _loop(self, loop: ast.For) -> None:
        is_range = isinstance(loop.iter, ast.Call) and self.tree.called(loop.iter) == ("range", None)
        for node in loop.iter.args if isinstance(loop.iter, ast.Call) and is_range else [loop.iter]:
            self._uses(node)
        counter = self.tree.name(loop.target)
        self.counters.append(counter or "")
        self.statements(loop.body)
        self.counters.pop()

    def _assigns(self, target: ast.expr) -> None:
        if isinstance(target, ast.Tuple):
            for one in target.elts:
                self._assigns(one)
        elif isinstance(target, ast.Subscript):
            self._uses(target.slice)
            self._assigns(target.value)
        else:
            self.assigned.add(self.tree.name(target) or "")

    def _uses(self, node: ast.AST) -> None:
        for name, place in self._names(node):
            if name not in self.assigned and name not in self.counters:
                self.free.setdefault(name, place)

    def _names(self, node: ast.AST) -> Iterator[tuple[str, Place]]:
        """The names that are read as values, from left to right. It needs no calls within calls."""
        waiting = [node]
        while waiting:
            one = waiting.pop()
            name = self.tree.name(one)
            if isinstance(one, ast.Name) and name is not None:
                yield name, self.tree.place(one)
            elif isinstance(one, ast.Call):
                waiting += reversed([*self._receiver(one), *one.args, *(k.value for k in one.keywords)])
            elif isinstance(one, ast.Attribute):
                waiting += [] if self.tree.is_prefix(one.value) else [one.value]
            elif isinstance(one, ast.BinOp):
                waiting += reversed(self._operands(one))
            else:
                waiting += reversed(list(ast.iter_child_nodes(one)))

    def _receiver(self, call: ast.Call) -> list[ast.expr]:
        """What stands before the dot of a method. Raises ProgramError for functions that there are not."""
        name, receiver = self.tree.called(call)
        if name in _OF_OTHERS:
            raise ProgramError("program-leave-out", self.tree.place(call), name=name)
        if name not in FUNCTIONS and name != "len":
            raise self._no_function(name, call, receiver)
        return [] if receiver is None else [receiver]

    def _no_function(self, name: str, call: ast.Call, receiver: ast.expr | None) -> ProgramError:
        place = self.tree.place(call)
        close = get_close_matches(name.lower(), FUNCTIONS, n=1, cutoff=0.75)
        if receiver is None and (name in self.assigned or name in self.tree.known or name in self.counters):
            return ProgramError("program-call-of-name", place, name=name)
        if close:
            return ProgramError("program-misspelt-function", place, name=name, meant=close[0])
        return ProgramError("program-no-such-function", place, name=name)

    def _operands(self, node: ast.BinOp) -> list[ast.AST]:
        """The operands but e as the base of a power and T as the sign of a transposed matrix."""
        left: list[ast.AST] = [node.left]
        right: list[ast.AST] = [node.right]
        if isinstance(node.op, ast.Pow):
            left = [] if self._is_sign(node.left, "e") else left
            right = [] if self._is_sign(node.right, "T") else right
        return [*left, *right]

    def _is_sign(self, node: ast.expr, sign: str) -> bool:
        name = self.tree.name(node)
        return name == sign and sign not in self.tree.known and sign not in self.counters


def free_names(tree: Tree, given: Iterable[str]) -> dict[str, Place]:
    """The names that a program uses before it assigns them, all of which are given.

    Raises UnknownNames, or ProgramError where another name is meant.
    """
    uses = Uses(tree)
    uses.statements(tree.body)
    known = {*given, *uses.assigned}
    special = {*PI, *NEW_AXIS, *(flag for flag in FLAGS if flag)} - known
    free = {name: place for name, place in uses.free.items() if name not in special}
    unknown = {name: place for name, place in free.items() if name not in given}
    for name, place in islice(unknown.items(), _COMPARED):
        if name in FUNCTIONS and len(name) > 1 and name not in uses.assigned:
            raise ProgramError("program-function-alone", place, name=name)
        if name in uses.assigned:
            raise ProgramError("program-used-before", place, name=name)
        _check_meant(name, place, known, {*known, *free} - {name})
    if unknown:
        raise UnknownNames(list(unknown), next(iter(unknown.values())))
    return free


def _check_meant(name: str, place: Place, known: Iterable[str], used: set[str]) -> None:
    """Raise ProgramError where a name is a product of other names, or nearly another one."""
    factors = _factors(name, used)
    if factors:
        raise ProgramError("program-product-of-names", place, name=name, product="*".join(factors))
    close = get_close_matches(name, [one for one in known if len(one) >= _SHORT], n=1, cutoff=0.8)
    if close and len(name) >= _SHORT and not name[-1].isdigit():
        raise ProgramError("program-misspelt-name", place, name=name, meant=close[0])


def _factors(name: str, used: set[str]) -> list[str] | None:
    """A name as a product of others; with as few as possible."""
    best: list[list[str] | None] = [[]]
    for stop in range(1, len(name) + 1):
        ends = [
            [*before, name[start:stop]]
            for start, before in enumerate(best)
            if before is not None and name[start:stop] in used
        ]
        best.append(min(ends, key=len, default=None))
    return best[-1]
