"""What the functions of the language expand to: scalar operations, in a group of their own.

Each takes the drafts that it adds to, then arrays and settings, and returns an array.
"""

from collections.abc import Sequence

import numpy as np

from backstep_lab.language.arrays import (
    Shape,
    by_rows,
    check_shape,
    checked_axis,
    elementwise,
    reduced,
    shown_shape,
)
from backstep_lab.language.drafts import Drafts, NodeArray, is_single, single


def extreme(
    function: str, drafts: Drafts, values: Sequence[NodeArray], axis: int | None, keepdims: bool
) -> NodeArray:
    """The largest or smallest of several values, or of the elements of one array."""
    if len(values) > 1:
        return elementwise(drafts, function, *values)
    return reduced(drafts, values[0], axis, keepdims, lambda lane: drafts.operation(function, *lane))


def total(drafts: Drafts, x: NodeArray, axis: int | None, keepdims: bool) -> NodeArray:
    return reduced(drafts, x, axis, keepdims, lambda lane: drafts.operation("sum", *lane))


def mean(drafts: Drafts, x: NodeArray, axis: int | None, keepdims: bool) -> NodeArray:
    with drafts.grouped("mean"):
        return reduced(drafts, x, axis, keepdims, lambda lane: _mean(drafts, lane))


def _mean(drafts: Drafts, lane: Sequence[int]) -> int:
    if len(lane) == 1:
        return lane[0]
    return drafts.operation("divide", drafts.operation("sum", *lane), drafts.constant(len(lane)))


def variance(drafts: Drafts, x: NodeArray, axis: int | None, keepdims: bool) -> NodeArray:
    """The mean of the squared differences from the mean."""

    def of(lane: list[int]) -> int:
        middle = _mean(drafts, lane)
        differences = [drafts.operation("subtract", node, middle) for node in lane]
        return _mean(drafts, [drafts.operation("square", node) for node in differences])

    with drafts.grouped("var"):
        return reduced(drafts, x, axis, keepdims, of)


def softmax(drafts: Drafts, x: NodeArray, axis: int) -> NodeArray:
    def of(lane: list[int]) -> list[int]:
        powers = [drafts.operation("exp", node) for node in lane]
        whole = drafts.operation("sum", *powers)
        return [drafts.operation("divide", power, whole) for power in powers]

    with drafts.grouped("softmax"):
        return by_rows(drafts, x, axis, of)


def log_softmax(drafts: Drafts, x: NodeArray, axis: int) -> NodeArray:
    with drafts.grouped("log_softmax"):
        return by_rows(drafts, x, axis, lambda lane: _log_softmax(drafts, lane))


def _log_softmax(drafts: Drafts, lane: Sequence[int]) -> list[int]:
    whole = _logsumexp(drafts, lane)
    return [drafts.operation("subtract", node, whole) for node in lane]


def logsumexp(drafts: Drafts, x: NodeArray, axis: int, keepdims: bool) -> NodeArray:
    with drafts.grouped("logsumexp"):
        of_all = None if is_single(x) else axis
        return reduced(drafts, x, of_all, keepdims, lambda lane: _logsumexp(drafts, lane))


def _logsumexp(drafts: Drafts, lane: Sequence[int]) -> int:
    return drafts.operation("log", drafts.operation("sum", *[drafts.operation("exp", node) for node in lane]))


def cross_entropy(drafts: Drafts, logits: NodeArray, target: NodeArray | int | list[int]) -> NodeArray:
    """−log of the softmax at the target class, or weighed by a target vector; the mean over several rows."""
    if logits.ndim not in (1, 2):
        raise drafts.error("program-cross-entropy-logits", shape=shown_shape(logits.shape))
    examples = np.atleast_2d(logits)
    targets = _targets(drafts, logits, target)
    drafts.spend(logits.size)
    with drafts.grouped("cross_entropy"):
        losses = []
        for i, (lane, wanted) in enumerate(zip(examples, targets, strict=True)):
            drafts.next_element()
            if len(examples) > 1:
                with drafts.grouped("row", str(i)):
                    losses.append(_cross_entropy(drafts, lane, wanted))
            else:
                losses.append(_cross_entropy(drafts, lane, wanted))
        return single(_mean(drafts, losses))


def _targets(
    drafts: Drafts, logits: NodeArray, target: NodeArray | int | list[int]
) -> Sequence[int] | NodeArray:
    """One target for each row of logits: a class, or a vector."""
    if isinstance(target, np.ndarray):
        if target.shape != logits.shape:
            shapes = {"left": shown_shape(logits.shape), "right": shown_shape(target.shape)}
            raise drafts.error("program-cross-entropy-target", **shapes)
        return np.atleast_2d(target)
    classes = [target] if isinstance(target, int) else target
    if len(classes) != (1 if logits.ndim == 1 else len(logits)):
        shapes = {"left": shown_shape(logits.shape), "right": shown_shape((len(classes),))}
        raise drafts.error("program-cross-entropy-target", **shapes)
    for number in classes:
        if not 0 <= number < logits.shape[-1]:
            raise drafts.error("program-no-such-class", number=number, last=logits.shape[-1] - 1)
    return classes


def _cross_entropy(drafts: Drafts, lane: NodeArray, target: int | NodeArray) -> int:
    logits = [int(node) for node in lane]
    whole = _logsumexp(drafts, logits)
    if isinstance(target, int):
        return drafts.operation("negative", drafts.operation("subtract", logits[target], whole))
    logs = [drafts.operation("subtract", node, whole) for node in logits]
    products = [drafts.operation("multiply", int(t), log) for t, log in zip(target, logs, strict=True)]
    return drafts.operation("negative", drafts.operation("sum", *products))


def mse(drafts: Drafts, prediction: NodeArray, target: NodeArray) -> NodeArray:
    """The mean of the squared differences."""
    with drafts.grouped("mse"):
        differences = elementwise(drafts, "subtract", prediction, target)
        squares = elementwise(drafts, "square", differences)
        return single(_mean(drafts, [int(node) for node in squares.flat]))


def matrix_product(kind: str, drafts: Drafts, left: NodeArray, right: NodeArray) -> NodeArray:
    """Rows of the left array times columns of the right one; a vector is a single row or column."""
    if is_single(left) or is_single(right):
        raise drafts.error("program-product-of-number", operator=kind)
    if max(left.ndim, right.ndim) > 2 or left.shape[-1] != right.shape[0]:
        shapes = {"left": shown_shape(left.shape), "right": shown_shape(right.shape)}
        raise drafts.error("program-product-shapes", **shapes)
    shape = (*left.shape[:-1], *right.shape[1:])
    check_shape(drafts, shape)
    result = np.empty(shape, dtype=np.int_)
    rows, columns = left.shape[:-1], right.shape[1:]
    with drafts.grouped(kind):
        for index in np.ndindex(shape):
            row, column = left[index[: len(rows)]], right[(slice(None), *index[len(rows) :])]
            result[index] = _window(drafts, "element" if shape else "", index, row, column)
        drafts.next_element()
    return result if columns or rows else single(int(result))


def _window(drafts: Drafts, kind: str, index: Shape, left: NodeArray, right: NodeArray) -> int:
    """The sum of the products of the elements of two arrays; a group of its own where it is one of many."""
    if kind:
        drafts.next_element()
        with drafts.grouped(kind, ", ".join(map(str, index))):
            return _products(drafts, left, right)
    return _products(drafts, left, right)


def _products(drafts: Drafts, left: NodeArray, right: NodeArray) -> int:
    pairs = zip(left.flat, right.flat, strict=True)
    return drafts.operation("sum", *[drafts.operation("multiply", int(a), int(b)) for a, b in pairs])


def convolution(drafts: Drafts, x: NodeArray, kernel: NodeArray) -> NodeArray:
    """The kernel slid over x by one, without flipping it, wherever it fits whole."""
    if x.ndim != kernel.ndim or x.ndim not in (1, 2):
        shapes = {"left": shown_shape(x.shape), "right": shown_shape(kernel.shape)}
        raise drafts.error("program-conv-axes", **shapes)
    if any(k > n for k, n in zip(kernel.shape, x.shape, strict=True)):
        shapes = {"left": shown_shape(x.shape), "right": shown_shape(kernel.shape)}
        raise drafts.error("program-conv-too-small", **shapes)
    shape = tuple(n - k + 1 for k, n in zip(kernel.shape, x.shape, strict=True))
    check_shape(drafts, shape)
    result = np.empty(shape, dtype=np.int_)
    with drafts.grouped("conv"):
        for index in np.ndindex(shape):
            part = x[tuple(slice(i, i + k) for i, k in zip(index, kernel.shape, strict=True))]
            result[index] = _window(drafts, "window", index, part, kernel)
        drafts.next_element()
    return result


def max_pool(drafts: Drafts, x: NodeArray, size: int) -> NodeArray:
    return _pool("maxpool", drafts, x, size)


def avg_pool(drafts: Drafts, x: NodeArray, size: int) -> NodeArray:
    return _pool("avgpool", drafts, x, size)


def _pool(kind: str, drafts: Drafts, x: NodeArray, size: int) -> NodeArray:
    """One number for each window of a size, side by side; what does not fill a window is left out."""
    if x.ndim not in (1, 2) or not 1 <= size <= min(x.shape):
        raise drafts.error("program-pool-size", name=kind, size=size, shape=shown_shape(x.shape))
    shape = tuple(n // size for n in x.shape)
    result = np.empty(shape, dtype=np.int_)
    with drafts.grouped(kind):
        for index in np.ndindex(shape):
            window = x[tuple(slice(i * size, (i + 1) * size) for i in index)]
            nodes = [int(node) for node in window.flat]
            drafts.next_element()
            with drafts.grouped("window", ", ".join(map(str, index))):
                pooled = drafts.operation("max", *nodes) if kind == "maxpool" else _mean(drafts, nodes)
                result[index] = pooled
        drafts.next_element()
    return result


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
