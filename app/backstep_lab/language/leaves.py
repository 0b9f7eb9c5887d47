"""The numbers that a program is given: in its text or beside it."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.graph.graph import Place
from backstep_lab.language.arrays import check_shape
from backstep_lab.language.drafts import variable_ref
from backstep_lab.language.functions import FUNCTIONS
from backstep_lab.language.syntax import Tree
from backstep_lab.language.variables import Scope

Numbers = float | list["Numbers"]


def literal(tree: Tree, node: ast.expr) -> Numbers | None:
    """The number or the lists of numbers that an expression is, if it is one of them."""
    if isinstance(node, ast.Call) and len(node.args) == 1 and not node.keywords:
        name, receiver = tree.called(node)
        is_array = receiver is None and name in FUNCTIONS and FUNCTIONS[name].name == "array"
        return literal(tree, node.args[0]) if is_array else None
    if isinstance(node, ast.List):
        elements = [literal(tree, element) for element in node.elts]
        return None if None in elements else [element for element in elements if element is not None]
    sign = 1.0
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        sign = -1.0 if isinstance(node.op, ast.USub) else 1.0
        node = node.operand
    number = tree.number(node)
    return None if number is None else sign * number.value


@dataclass(frozen=True, slots=True)
class Leaves:
    """Makes leaves of given numbers; `values` are those beside the text, by the ref of their variable."""

    scope: Scope
    values: Mapping[str, object]

    def assign(self, name: str, numbers: Numbers, place: Place) -> None:
        """Make a leaf of the numbers in the text, or of those beside it for the same name."""
        self.scope.drafts.place = place
        ref = variable_ref(name, self.scope.next_version(name))
        self._assign(name, self.values.get(ref, numbers), place)

    def _assign(self, name: str, numbers: object, place: Place) -> None:
        array = self._checked(name, numbers)
        version = self.scope.next_version(name)
        self.scope.drafts.place = place
        self.scope.drafts.next_element()
        nodes = np.empty(array.shape, dtype=np.int_)
        for index, value in np.ndenumerate(array):
            nodes[index] = self.scope.drafts.leaf(float(value), name, version, index)
            self.scope.drafts.next_element()
        self.scope.assign(name, nodes, is_leaf=True)

    def assign_given(self, name: str, place: Place) -> None:
        """Make a leaf of numbers beside the text; `place` is where the name is first used."""
        self.scope.drafts.place = place
        self._assign(name, self.values[name], Place())

    def _checked(self, name: str, numbers: object) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
        """Numbers as an array. Raises ProgramError unless they are finite, within bounds, in full rows."""
        drafts = self.scope.drafts
        shape = _shape(numbers)
        if shape is None:
            raise drafts.error("program-ragged-leaf", name=name)
        check_shape(drafts, shape)
        flat = list(_numbers(numbers))
        if not all(abs(number) <= limits.MAX_NUMBER for number in flat):
            raise drafts.error("program-leaf-out-of-range", name=name, max=limits.MAX_NUMBER)
        return np.array(flat, dtype=np.float64).reshape(shape)


def _shape(numbers: object, axes: int = limits.MAX_AXES) -> tuple[int, ...] | None:
    """The shape of nested lists; None where they are no full rows of numbers, or too deep."""
    if isinstance(numbers, int | float) and not isinstance(numbers, bool):
        return ()
    if not isinstance(numbers, list | tuple) or axes == 0:
        return None
    shapes = {_shape(part, axes - 1) for part in numbers}
    inner = shapes.pop() if shapes else ()
    return None if shapes or inner is None else (len(numbers), *inner)


def _numbers(numbers: object) -> Iterator[float]:
    if isinstance(numbers, list | tuple):
        for part in numbers:
            yield from _numbers(part)
    elif isinstance(numbers, int | float):
        yield numbers
