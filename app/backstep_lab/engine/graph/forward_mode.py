"""Forward mode: how every number moves when one leaf moves, computed in the order of the text."""

from math import isfinite
from typing import NamedTuple

from backstep_lab.engine.graph.graph import CONSTANT, LEAF, STOP
from backstep_lab.engine.graph.plan import Edge, Plan
from backstep_lab.engine.graph.scalar import total


class Tangent(NamedTuple):
    """The derivative of a node's value by the leaf, as the sum over its arguments that depend on the leaf.

    `terms` has the product slope × derivative of the argument for each of `edges`.
    """

    node: int
    value: float
    edges: tuple[Edge, ...]
    terms: tuple[float, ...]


def tangents(plan: Plan, values: list[float], leaf: int) -> list[Tangent]:
    """The derivatives of all nodes that depend on a leaf, the leaf's own 1 first, at these values.

    It ends before the first derivative that is not finite.
    """
    found = {leaf: Tangent(leaf, 1.0, (), ())}
    for node in range(leaf + 1, len(values)):
        record = plan.graph.nodes[node]
        if record.function in (LEAF, CONSTANT, STOP):
            continue
        edges = tuple(Edge(i, node, at) for at, i in enumerate(record.inputs) if i in found)
        if not edges:
            continue
        try:
            terms = tuple(local_slope(plan, values, edge) * found[edge.below].value for edge in edges)
        except (ArithmeticError, ValueError):
            break
        value = total(terms)
        if not isfinite(value):
            break
        found[node] = Tangent(node, value, edges, terms)
    return list(found.values())


def local_slope(plan: Plan, values: list[float], edge: Edge) -> float:
    """The derivative of the node above by the argument of an edge. Raises as the function does."""
    slope = plan.function(edge.above).slope(edge.position).value
    if slope is None:
        return 1.0
    inputs = [values[i] for i in plan.graph.nodes[edge.above].inputs]
    if plan.function(edge.above).arguments:
        return float(slope(*inputs, values[edge.above]))
    return float(slope(inputs, values[edge.above], edge.position))


def tangent_operations(plan: Plan, leaf: int) -> int:
    """How many operations `tangents` takes: one for each term, and one for each sum of several."""
    depends = {leaf}
    count = 1
    for node, record in enumerate(plan.graph.nodes):
        terms = sum(i in depends for i in record.inputs)
        if terms and record.function != STOP:
            depends.add(node)
            count += terms + (terms > 1)
    return count
