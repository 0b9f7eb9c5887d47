"""A gradient as the sum over all paths from a node to the target: each is the product of its local slopes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backstep_lab.engine.graph.forward_mode import local_slope
from backstep_lab.engine.graph.plan import Edge, Plan


@dataclass(frozen=True)
class GraphPath:
    """The edges from a node up to the target, and the slope at each; `value` is their product."""

    edges: tuple[Edge, ...]
    slopes: tuple[float, ...]
    value: float


def path_counts(plan: Plan) -> dict[int, int]:
    """How many paths lead to the target from each node that has a gradient."""
    counts = {plan.receivers[0].node: 1}
    for node, edges in plan.receivers[1:]:
        counts[node] = sum(counts[edge.above] for edge in edges)
    return counts


def paths(plan: Plan, values: list[float], node: int, limit: int) -> list[GraphPath]:
    """The paths from a node to the target, at most `limit` of them, at these values.

    Raises ArithmeticError or ValueError where a slope is undefined.
    """
    found: list[GraphPath] = []
    for edges in _ways(plan, node):
        if len(found) == limit:
            break
        slopes = tuple(local_slope(plan, values, edge) for edge in edges)
        product = 1.0
        for slope in reversed(slopes):
            product *= slope
        found.append(GraphPath(edges, slopes, product))
    return found


def _ways(plan: Plan, node: int) -> Iterator[tuple[Edge, ...]]:
    """The paths in the order of their edges; depth first, without recursion: a path may be long."""
    target = plan.receivers[0].node
    stack: list[tuple[int, tuple[Edge, ...]]] = [(node, ())]
    while stack:
        here, edges = stack.pop()
        if here == target:
            yield edges
            continue
        for edge in reversed(plan.by_node[here].edges):
            stack.append((edge.above, (*edges, edge)))


def path_multiplications(plan: Plan, nodes: Sequence[int]) -> int:
    """Multiplications of slopes along all paths from each of the nodes: one less than edges for each path."""
    lengths = {plan.receivers[0].node: 0}
    counts = path_counts(plan)
    for below, edges in plan.receivers[1:]:
        lengths[below] = sum(lengths[edge.above] + counts[edge.above] for edge in edges)
    return sum(max(0, lengths[node] - counts[node]) for node in nodes)


def shared_multiplications(plan: Plan, node: int | None = None) -> int:
    """Multiplications of back-propagation: one for each message on the way to a node, or to all of them."""
    if node is None:
        return sum(len(receiver.edges) for receiver in plan.receivers)
    seen, waiting = {node}, [node]
    count = 0
    while waiting:
        edges = plan.by_node[waiting.pop()].edges
        count += len(edges)
        for edge in edges:
            if edge.above not in seen:
                seen.add(edge.above)
                waiting.append(edge.above)
    return count
