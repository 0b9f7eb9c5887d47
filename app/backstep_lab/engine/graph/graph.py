"""A graph of scalar operations: what a typed program means, whatever arrays and loops it was written with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

LEAF = "leaf"
CONSTANT = "constant"
STOP = "stop"

Argument = str | int | float


@dataclass(frozen=True, slots=True)
class Place:
    """A piece of the program's text: a line, from 1 (0 for a leaf that stands in no line), and its columns
    [start, stop), from 0.
    """

    line: int = 0
    start: int = 0
    stop: int = 0


@dataclass(frozen=True, slots=True)
class Node:
    """One number of a graph.

    `function` is LEAF, CONSTANT or a key of `functions.FUNCTIONS`, of which STOP lets no gradient through;
    `inputs` are the indices of earlier nodes, in the order of the function's arguments. `value` is that of a
    constant. `name` is the name of the variable that it is, or is an element of, and `index` its place there,
    from 0; "" for an inner operation.
    `element` counts through: neighbouring nodes with the same one make one element of an array, or one
    scalar. `group` is the innermost group that it belongs to.
    """

    ref: str
    function: str
    inputs: tuple[int, ...] = ()
    value: float | None = None
    name: str = ""
    index: tuple[int, ...] = ()
    place: Place = field(default_factory=Place)
    element: int = 0
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Operations that belong together, as a window of a convolution or a pass of a loop.

    `kind` says what they are: a function of the language (`softmax`, `conv`, `@` …), `window` for one window
    of a convolution or pooling, `element` for one element of a matrix product, `row` for one lane of an
    array, `loop` for one pass of a loop, `section` for lines under a title. `label` names it among others of
    its kind, in no language: indices as they are typed (`0`, `0, 1`), `t = 0` for a pass, the title of a
    section, and "" for a function. `parent` is the group around it.
    """

    kind: str
    label: str
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Variable:
    """A name of the program: its shape, () for a single number, and its nodes in row-major order.

    `ref` differs from `name` where a name is assigned again: `c#2` is its second value.
    """

    ref: str
    name: str
    shape: tuple[int, ...]
    nodes: tuple[int, ...]
    line: int = 0
    is_leaf: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on the program that is no mistake: a message's key and its arguments."""

    key: str
    args: Mapping[str, Argument] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Graph:
    """Nodes in the order of computation, with inputs before what reads them.

    `target` is the node that is differentiated; `trained` are the leaves that an update changes, in order of
    the text; `leaf_values` are the leaves' first values, by node.
    """

    nodes: tuple[Node, ...]
    target: int
    trained: tuple[int, ...]
    leaf_values: Mapping[int, float]
    variables: tuple[Variable, ...] = ()
    groups: tuple[Group, ...] = ()
    notes: tuple[Note, ...] = ()

    @cached_property
    def leaves(self) -> tuple[int, ...]:
        """All leaves, in order of the text."""
        return tuple(i for i, node in enumerate(self.nodes) if node.function == LEAF)

    @cached_property
    def operations(self) -> tuple[int, ...]:
        """All nodes that are computed, in order."""
        return tuple(i for i, node in enumerate(self.nodes) if node.function not in (LEAF, CONSTANT))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the program."""
        return frozenset(variable.name for variable in self.variables)

    @cached_property
    def by_ref(self) -> Mapping[str, int]:
        """The node of each ref."""
        return {node.ref: i for i, node in enumerate(self.nodes)}
