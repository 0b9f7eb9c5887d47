"""Forward and backward pass over a graph: every value, every message and every gradient.

Numbers are Python floats: a graph has few operations, unlike each other, and a call of numpy for one
number costs more than the operation. Stepping and training call the same functions: their bits are equal.
"""

from dataclasses import dataclass
from math import isfinite, nan

from backstep_lab.engine.graph.plan import Plan

Numbers = list[float]


@dataclass(frozen=True, slots=True)
class Passes:
    """The numbers of both passes.

    `values` and `gradients` are by node (nan where a node has no gradient), `messages` by receiver and in the
    order of its edges, receivers in the order of the plan, up to a message that is undefined. `failed` is
    the first node whose value, or with `in_backward` whose gradient or message, is not finite: what is
    computed after it is not to be used.
    """

    values: Numbers
    gradients: Numbers
    messages: list[Numbers]
    failed: int | None = None
    in_backward: bool = False


def both_passes(plan: Plan, values: Numbers) -> Passes:
    """Forward and backward. `values` holds those of leaves and constants; the others are written into it."""
    gradients: Numbers = [nan] * len(values)
    messages: list[Numbers] = [[]]
    failed = forward(plan, values)
    if failed is not None:
        return Passes(values, gradients, messages, failed)
    failed = backward(plan, values, gradients, messages)
    return Passes(values, gradients, messages, failed, failed is not None)


def forward(plan: Plan, values: Numbers, hold_stops: bool = False) -> int | None:
    """Compute the values in order. Returns the first node whose value is not finite, if there is one.

    With `hold_stops`, what `stop` gives keeps the value that it has in `values`, as differentiation takes it.
    """
    node = -1
    steps = plan.forward_without_stops if hold_stops else plan.forward
    try:
        for node, function, inputs, arguments in steps:
            if arguments == 2:
                values[node] = function(values[inputs[0]], values[inputs[1]])
            elif arguments == 1:
                values[node] = function(values[inputs[0]])
            else:
                values[node] = function([values[i] for i in inputs])
    except (ArithmeticError, ValueError):
        return _first(plan, values, node)
    return None if isfinite(sum(values)) else _first(plan, values, None)


def _first(plan: Plan, values: Numbers, raised: int | None) -> int | None:
    """The first node up to the one that raised whose value is not finite; else the one that raised."""
    for node, *_ in plan.forward:
        if node == raised or not isfinite(values[node]):
            return node
    return raised


def backward(plan: Plan, values: Numbers, gradients: Numbers, messages: list[Numbers]) -> int | None:
    """Compute the gradients, and append the messages of each receiver after the target.

    Returns the first node whose gradient or message is not finite, if there is one.
    """
    gradients[plan.receivers[0].node] = 1.0
    total = 0.0
    node = -1
    try:
        for node, edges in plan.messages:
            arrived: Numbers = []
            messages.append(arrived)
            for above, slope, inputs, arguments, position in edges:
                if slope is None:
                    arrived.append(gradients[above])
                elif arguments == 2:
                    x, y = inputs
                    arrived.append(gradients[above] * slope(values[x], values[y], values[above]))
                elif arguments == 1:
                    arrived.append(gradients[above] * slope(values[inputs[0]], values[above]))
                else:
                    of_many = [values[i] for i in inputs]
                    arrived.append(gradients[above] * slope(of_many, values[above], position))
            gradient = arrived[0] if arrived else 0.0
            for message in arrived[1:]:
                gradient += message
            gradients[node] = gradient
            total += gradient
    except (ArithmeticError, ValueError):
        return node
    return None if isfinite(total) else _first_receiver(plan, gradients, messages)


def _first_receiver(plan: Plan, gradients: Numbers, messages: list[Numbers]) -> int | None:
    for receiver, arrived in zip(plan.receivers, messages, strict=True):
        if not all(map(isfinite, (*arrived, gradients[receiver.node]))):
            return receiver.node
    return None
