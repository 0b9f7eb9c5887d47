"""LaTeX of a graph's numbers, as operands of formulas."""

from backstep_lab.engine.graph.function import Function
from backstep_lab.engine.graph.functions import FUNCTIONS
from backstep_lab.engine.graph.graph import Graph
from backstep_lab.engine.graph.plan import Edge, Receiver
from backstep_lab.language.symbols import symbol
from backstep_lab.stepping.formulas import symbols as common

_SUMS = frozenset(("add", "subtract", "negative", "sum"))
_BOUND_TIGHTLY = _SUMS | {"multiply", "divide", "power"}


def operand(graph: Graph, node: int, function: Function | None = None, position: int = 0) -> str:
    """A node as an argument of a function, in parentheses where its own expression would be misread."""
    text = symbol(graph, node)
    record = graph.nodes[node]
    if record.name or record.function not in _BOUND_TIGHTLY or text.startswith("v_{"):
        return text
    return rf"\left({text}\right)" if _needs_parentheses(record.function, function, position) else text


def _needs_parentheses(inner: str, function: Function | None, position: int) -> bool:
    """Whether an expression without a name is put in parentheses; None stands for a factor."""
    if function is None or function.name == "multiply":
        return inner in _SUMS
    if function.name == "power":
        return position == 0
    if function.name == "subtract":
        return position == 1 and inner in _SUMS
    return function.name == "negative" and inner in _SUMS


def gradient(graph: Graph, node: int) -> str:
    """∂L/∂x."""
    return common.derivative(symbol(graph, graph.target), _whole(graph, node))


def message(graph: Graph, receiver: Receiver, edge: int) -> str:
    """∂L/∂x along one edge."""
    if len(receiver.edges) == 1:
        return gradient(graph, receiver.node)
    above = receiver.edges[edge].above
    return rf"\left.{gradient(graph, receiver.node)}\right|_{{{_whole(graph, above)}}}"


def local_slope(graph: Graph, edge: Edge) -> str:
    """∂q/∂x of a node by one of its arguments."""
    return common.derivative(_whole(graph, edge.above), _whole(graph, edge.below))


def tangent(graph: Graph, node: int, leaf: int) -> str:
    """∂q/∂x of forward mode."""
    return common.derivative(_whole(graph, node), symbol(graph, leaf))


def next_value(graph: Graph, node: int) -> str:
    """A leaf after the update."""
    return symbol(graph, node) + "{}'"


def remembered(graph: Graph, node: int, name: str, after: bool) -> str:
    """What the optimizer remembers of a leaf."""
    return f"{name}_{{{symbol(graph, node)}}}" + ("{}'" if after else "")


def _whole(graph: Graph, node: int) -> str:
    record = graph.nodes[node]
    text = symbol(graph, node)
    is_expression = not record.name and record.function in FUNCTIONS and not text.startswith("v_{")
    return rf"\left({text}\right)" if is_expression else text
