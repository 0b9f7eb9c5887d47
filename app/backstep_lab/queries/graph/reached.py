"""Numbers of a graph's session as far as its cursor has reached them, and refs that a query takes."""

from backstep_lab.engine.graph.graph import LEAF
from backstep_lab.models.graph import refs
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.models.requested_ref import requested_ref
from backstep_lab.sessions.graph import graph_of
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid


def is_reached(session: Session, ref: str) -> bool:
    """Whether a number is computed by the session's step; what is given always is."""
    ordinal = graph_of(session).source_of(ref).ordinal
    return ordinal is None or ordinal < session.step


def reached_value(session: Session, ref: str) -> float | None:
    """The number; None where it is not reached or not finite."""
    return graph_of(session).value_of(ref, 0) if is_reached(session, ref) else None


def leaf_named(session: Session, field: str, text: str) -> int:
    """The leaf that a ref names, itself or by its gradient. Raises Invalid for `field`."""
    current = graph_of(session)
    with requested_ref(field, text):
        current.source_of(text)
    node = gradient_node(current, text)
    node = current.setup.graph.by_ref.get(text) if node is None else node
    if node is None or current.setup.graph.nodes[node].function != LEAF:
        raise Invalid(field, f"“{text}” is no leaf of this graph.", "problem-ref-no-leaf", ref=text)
    return node


def gradient_node(current: GraphIteration, text: str) -> int | None:
    """The node whose gradient a ref names; None where it names no gradient."""
    graph = current.setup.graph
    prefix = f"d{graph.nodes[graph.target].ref}/d"
    node = graph.by_ref.get(text.removeprefix(prefix)) if text.startswith(prefix) else None
    return node if node is not None and refs.gradient(graph, node) == text else None


def gradient_ref(session: Session, node: int) -> str:
    """The ref of a node's gradient."""
    return refs.gradient(graph_of(session).setup.graph, node)
