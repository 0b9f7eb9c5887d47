"""Arrays of the elements of others, and of constants."""

from collections.abc import Sequence

import numpy as np

from backstep_lab.language.arrays import (
    check_shape,
    checked_axis,
    shown_shape,
)
from backstep_lab.language.drafts import Drafts, NodeArray


def concatenate(drafts: Drafts, arrays: Sequence[NodeArray], axis: int) -> NodeArray:
    """Arrays one after the other along an axis."""
    joined = [np.atleast_1d(array) for array in arrays]
    axis = checked_axis(drafts, joined[0], axis)
    drafts.spend(sum(array.size for array in joined))
    first = np.delete(joined[0].shape, axis).tolist()
    for array in joined:
        if array.ndim != joined[0].ndim or np.delete(array.shape, axis).tolist() != first:
            shapes = {"left": shown_shape(joined[0].shape), "right": shown_shape(array.shape)}
            raise drafts.error("program-shapes", **shapes)
    return np.concatenate(joined, axis)


def stack(drafts: Drafts, arrays: Sequence[NodeArray], axis: int) -> NodeArray:
    """Arrays of one shape side by side along a new axis."""
    first = arrays[0].shape
    for array in arrays:
        if array.shape != first:
            shapes = {"left": shown_shape(first), "right": shown_shape(array.shape)}
            raise drafts.error("program-stack-shapes", **shapes)
    if not -len(first) - 1 <= axis <= len(first):
        raise drafts.error("program-no-such-axis", axis=axis, shape=shown_shape(first))
    check_shape(drafts, (len(arrays), *first))
    return np.stack(arrays, axis)


def reshape(drafts: Drafts, x: NodeArray, shape: Sequence[int]) -> NodeArray:
    """The elements of an array in another shape; one size may be −1."""
    known = [size for size in shape if size != -1]
    complete = list(shape)
    if len(known) == len(shape) - 1 and 0 < np.prod(known, dtype=object) <= x.size:
        complete[complete.index(-1)] = x.size // int(np.prod(known, dtype=object))
    if min(complete, default=1) < 1 or np.prod(complete, dtype=object) != x.size:
        raise drafts.error("program-reshape", left=shown_shape(x.shape), right=shown_shape(tuple(shape)))
    check_shape(drafts, complete)
    return x.reshape(complete)


def transpose(drafts: Drafts, x: NodeArray) -> NodeArray:
    drafts.spend(x.size)
    return x.T


def one_hot(drafts: Drafts, classes: int | list[int], size: int) -> NodeArray:
    """A 1 at the place of a class and 0 at the others; one row for each class of a list."""
    for number in [classes] if isinstance(classes, int) else classes:
        if not 0 <= number < size:
            raise drafts.error("program-no-such-class", number=number, last=size - 1)
    shape = (size,) if isinstance(classes, int) else (len(classes), size)
    check_shape(drafts, shape)
    numbers = np.arange(size) == np.expand_dims(np.array(classes), -1)
    return np.array([drafts.constant(float(n)) for n in numbers.flat], dtype=np.int_).reshape(shape)


def filled(value: float, drafts: Drafts, shape: Sequence[int]) -> NodeArray:
    """An array of constants."""
    check_shape(drafts, shape)
    return np.array([drafts.constant(value) for _ in range(int(np.prod(shape)))], dtype=np.int_).reshape(
        shape
    )


def given(drafts: Drafts, x: NodeArray) -> NodeArray:
    """The array itself."""
    drafts.spend(1)
    return x
