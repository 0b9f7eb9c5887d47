"""Refs of a graph's numbers.

A node has the ref that the program gives it, such as `q`, `W[0,1]`, `L:3.2`. Of a node with ref r and a
target L: its gradient `dL/dr`; a message where several arrive `dL/dr<-h`, from the node h, and `dL/dr<-h:2`
for the second argument of h; its value after the update `r_next`, or `W_next[0,1]`, or `r#next` where the
program has a name `r_next` itself; the optimizer's memory of it `m:r`, and `m_next:r` after the update. A
setting of the optimizer is `optimizer.beta1`.
"""

from backstep_lab.engine.graph.graph import Graph, Node
from backstep_lab.engine.graph.plan import Receiver

_MOMENTS = {"first_moment": "m_next", "second_moment": "v_next"}


def gradient(graph: Graph, node: int) -> str:
    """The derivative of the target by a node."""
    return f"d{graph.nodes[graph.target].ref}/d{graph.nodes[node].ref}"


def tangent(graph: Graph, node: int, leaf: int) -> str:
    """The derivative of a node by a leaf, in forward mode."""
    return f"d{graph.nodes[node].ref}/d{graph.nodes[leaf].ref}"


def message(graph: Graph, receiver: Receiver, edge: int) -> str:
    """What arrives over an edge; the gradient itself where nothing else arrives."""
    own = gradient(graph, receiver.node)
    if len(receiver.edges) == 1:
        return own
    above, position = receiver.edges[edge].above, receiver.edges[edge].position
    arrived = f"{own}<-{graph.nodes[above].ref}"
    is_only = sum(other.above == above for other in receiver.edges) == 1
    return arrived if is_only else f"{arrived}:{position + 1}"


def updated(graph: Graph, node: int, kind: str) -> str:
    """What an operation of the update makes of a leaf."""
    return f"{_MOMENTS[kind]}:{graph.nodes[node].ref}" if kind in _MOMENTS else next_value(graph, node)


def next_value(graph: Graph, leaf: int) -> str:
    """A leaf after the update."""
    name, bracket, index = graph.nodes[leaf].ref.partition("[")
    mark = "#next" if f"{name}_next" in graph.names else "_next"
    return f"{name}{mark}{bracket}{index}"


def memory(node: Node, name: str) -> str:
    """What the optimizer remembers of a leaf: `name` is m or v, m_next or v_next after the update."""
    return f"{name}:{node.ref}"


def setting(name: str) -> str:
    """A setting of the optimizer."""
    return f"optimizer.{name}"
