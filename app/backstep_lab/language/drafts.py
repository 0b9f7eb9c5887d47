"""The nodes of a graph while a program is read: they get their refs when all are known."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from backstep_lab.config import limits
from backstep_lab.engine.graph.graph import CONSTANT, LEAF, Argument, Group, Place
from backstep_lab.language.errors import ProgramError

NodeArray = NDArray[np.int_]
"""An array of the program: the indices of its elements' nodes, in its shape, () for a single number."""


@dataclass(slots=True)
class Draft:
    """A node without its ref. `version` counts the values of its variable from 1."""

    function: str
    place: Place
    inputs: tuple[int, ...] = ()
    value: float | None = None
    element: int = 0
    group: int | None = None
    name: str = ""
    version: int = 1
    index: tuple[int, ...] = ()
    read: bool = False
    dropped: bool = False


def single(node: int) -> NodeArray:
    """An array of shape ()."""
    return np.array(node, dtype=np.int_)


def is_single(array: NodeArray) -> bool:
    """Whether an array is a single number."""
    return array.ndim == 0


@dataclass(slots=True)
class Drafts:
    """All nodes and groups so far. New ones stand at `place` and belong to the innermost open group."""

    nodes: list[Draft] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    place: Place = field(default_factory=Place)
    group: int | None = None
    element: int = 0
    operations: int = 0
    numbers: int = 0
    work: int = 0

    def error(self, key: str, **args: Argument) -> ProgramError:
        """A complaint about what stands at `place`."""
        return ProgramError(key, self.place, **args)

    def spend(self, work: int) -> None:
        """Count work, before it is done. Raises ProgramError where it is too much."""
        self.work += work
        if self.work > limits.MAX_GRAPH_WORK:
            raise self.error("program-too-large", max=limits.MAX_GRAPH_OPERATIONS)

    def operation(self, function: str, *inputs: int) -> int:
        """A new operation. One of an n-ary function with a single input is left out: it is that input."""
        if function in ("sum", "max", "min") and len(inputs) == 1:
            return inputs[0]
        self.operations += 1
        if self.operations > limits.MAX_GRAPH_OPERATIONS:
            raise self.error("program-too-large", max=limits.MAX_GRAPH_OPERATIONS)
        self.spend(len(inputs))
        for node in inputs:
            self.nodes[node].read = True
        return self._add(Draft(function, self.place, inputs))

    def constant(self, value: float) -> int:
        """A new constant."""
        self._count_numbers()
        return self._add(Draft(CONSTANT, self.place, value=float(value)))

    def leaf(self, value: float, name: str, version: int, index: tuple[int, ...]) -> int:
        """A new leaf."""
        self._count_numbers()
        return self._add(Draft(LEAF, self.place, value=value, name=name, version=version, index=index))

    def _count_numbers(self) -> None:
        self.numbers += 1
        if self.numbers > limits.MAX_GRAPH_NUMBERS:
            raise self.error("program-too-many-numbers", max=limits.MAX_GRAPH_NUMBERS)

    def _add(self, draft: Draft) -> int:
        draft.element, draft.group = self.element, self.group
        self.nodes.append(draft)
        return len(self.nodes) - 1

    def next_element(self) -> None:
        """What is added from now on belongs to another element."""
        self.element += 1

    @contextmanager
    def grouped(self, kind: str, label: str = "") -> Iterator[None]:
        """What is added meanwhile makes a group."""
        outer = self.group
        self.groups.append(Group(kind, label, outer))
        self.group = len(self.groups) - 1
        try:
            yield
        finally:
            self.group = outer

    def name(self, array: NodeArray, name: str, version: int, before: tuple[int, ...] = ()) -> None:
        """Give a name to those elements of an array that have none yet; their index follows `before`.

        Those that have one are read: they belong to two variables from now on.
        """
        for index, node in np.ndenumerate(array):
            draft = self.nodes[int(node)]
            if not draft.name:
                draft.name, draft.version, draft.index = name, version, before + index
            else:
                draft.read = True

    def are_constants(self, array: NodeArray) -> bool:
        """Whether all elements of an array are constants."""
        return all(self.nodes[int(node)].function == CONSTANT for node in array.flat)

    def drop_unread(self, array: NodeArray) -> None:
        """Drop the constants of an array that nothing has read."""
        for node in array.flat:
            draft = self.nodes[int(node)]
            draft.dropped = draft.function == CONSTANT and not draft.read


def variable_ref(name: str, version: int) -> str:
    """The ref of a variable's value: `d` for the first, `d#2` for the second."""
    return name if version == 1 else f"{name}#{version}"


def element_ref(ref: str, index: tuple[int, ...]) -> str:
    """The ref of an element of an array; that of the variable itself for a single number."""
    return f"{ref}[{','.join(map(str, index))}]" if index else ref
