"""Misconceptions by name: the number that each of them would give, beside the one that was given."""

from collections.abc import Callable, Iterator
from math import isfinite

from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.quiz.misconceptions import backward, forward, graph, update
from backstep_lab.quiz.operation_context import Misconception, OperationContext
from backstep_lab.quiz.target import QuizTarget
from backstep_lab.quiz.tolerance import is_near, margin

MISCONCEPTIONS: dict[str, Callable[[OperationContext], Iterator[Misconception]]] = {
    **forward.MISCONCEPTIONS,
    **backward.MISCONCEPTIONS,
    **update.MISCONCEPTIONS,
}


def recognise(about: QuizTarget, given: float, true: float, digits: int) -> str | None:
    """The first misconception that gives this wrong number and could not be taken for the right one."""
    apart = margin(true, digits, about.old)
    for name, number in candidates(about, true):
        if not isfinite(number) or is_near(number, true, apart):
            continue
        near = margin(number, digits)
        if is_near(given, number, near if about.old is None else min(near, apart)):
            return name
    return None


def candidates(about: QuizTarget, true: float) -> Iterator[Misconception]:
    """Every misconception of the operation, the likeliest first; then those that any number may suffer."""
    if isinstance(about.current, GraphIteration):
        yield from graph.candidates(about.current.numbers, about.ordinal)
    else:
        yield from MISCONCEPTIONS[about.kind](OperationContext.of(about))
    yield from anywhere(true)


def anywhere(true: float) -> Iterator[Misconception]:
    """Misconceptions that have nothing to do with the operation."""
    yield "sign", -true
    for power in (10.0, 0.1, 100.0, 0.01):
        yield "decimal", true * power
