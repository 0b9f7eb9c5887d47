"""Losses of whole arrays."""

from collections.abc import Sequence

import numpy as np

from backstep_lab.language.arrays import (
    elementwise,
    shown_shape,
)
from backstep_lab.language.drafts import Drafts, NodeArray, single
from backstep_lab.language.expansions.reductions import logsumexp_of, mean_of


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
        return single(mean_of(drafts, losses))


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
    whole = logsumexp_of(drafts, logits)
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
        return single(mean_of(drafts, [int(node) for node in squares.flat]))
