"""The forward pass of a graph, were one leaf another number."""

from pydantic import Field

from backstep_lab.engine.graph.passes import forward
from backstep_lab.models.graph.setup import with_leaves
from backstep_lab.queries.graph.reached import leaf_named
from backstep_lab.queries.query import NUMBER_WORK, Arguments, Query
from backstep_lab.sessions.graph import graph_of
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.stepping.numbers import finite
from backstep_lab.wire.json_encoder import json_bytes


class GraphWhatIf(Wire):
    """A forward pass that does not happen."""

    ref: str = Field(description="The leaf.")
    value: float = Field(description="What it would be.")
    values: dict[str, float | None] = Field(
        description="Leaves and computed numbers by ref; null from the first that is undefined or too large."
    )


def what_if(session: Session, text: str, value: float) -> GraphWhatIf:
    """The pass with `value` for the leaf that `text` names, as an edit here would bring it about.

    Raises Invalid where it names no leaf.
    """
    leaf, current = leaf_named(session, "ref", text), graph_of(session)
    setup = with_leaves(current.setup_after if session.is_complete else current.setup, {leaf: value})
    values = setup.first_values()
    failed = forward(setup.plan, values)
    nodes = setup.graph.nodes
    found: dict[str, float | None] = {nodes[node].ref: values[node] for node in setup.graph.leaves}
    is_undefined = False
    for node, *_ in setup.plan.forward:
        is_undefined = is_undefined or node == failed
        found[nodes[node].ref] = None if is_undefined else finite(values[node])
    return GraphWhatIf(ref=nodes[leaf].ref, value=value, values=found)


def _work(session: Session, arguments: Arguments) -> int:
    return NUMBER_WORK * len(graph_of(session).setup.graph.nodes)


QUERY = Query(
    lambda session, arguments, _: json_bytes(what_if(session, arguments["ref"], arguments["value"])), _work
)
