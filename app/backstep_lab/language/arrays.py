"""Arrays of nodes: shapes that fit, lanes along an axis, elements by index."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from math import prod

import numpy as np

from backstep_lab.config import limits
from backstep_lab.language.drafts import Drafts, NodeArray, is_single, single

Shape = tuple[int, ...]
IndexPart = int | slice | list[int] | None


def shown_shape(shape: Shape) -> str:
    """A shape as a sentence names it: 2×3."""
    return "×".join(map(str, shape)) or "1"


def check_shape(drafts: Drafts, shape: Sequence[int]) -> None:
    """Raise ProgramError unless arrays may have this shape; counts the work of making one."""
    if len(shape) > limits.MAX_AXES:
        raise drafts.error("program-too-many-axes", max=limits.MAX_AXES)
    if min(shape, default=1) < 1:
        raise drafts.error("program-empty-array")
    if prod(shape) > limits.MAX_GRAPH_NUMBERS:
        raise drafts.error("program-too-many-numbers", max=limits.MAX_GRAPH_NUMBERS)
    drafts.spend(prod(shape))


def broadcast(drafts: Drafts, arrays: Sequence[NodeArray]) -> list[NodeArray]:
    """Arrays in their common shape, as numpy stretches them."""
    first = arrays[0]
    for array in arrays[1:]:
        try:
            shape = np.broadcast_shapes(first.shape, array.shape)
        except ValueError:
            shapes = {"left": shown_shape(first.shape), "right": shown_shape(array.shape)}
            raise drafts.error("program-shapes", **shapes) from None
        check_shape(drafts, shape)
        first = np.broadcast_to(first, shape)
    return [np.broadcast_to(array, first.shape) for array in arrays]


def elementwise(drafts: Drafts, function: str, *arrays: NodeArray) -> NodeArray:
    """A function of each element, or of the elements of several arrays that belong together."""
    if all(map(is_single, arrays)):
        return single(drafts.operation(function, *map(int, arrays)))
    stretched = broadcast(drafts, arrays)
    inputs = zip(*(array.flat for array in stretched), strict=True)
    nodes = [_element(drafts, function, row) for row in inputs]
    drafts.next_element()
    return np.array(nodes, dtype=np.int_).reshape(stretched[0].shape)


def _element(drafts: Drafts, function: str, inputs: Sequence[int]) -> int:
    drafts.next_element()
    return drafts.operation(function, *map(int, inputs))


def checked_axis(drafts: Drafts, array: NodeArray, axis: int) -> int:
    """An axis that an array has, counted from 0."""
    if not -array.ndim <= axis < array.ndim:
        raise drafts.error("program-no-such-axis", axis=axis, shape=shown_shape(array.shape))
    return axis % array.ndim


def rows(drafts: Drafts, array: NodeArray, axis: int) -> Iterator[tuple[str, tuple[int, ...], list[int]]]:
    """The lanes of an array along an axis: a label, their index in what remains, and their nodes."""
    moved = np.moveaxis(array, axis, -1)
    for index in np.ndindex(moved.shape[:-1]):
        drafts.next_element()
        yield ", ".join(map(str, index)), index, [int(node) for node in moved[index]]
    drafts.next_element()


def _row(drafts: Drafts, label: str) -> AbstractContextManager[None]:
    """A group for one lane of several; the only lane of an array needs none."""
    return drafts.grouped("row", label) if label else nullcontext()


def reduced(
    drafts: Drafts,
    array: NodeArray,
    axis: int | None,
    keepdims: bool,
    function: Callable[[list[int]], int],
) -> NodeArray:
    """One number for each lane of an array along an axis, or one for all of its elements."""
    if axis is None:
        drafts.spend(array.size)
        shape = (1,) * array.ndim if keepdims else ()
        return np.full(shape, function([int(node) for node in array.flat]), dtype=np.int_)
    axis = checked_axis(drafts, array, axis)
    drafts.spend(array.size)
    result = np.empty(np.delete(array.shape, axis), dtype=np.int_)
    for label, index, lane in rows(drafts, array, axis):
        with _row(drafts, label):
            result[index] = function(lane)
    return np.expand_dims(result, axis) if keepdims else result


def by_rows(
    drafts: Drafts, array: NodeArray, axis: int, function: Callable[[list[int]], list[int]]
) -> NodeArray:
    """As many numbers as it has for each lane of an array along an axis."""
    if is_single(array):
        return single(function([int(array)])[0])
    axis = checked_axis(drafts, array, axis)
    drafts.spend(array.size)
    result = np.empty(np.moveaxis(array, axis, -1).shape, dtype=np.int_)
    for label, index, lane in rows(drafts, array, axis):
        with _row(drafts, label):
            result[index] = function(lane)
    return np.moveaxis(result, -1, axis)


def indexed(drafts: Drafts, array: NodeArray, parts: Sequence[IndexPart], name: str) -> NodeArray:
    """Elements by index, as in numpy: whole numbers, ranges, None, and a list on the first axis."""
    axis = 0
    shape: list[int] = []
    for part in parts:
        if part is None:
            shape.append(1)
            continue
        if axis == array.ndim:
            raise drafts.error("program-too-many-indices", name=name, shape=shown_shape(array.shape))
        shape += _selected(drafts, part, array.shape[axis], name)
        axis += 1
    check_shape(drafts, [*shape, *array.shape[axis:]])
    return np.asarray(array[tuple(parts)], dtype=np.int_)


def _selected(drafts: Drafts, part: int | slice | list[int], size: int, name: str) -> list[int]:
    """The part of the shape that an index of an axis leaves."""
    if isinstance(part, slice):
        return [len(range(*part.indices(size)))]
    for index in part if isinstance(part, list) else [part]:
        if not -size <= index < size:
            raise drafts.error("program-no-such-index", name=name, index=index, last=size - 1)
    return [len(part)] if isinstance(part, list) else []
