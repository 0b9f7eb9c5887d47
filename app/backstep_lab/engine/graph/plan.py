"""What is computed of a graph, and in which order: found once, used in every iteration.

The backward pass goes against the order of the text. Every node that the target depends on, and that depends
on a leaf, receives one message over each edge to a node above it, and then their sum.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from backstep_lab.engine.graph.function import Function
from backstep_lab.engine.graph.functions import FUNCTIONS
from backstep_lab.engine.graph.graph import CONSTANT, LEAF, STOP, Graph


class Edge(NamedTuple):
    """A message's way: from a node (`above`) to one of its arguments (`below`), at a position there."""

    below: int
    above: int
    position: int


class Receiver(NamedTuple):
    """A node that has a gradient, and the edges over which its messages arrive; none for an unused leaf."""

    node: int
    edges: tuple[Edge, ...]


ForwardStep = tuple[int, Callable[..., float], tuple[int, ...], int]
MessageStep = tuple[int, Callable[..., float] | None, tuple[int, ...], int, int]


@dataclass(frozen=True, eq=False)
class Plan:
    """A graph's operations in order. `receivers` begins with the target, which has no edges."""

    graph: Graph
    receivers: tuple[Receiver, ...]

    @cached_property
    def forward(self) -> tuple[ForwardStep, ...]:
        """Of each computed node: itself, its function, its inputs, how many numbers the function takes."""
        return tuple(
            (i, self.function(i).value, self.graph.nodes[i].inputs, self.function(i).arguments)
            for i in self.graph.operations
        )

    @cached_property
    def forward_without_stops(self) -> tuple[ForwardStep, ...]:
        """The same without the operations of `stop`."""
        return tuple(step for step in self.forward if self.graph.nodes[step[0]].function != STOP)

    @cached_property
    def messages(self) -> tuple[tuple[int, tuple[MessageStep, ...]], ...]:
        """Of each receiver but the target: itself and, for each message, what `backward` reads."""
        return tuple(
            (receiver.node, tuple(self._message(edge) for edge in receiver.edges))
            for receiver in self.receivers[1:]
        )

    def _message(self, edge: Edge) -> MessageStep:
        function = self.function(edge.above)
        slope = function.slope(edge.position).value
        return edge.above, slope, self.graph.nodes[edge.above].inputs, function.arguments, edge.position

    def function(self, node: int) -> Function:
        """The function that computes a node."""
        return FUNCTIONS[self.graph.nodes[node].function]

    @cached_property
    def by_node(self) -> dict[int, Receiver]:
        """The receiver of each node that has a gradient."""
        return {receiver.node: receiver for receiver in self.receivers}


def plan_of(graph: Graph, target: int | None = None) -> Plan:
    """The plan of a graph; with a `target` of its own, the gradients are those of that node."""
    target = graph.target if target is None else target
    edges = _edges(graph, target, _depends(graph))
    receivers = [Receiver(target, ())]
    receivers += [
        Receiver(node, tuple(edges.get(node, ())))
        for node in reversed(range(len(graph.nodes)))
        if node != target and (node in edges or graph.nodes[node].function == LEAF)
    ]
    return Plan(graph, tuple(receivers))


def _depends(graph: Graph) -> Sequence[bool]:
    """Whether each node depends on a leaf, other than through `stop`."""
    depends: list[bool] = []
    for node in graph.nodes:
        depends.append(
            node.function == LEAF
            or (node.function not in (CONSTANT, STOP) and any(depends[i] for i in node.inputs))
        )
    return depends


def _edges(graph: Graph, target: int, depends: Sequence[bool]) -> dict[int, list[Edge]]:
    """The edges that carry messages, by the node below, in the order in which the messages arrive."""
    edges: dict[int, list[Edge]] = {}
    reached = {target} if depends[target] else set()
    for above in range(target, -1, -1):
        if above not in reached or graph.nodes[above].function == LEAF:
            continue
        for position, below in enumerate(graph.nodes[above].inputs):
            if depends[below]:
                reached.add(below)
                edges.setdefault(below, []).append(Edge(below, above, position))
    return edges
