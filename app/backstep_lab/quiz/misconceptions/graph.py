"""Misconceptions about the operations of a computation graph."""

from collections.abc import Callable, Iterator
from math import prod

from backstep_lab.engine.graph.forward_mode import local_slope
from backstep_lab.engine.graph.functions import FUNCTIONS
from backstep_lab.engine.graph.plan import Edge
from backstep_lab.models.graph.numbers import GraphNumbers
from backstep_lab.models.graph.operations import GraphOperation
from backstep_lab.quiz.operation_context import Misconception


def candidates(numbers: GraphNumbers, ordinal: int) -> Iterator[Misconception]:
    """Every misconception about an operation, the likeliest first."""
    operation = numbers.operations.all[ordinal]
    for name, value in _OF_KIND[operation.kind](numbers, operation):
        try:
            yield name, value()
        except (ArithmeticError, ValueError):
            continue


Suspect = tuple[str, Callable[[], float]]
"""A misconception's name and the number that it gives; computing it may raise as functions do."""


def node(numbers: GraphNumbers, operation: GraphOperation) -> Iterator[Suspect]:
    """The value of a function."""
    function = numbers.plan.function(operation.node)
    inputs = [numbers.values[i] for i in numbers.graph.nodes[operation.node].inputs]
    if function.arguments == 1:
        yield "argument-for-value", lambda: inputs[0]
        slope = function.slope(0).value
        if slope is not None:
            yield "slope-for-value", lambda: slope(inputs[0], numbers.values[operation.node])
        return
    yield from _of_several(function.name, inputs)


def _of_several(name: str, inputs: list[float]) -> Iterator[Suspect]:
    if name == "multiply":
        yield "added", lambda: sum(inputs)
    if name == "power":
        yield "multiplied-for-power", lambda: prod(inputs)
    if name in ("add", "sum"):
        yield "multiplied", lambda: prod(inputs)
    if name in ("subtract", "divide"):
        yield "swapped", lambda: FUNCTIONS[name].value(inputs[1], inputs[0])
    if name in ("max", "min"):
        other: Callable[[list[float]], float] = min if name == "max" else max
        yield "wrong-branch", lambda: other(inputs)
    if name == "sum":
        for value in inputs:
            yield "one-term", lambda value=value: value  # type: ignore[misc]


def message(numbers: GraphNumbers, operation: GraphOperation) -> Iterator[Suspect]:
    """Upstream gradient times local slope."""
    edge = numbers.plan.receivers[operation.receiver].edges[operation.edge]
    values, upstream = numbers.values, numbers.passes.gradients[edge.above]
    slope = local_slope(numbers.plan, numbers.passes.values, edge)
    function = numbers.plan.function(edge.above)
    if function.kinks:
        yield "wrong-branch", lambda: upstream if slope == 0.0 else 0.0
    yield "forgot-upstream", lambda: slope
    yield "forgot-local-slope", lambda: upstream
    yield "value-for-slope", lambda: upstream * values[edge.above]
    yield "own-value", lambda: upstream * values[edge.below]
    if function.slope(edge.position).value is not None:
        yield "added", lambda: upstream + slope
    yield from _other_argument(numbers, edge, upstream)


def _other_argument(numbers: GraphNumbers, edge: Edge, upstream: float) -> Iterator[Suspect]:
    inputs = numbers.graph.nodes[edge.above].inputs
    if len(inputs) == 2 and numbers.plan.function(edge.above).name in ("divide", "power", "subtract"):
        other = Edge(inputs[1 - edge.position], edge.above, 1 - edge.position)
        yield "other-argument", lambda: upstream * local_slope(numbers.plan, numbers.passes.values, other)


def message_sum(numbers: GraphNumbers, operation: GraphOperation) -> Iterator[Suspect]:
    """Σ of the messages."""
    arrived = numbers.passes.messages[operation.receiver]
    total = sum(arrived)
    for one in arrived:
        yield "forgot-path", lambda one=one: total - one  # type: ignore[misc]
    yield "multiplied", lambda: prod(arrived)
    yield "mean-for-sum", lambda: total / len(arrived)


def update(numbers: GraphNumbers, operation: GraphOperation) -> Iterator[Suspect]:
    """A leaf after the update."""
    old, gradient = numbers.values[operation.node], numbers.passes.gradients[operation.node]
    rate = numbers.setup.learning_rate
    new = numbers.leaf_after(operation.node)
    if new is None:
        return
    yield "uphill", lambda: 2.0 * old - new
    yield "forgot-rate", lambda: old - gradient
    yield "gradient-for-weight", lambda: gradient
    yield "change-only", lambda: new - old
    yield "change-only", lambda: old - new
    yield "unchanged", lambda: old
    if numbers.setup.rule.optimizer.name != "sgd":
        yield "plain-descent", lambda: old - rate * gradient


def moment(numbers: GraphNumbers, operation: GraphOperation) -> Iterator[Suspect]:
    """What the optimizer remembers."""
    gradient = numbers.passes.gradients[operation.node]
    name = "m" if operation.kind == "first_moment" else "v"
    before = numbers.memory(name, operation.receiver, after=False)
    if name == "v":
        yield "gradient-alone", lambda: gradient**2
    yield "gradient-alone", lambda: gradient
    if before is not None:
        yield "unchanged", lambda: before


def nothing(numbers: GraphNumbers, operation: GraphOperation) -> Iterator[Suspect]:
    """A number that follows from nothing."""
    return iter(())


_OF_KIND: dict[str, Callable[[GraphNumbers, GraphOperation], Iterator[Suspect]]] = {
    "node": node,
    "seed": nothing,
    "no_message": nothing,
    "message": message,
    "message_sum": message_sum,
    "update": update,
    "first_moment": moment,
    "second_moment": moment,
}
