"""Sums, means and extremes of lanes, and what is made of them: softmax and its logarithm."""

from collections.abc import Sequence

from backstep_lab.language.arrays import (
    by_rows,
    elementwise,
    reduced,
)
from backstep_lab.language.drafts import Drafts, NodeArray, is_single


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
        return reduced(drafts, x, axis, keepdims, lambda lane: mean_of(drafts, lane))


def mean_of(drafts: Drafts, lane: Sequence[int]) -> int:
    """The mean of numbers; of a single one, that number."""
    if len(lane) == 1:
        return lane[0]
    return drafts.operation("divide", drafts.operation("sum", *lane), drafts.constant(len(lane)))


def variance(drafts: Drafts, x: NodeArray, axis: int | None, keepdims: bool) -> NodeArray:
    """The mean of the squared differences from the mean."""

    def of(lane: list[int]) -> int:
        middle = mean_of(drafts, lane)
        differences = [drafts.operation("subtract", node, middle) for node in lane]
        return mean_of(drafts, [drafts.operation("square", node) for node in differences])

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
    whole = logsumexp_of(drafts, lane)
    return [drafts.operation("subtract", node, whole) for node in lane]


def logsumexp(drafts: Drafts, x: NodeArray, axis: int, keepdims: bool) -> NodeArray:
    with drafts.grouped("logsumexp"):
        of_all = None if is_single(x) else axis
        return reduced(drafts, x, of_all, keepdims, lambda lane: logsumexp_of(drafts, lane))


def logsumexp_of(drafts: Drafts, lane: Sequence[int]) -> int:
    """The logarithm of the sum of the exponentials of numbers."""
    return drafts.operation("log", drafts.operation("sum", *[drafts.operation("exp", node) for node in lane]))
