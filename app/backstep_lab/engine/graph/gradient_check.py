"""Gradients of a graph beside central differences of its target, which know nothing of back-propagation.

Method and tolerance are those of layered networks (`engine/analysis/gradient_check.py`). What `stop` gives is
held: a gradient takes it for a constant.
"""

from typing import NamedTuple

from backstep_lab.engine.analysis.gradient_check import EPSILON, ROUNDINGS, TOLERANCE
from backstep_lab.engine.graph.passes import Passes, forward
from backstep_lab.engine.graph.plan import Plan


class DifferenceCheck(NamedTuple):
    """A gradient beside a central difference.

    `error` is |a − n| / max(|a|, |n|, what rounding alone makes). `is_kink`: the difference straddles a kink,
    or leaves what is defined, so that there is nothing to compare with; `agrees` is then False.
    """

    gradient: float
    difference: float | None
    error: float | None
    is_kink: bool
    agrees: bool


def difference_check(plan: Plan, passes: Passes, leaf: int) -> DifferenceCheck:
    """The gradient of the target by a leaf, checked; `passes` must be whole."""
    gradient = passes.gradients[leaf]
    difference = _difference(plan, passes.values, leaf, EPSILON)
    if difference is None:
        return DifferenceCheck(gradient, None, None, True, False)
    noise = ROUNDINGS * _scale(plan, passes) / EPSILON
    apart, size = abs(gradient - difference), max(abs(gradient), abs(difference))
    agrees = apart <= TOLERANCE * size + noise
    if not agrees:
        # The difference's own error grows with ε²: over twice the way it is four times as large.
        wide = _difference(plan, passes.values, leaf, 2 * EPSILON)
        agrees = wide is not None and apart <= abs(wide - difference) + TOLERANCE * size + noise
    return DifferenceCheck(gradient, difference, apart / max(size, noise), False, agrees)


def _difference(plan: Plan, values: list[float], leaf: int, epsilon: float) -> float | None:
    """(f(θ + ε) − f(θ − ε)) / 2ε; None where a kink, or the end of what is defined, lies between."""
    sides = [_moved(plan, values, leaf, step) for step in (epsilon, -epsilon)]
    up, down = sides
    if up is None or down is None or _branches(plan, up) != _branches(plan, down):
        return None
    target = plan.receivers[0].node
    return (up[target] - down[target]) / (2 * epsilon)


def _moved(plan: Plan, values: list[float], leaf: int, step: float) -> list[float] | None:
    moved = list(values)
    moved[leaf] += step
    return moved if forward(plan, moved, hold_stops=True) is None else None


def _branches(plan: Plan, values: list[float]) -> list[int]:
    """Which branch each function with kinks takes."""
    found = []
    for node in plan.graph.operations:
        function = plan.function(node)
        if function.kinks:
            inputs = [values[i] for i in plan.graph.nodes[node].inputs]
            found.append(inputs.index(values[node]) if function.arguments == 0 else int(inputs[0] > 0.0))
    return found


def _scale(plan: Plan, passes: Passes) -> float:
    """How far the target moves when every number on the way moves by its own size: what rounding goes by."""
    target = plan.receivers[0].node
    terms = (
        abs(passes.values[receiver.node] * passes.gradients[receiver.node]) for receiver in plan.receivers
    )
    return abs(passes.values[target]) + sum(terms)
