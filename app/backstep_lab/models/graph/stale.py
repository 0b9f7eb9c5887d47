"""What an edit may change in a graph, and which operations it makes stale."""

from collections.abc import Mapping

from backstep_lab.engine.graph.graph import LEAF, Graph
from backstep_lab.models.change import Change
from backstep_lab.models.graph.operations import NODE, GraphOperations
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.operations import UPDATE


def check_edit(graph: Graph, field: str, refs: Mapping[str, float]) -> None:
    """Raise Invalid unless every ref names a leaf."""
    for ref in refs:
        leaf_named(graph, field, ref)


def leaf_named(graph: Graph, field: str, ref: str) -> int:
    """The leaf of a ref in a field of an edit: only `parameters` has leaves. Raises Invalid."""
    node = graph.by_ref.get(ref)
    if field != "parameters" or node is None or graph.nodes[node].function != LEAF:
        raise Invalid(
            f"{field}.{ref}", f"{ref} cannot be changed: only leaves can.", "problem-not-a-leaf", ref=ref
        )
    return node


def first_stale_step(operations: GraphOperations, change: Change, step: int) -> int:
    """How many of the first `step` operations come before the first that reads an edited number."""
    if change.part("graph"):
        return 0
    stale = {operations.plan.graph.by_ref[ref] for ref in change.parameters}
    readers = [step]
    if change.part("training"):
        readers.append(operations.phases[UPDATE][0])
    nodes = operations.plan.graph.nodes
    for ordinal, operation in enumerate(operations.all[: step if stale else 0]):
        if operation.kind != NODE:
            readers.append(ordinal)
            break
        if not stale.isdisjoint(nodes[operation.node].inputs):
            readers.append(ordinal)
            break
    return min(readers)
