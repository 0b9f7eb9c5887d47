"""Values of a graph's nodes, computed one by one with the standard library alone."""

import math
from collections.abc import Callable, Mapping

from backstep_lab.engine.graph.graph import CONSTANT, LEAF, Graph

UNARY: Mapping[str, Callable[[float], float]] = {
    "negative": lambda x: -x,
    "exp": math.exp,
    "log": math.log,
    "sqrt": math.sqrt,
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "tanh": math.tanh,
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
    "relu": lambda x: max(x, 0.0),
    "leaky_relu": lambda x: max(x, 0.01 * x),
    "softplus": lambda x: math.log1p(math.exp(x)),
    "gelu": lambda x: x * 0.5 * (1 + math.erf(x / math.sqrt(2))),
    "silu": lambda x: x / (1 + math.exp(-x)),
    "elu": lambda x: x if x > 0 else math.expm1(x),
    "abs": abs,
    "square": lambda x: x * x,
    "stop": lambda x: x,
}
BINARY: Mapping[str, Callable[[float, float], float]] = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "power": lambda a, b: a**b,
}
OF_MANY: Mapping[str, Callable[[list[float]], float]] = {"sum": math.fsum, "max": max, "min": min}


def evaluate(graph: Graph) -> list[float]:
    """The value of every node."""
    values: list[float] = []
    for i, node in enumerate(graph.nodes):
        inputs = [values[j] for j in node.inputs]
        if node.function == LEAF:
            values.append(graph.leaf_values[i])
        elif node.function == CONSTANT:
            assert node.value is not None
            values.append(node.value)
        elif node.function in OF_MANY:
            assert len(inputs) > 1
            values.append(OF_MANY[node.function](inputs))
        elif node.function in BINARY:
            first, second = inputs
            values.append(BINARY[node.function](first, second))
        else:
            (only,) = inputs
            values.append(UNARY[node.function](only))
    return values


def variable(graph: Graph, ref: str) -> list[float] | float:
    """The values of a variable, in row-major order; a float for a single number."""
    values = evaluate(graph)
    (found,) = [one for one in graph.variables if one.ref == ref]
    numbers = [values[i] for i in found.nodes]
    return numbers if found.shape else numbers[0]


def result(graph: Graph) -> float:
    """The value of what is differentiated."""
    return evaluate(graph)[graph.target]
