"""A layered network as the program of a computation graph, which computes the same iteration."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import Field, ValidationError

from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule
from backstep_lab.models.graph.setup import plan_for
from backstep_lab.queries.query import Query, slow
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.spec.errors import NoProgram
from backstep_lab.spec.graph import GraphProgram, GraphTraining
from backstep_lab.spec.model import Spec
from backstep_lab.spec.validation_messages import invalid
from backstep_lab.wire.json_encoder import json_bytes

# By activation, with `z` for the weighted sums of a layer, an example a row.
_ACTIVATIONS = {
    "identity": "z",
    "sigmoid": "sigmoid(z)",
    "hard_sigmoid": "min(1, max(0, (z + 3)/6))",
    "tanh": "tanh(z)",
    "relu": "relu(z)",
    "leaky_relu": "leaky_relu(z)",
    "elu": "elu(z)",
    "gelu": "gelu(z)",
    "silu": "silu(z)",
    "softplus": "softplus(z)",
    "softmax": "softmax(z)",
    "bipolar_sigmoid": "2*sigmoid(z) - 1",
}
_WITH_ALPHA = {
    "leaky_relu": "max(alpha*z, z)",
    "elu": "relu(z) + alpha*(exp(min(z, 0)) - 1)",
}
# By loss, the term of one output, with `a` for the outputs, `y` for the targets and `d` for Huber's δ.
_TERMS = {
    "half_squared_error": "(a - y)**2/2",
    "mean_squared_error": "(a - y)**2",
    "binary_cross_entropy": "-(y*log(a) + (1 - y)*log(1 - a))",
    "cross_entropy": "-y*log(a)",
    "absolute_error": "abs(a - y)",
    "huber": "min(abs(a - y), d)**2/2 + d*(abs(a - y) - min(abs(a - y), d))",
    "hinge": "relu(1 - y*a)",
}


class NetworkAsGraph(Wire):
    """The body that makes a session of the same iteration as a graph."""

    graph: GraphProgram = Field(description="The program, with the values that the network has now.")
    training: GraphTraining = Field(description="Optimizer and schedule; their memory begins empty.")


def as_graph(session: Session) -> NetworkAsGraph:
    """The current iteration as a program.

    Raises NoProgram, and Invalid where it has too many operations or numbers that are too large.
    """
    current = layered(session)
    trace, rule, spec = current.trace, current.setup.plan.rule, current.spec
    fields = {"program": "\n".join(_lines(trace, rule)), "target": "L", "train": _trained(trace, rule)}
    try:
        program = GraphProgram.model_validate({**fields, "values": _values(trace)})
    except ValidationError as error:
        raise invalid(error.errors(), "graph") from None
    plan_for(program)
    return NetworkAsGraph(graph=program, training=_training(spec))


def _training(spec: Spec) -> GraphTraining:
    return GraphTraining(optimizer=spec.training.optimizer, schedule=spec.training.schedule)


def _values(trace: Trace) -> dict[str, Any]:
    """Inputs and targets, of one example as vectors and of several as matrices, and all parameters."""
    single = trace.N == 1
    values: dict[str, Any] = {
        "x": (trace.X[0] if single else trace.X).tolist(),
        "y": (trace.Y[0] if single else trace.Y).tolist(),
    }
    for layer, (W, b) in enumerate(zip(trace.W, trace.b, strict=True), start=1):
        values |= {f"W{layer}": W.tolist(), f"b{layer}": b.tolist()}
    return values


def _trained(trace: Trace, rule: UpdateRule) -> list[str]:
    layers = range(1, trace.shape.depth + 1)
    biases = [f"b{layer}" for layer in layers] if rule.train_biases else []
    return [*(f"W{layer}" for layer in layers), *biases]


def _lines(trace: Trace, rule: UpdateRule) -> Iterator[str]:
    below = "x"
    shape = trace.shape
    alphas = shape.conventions.alphas or (None,) * shape.depth
    for layer, (name, alpha) in enumerate(zip(shape.activations, alphas, strict=True), start=1):
        yield f"## Layer {layer}"
        product = f"W{layer} @ {below}" if trace.N == 1 else f"{below} @ W{layer}.T"
        yield f"z{layer} = {product} + b{layer}"
        yield f"a{layer} = {_named(_activation(name, alpha), 'z', f'z{layer}')}"
        below = f"a{layer}"
    yield "## Loss"
    yield f"L = {_loss(trace, below)}{_penalty(trace, rule)}"


def _loss(trace: Trace, outputs: str) -> str:
    """The loss of the batch: the mean, or the sum, over its examples of what they have over the outputs."""
    loss = trace.shape.loss_function
    term = _named(_named(_TERMS[loss.name], "a", outputs), "d", repr(trace.shape.conventions.huber_delta))
    if trace.N == 1 or loss.reduction == loss.batch_reduction:
        return f"{loss.reduction}({term})"
    divisor = loss.divisor(trace.shape.outputs) * loss.batch_divisor(trace.N)
    return f"sum({term})/{divisor}"


def _activation(name: str, alpha: float | None) -> str:
    """An activation of `z`. Raises NoProgram where the language has none."""
    if alpha is not None and name in _WITH_ALPHA:
        return _named(_WITH_ALPHA[name], "alpha", repr(alpha))
    if name not in _ACTIVATIONS:
        raise NoProgram(name)
    return _ACTIVATIONS[name]


def _penalty(trace: Trace, rule: UpdateRule) -> str:
    terms = []
    for layer in range(1, trace.shape.depth + 1):
        terms += [f" + {rule.l1!r}*sum(abs(W{layer}))"] if rule.l1 else []
        terms += [f" + {rule.l2 / 2!r}*sum(W{layer}**2)"] if rule.l2 else []
    return "".join(terms)


def _named(formula: str, letter: str, name: str) -> str:
    """A formula with a name in place of a letter that stands alone."""
    return re.sub(rf"\b{letter}\b", name, formula)


QUERY = Query(lambda session, arguments, _: json_bytes(as_graph(session)), slow)
