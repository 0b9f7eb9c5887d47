"""Sums of products over rows, columns and windows: matrix products, convolution, pooling."""

import numpy as np

from backstep_lab.language.arrays import (
    Shape,
    check_shape,
    shown_shape,
)
from backstep_lab.language.drafts import Drafts, NodeArray, is_single, single
from backstep_lab.language.expansions.reductions import mean_of


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
                pooled = drafts.operation("max", *nodes) if kind == "maxpool" else mean_of(drafts, nodes)
                result[index] = pooled
        drafts.next_element()
    return result
