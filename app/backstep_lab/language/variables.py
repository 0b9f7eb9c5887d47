"""The variables of a program: what each name stands for while the text is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from math import prod

import numpy as np

from backstep_lab.engine.graph.graph import Variable
from backstep_lab.language.arrays import check_shape, indexed, shown_shape
from backstep_lab.language.drafts import Drafts, NodeArray, element_ref, variable_ref

Index = tuple[int, ...]


@dataclass(slots=True, eq=False)
class Binding:
    """One value of a name: an array, or elements that are assigned one by one (`h[t] = …`).

    `sizes` are the numbers of elements where an array was there before; otherwise there may be any, also
    `h[-1]`, which stands before `h[0]` then.
    """

    name: str
    version: int
    line: int
    whole: NodeArray | None = None
    pieces: dict[Index, NodeArray] = field(default_factory=dict)
    sizes: Index = ()
    is_leaf: bool = False
    read: bool = False

    @property
    def ref(self) -> str:
        return variable_ref(self.name, self.version)

    @property
    def axes(self) -> int:
        """How many indices an element that is assigned has."""
        return len(next(iter(self.pieces)))

    def key(self, index: Index) -> Index:
        """The index of an element among `pieces`."""
        return (
            tuple(i % n if -n <= i < n else i for i, n in zip(index, self.sizes, strict=True))
            if self.sizes
            else index
        )


@dataclass(slots=True)
class Scope:
    """All values of all names, in order of the text, and the counters of the loops around what is read."""

    drafts: Drafts
    bindings: list[Binding] = field(default_factory=list)
    current: dict[str, Binding] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)

    def assign(self, name: str, array: NodeArray, is_leaf: bool = False) -> None:
        """Give a name a value, its first or another; elements without a name get this one."""
        binding = self._bind(name, is_leaf)
        binding.whole = array
        self.drafts.name(array, name, binding.version)

    def next_version(self, name: str) -> int:
        """The number of the value that a name gets next."""
        return self.current[name].version + 1 if name in self.current else 1

    def _bind(self, name: str, is_leaf: bool = False) -> Binding:
        binding = Binding(name, self.next_version(name), self.drafts.place.line, is_leaf=is_leaf)
        self.bindings.append(binding)
        self.current[name] = binding
        return binding

    def assign_element(self, name: str, index: Index, array: NodeArray) -> None:
        """Give an element of a name a value."""
        binding = self._with_pieces(name, index)
        index = binding.key(index)
        before = binding.pieces.get(index)
        if before is not None:
            self.drafts.drop_unread(before)
            if before.shape != array.shape:
                shapes = {"left": shown_shape(before.shape), "right": shown_shape(array.shape)}
                raise self.drafts.error("program-element-shape", name=element_ref(name, index), **shapes)
        binding.pieces[index] = array
        self.drafts.name(array, name, binding.version, index)

    def _with_pieces(self, name: str, index: Index) -> Binding:
        """A name's value as elements; an array that was assigned before is taken apart."""
        binding = self.current.get(name) or self._bind(name)
        if binding.whole is not None:
            return self._taken_apart(binding, binding.whole, index)
        if binding.pieces and binding.axes != len(index):
            raise self.drafts.error("program-element-axes", name=name, count=binding.axes)
        for i, n in zip(index, binding.sizes, strict=False):
            if not -n <= i < n:
                raise self.drafts.error("program-no-such-index", name=name, index=i, last=n - 1)
        return binding

    def _taken_apart(self, binding: Binding, whole: NodeArray, index: Index) -> Binding:
        """The elements of an array: of another value of its name, unless it is one of constants."""
        indexed(self.drafts, whole, index, binding.name)
        if not self.drafts.are_constants(whole):
            binding = self._bind(binding.name)
        binding.whole = None
        self.drafts.spend(whole.size)
        binding.sizes = whole.shape[: len(index)]
        binding.pieces = {at: whole[at] for at in np.ndindex(binding.sizes)}
        return binding

    def read(self, name: str) -> NodeArray:
        """The value of a name, made from its elements where they were assigned one by one."""
        binding = self.current[name]
        binding.read = True
        if binding.whole is not None:
            return binding.whole
        shape = self._complete_shape(binding)
        return _joined(binding.pieces, shape)

    def _complete_shape(self, binding: Binding) -> Index:
        """The shape of the indices of a name's elements. Raises ProgramError where one has no value yet."""
        shape = _shape(binding.pieces)
        inner = next((piece.shape for index, piece in binding.pieces.items() if min(index) >= 0), ())
        check_shape(self.drafts, (*shape, *inner))
        for index in product(*map(range, shape)):
            if index not in binding.pieces:
                raise self.drafts.error("program-no-element-yet", name=element_ref(binding.name, index))
            if binding.pieces[index].shape != inner:
                shapes = {"left": shown_shape(inner), "right": shown_shape(binding.pieces[index].shape)}
                raise self.drafts.error(
                    "program-element-shape", name=element_ref(binding.name, index), **shapes
                )
        return shape

    def element(self, name: str, index: Index) -> tuple[NodeArray, int] | None:
        """An element that was assigned by itself, and how many indices it took; None for other arrays."""
        binding = self.current.get(name)
        if binding is None or not binding.pieces or len(index) < binding.axes:
            return None
        binding.read = True
        key = binding.key(index[: binding.axes])
        if key in binding.pieces:
            return binding.pieces[key], binding.axes
        if min(key) >= 0 and not binding.sizes:
            raise self.drafts.error("program-no-element-yet", name=element_ref(name, key))
        return None


def _shape(pieces: Mapping[Index, NodeArray]) -> Index:
    """How many elements there are along each index; those with negative indices are beside the array."""
    inside = [index for index in pieces if min(index) >= 0]
    return (
        tuple(max(index[axis] for index in inside) + 1 for axis in range(len(inside[0]))) if inside else (0,)
    )


def _joined(pieces: Mapping[Index, NodeArray], shape: Index) -> NodeArray:
    nodes = [pieces[index] for index in product(*map(range, shape))]
    return np.stack(nodes).reshape((*shape, *nodes[0].shape))


def variables(scope: Scope, places: Mapping[int, int]) -> Iterator[Variable]:
    """All variables of a finished graph, in order of the text; `places` says where each draft went."""
    for binding in scope.bindings:
        if binding.whole is not None:
            yield _variable(binding, binding.ref, binding.whole, places)
            continue
        shape = _shape(binding.pieces)
        inside = {index for index in binding.pieces if min(index) >= 0}
        same = len({binding.pieces[index].shape for index in inside}) == 1
        if same and prod(shape) == len(inside):
            yield _variable(binding, binding.ref, _joined(binding.pieces, shape), places)
            inside = set()
        for index in binding.pieces:
            if min(index) < 0 or index in inside:
                yield _variable(binding, element_ref(binding.ref, index), binding.pieces[index], places)


def _variable(binding: Binding, ref: str, array: NodeArray, places: Mapping[int, int]) -> Variable:
    nodes = tuple(places[int(node)] for node in array.flat)
    return Variable(ref, binding.name, array.shape, nodes, binding.line, binding.is_leaf)
