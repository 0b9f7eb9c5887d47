"""Misconceptions of the update."""

from collections.abc import Callable, Iterator

from backstep_lab.quiz.operation_context import Misconception, OperationContext


def update(at: OperationContext) -> Iterator[Misconception]:
    """A new weight or bias."""
    yield "uphill", 2.0 * at.old - at.new
    yield "forgot-rate", at.old - at.gradient
    yield "gradient-for-weight", at.gradient
    yield "change-only", at.new - at.old
    yield "change-only", at.old - at.new
    yield "unchanged", at.old
    if at.rule.optimizer.name != "sgd":
        yield "plain-descent", at.old - at.trace.learning_rate * at.gradient


def first_moment(at: OperationContext) -> Iterator[Misconception]:
    """m: what the optimizer remembers of the gradients."""
    yield "gradient-alone", at.gradient
    yield "unchanged", _remembered(at, "m")


def second_moment(at: OperationContext) -> Iterator[Misconception]:
    """v: what it remembers of their squares."""
    yield "gradient-alone", at.gradient**2
    yield "gradient-alone", at.gradient
    yield "unchanged", _remembered(at, "v")


def _remembered(at: OperationContext, name: str) -> float:
    """What was remembered before; the last column belongs to the biases."""
    return at.trace.remembered(name, after=False)[at.layer - 1].item(at.j, at.k)


MISCONCEPTIONS: dict[str, Callable[[OperationContext], Iterator[Misconception]]] = {
    "update": update,
    "first_moment": first_moment,
    "second_moment": second_moment,
}
