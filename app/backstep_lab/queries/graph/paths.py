"""A gradient of a graph as the sum over all paths to the target."""

from math import fsum

from backstep_lab.engine.graph import paths as chain_rule
from backstep_lab.engine.graph.paths import GraphPath
from backstep_lab.models.graph import symbols
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.models.requested_ref import requested_ref
from backstep_lab.queries.graph.reached import gradient_node, is_reached, reached_value
from backstep_lab.queries.paths import QUICK_PATHS, LossPath, LossPaths, Multiplications
from backstep_lab.queries.query import Arguments, Query, slow_unless
from backstep_lab.sessions.graph import graph_of
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.formulas.templates import Operand
from backstep_lab.wire.json_encoder import json_bytes
from backstep_lab.wire.operation_json import operand_model

MOST_COUNTED = 2**53  # beyond, not every whole number is one of JSON's


def paths(session: Session, text: str, limit: int) -> LossPaths:
    """All paths of a gradient, at most `limit` of them. Raises Invalid where `text` names no gradient."""
    current = graph_of(session)
    node, plan = _gradient_named(current, text), current.setup.plan
    count, known = chain_rule.path_counts(plan)[node], is_reached(session, text)
    found = chain_rule.paths(plan, current.numbers.passes.values, node, limit) if known else []
    gradient = reached_value(session, text)
    return LossPaths(
        ref=text,
        reached=known,
        gradient=gradient,
        iteration=session.iteration,
        examples=1,
        share_ref=text,
        share=gradient,
        sum=fsum(path.value for path in found) + 0.0 if known and len(found) == count else None,
        count=min(count, MOST_COUNTED),
        paths=[_loss_path(current, path) for path in found],
        multiplications=Multiplications(
            along_paths=min(chain_rule.path_multiplications(plan, [node]), MOST_COUNTED),
            by_backpropagation=chain_rule.shared_multiplications(plan, node),
        ),
        multiplications_of_all=Multiplications(
            along_paths=min(chain_rule.path_multiplications(plan, plan.graph.leaves), MOST_COUNTED),
            by_backpropagation=chain_rule.shared_multiplications(plan),
        ),
    )


def _gradient_named(current: GraphIteration, text: str) -> int:
    with requested_ref("ref", text):
        current.source_of(text)
    node = gradient_node(current, text)
    if node is None:
        raise Invalid("ref", f"“{text}” is no gradient of this graph.", "problem-ref-no-gradient", ref=text)
    return node


def _loss_path(current: GraphIteration, path: GraphPath) -> LossPath:
    nodes = current.setup.graph.nodes
    return LossPath(
        units=[],
        nodes=[nodes[edge.above].ref for edge in path.edges],
        factors=[
            operand_model(
                Operand(nodes[edge.above].ref, slope + 0.0, symbols.local_slope(current.setup.graph, edge))
            )
            for edge, slope in zip(path.edges, path.slopes, strict=True)
        ],
        value=path.value + 0.0,
    )


def _work(session: Session, arguments: Arguments) -> int:
    graph = graph_of(session).setup.graph
    return slow_unless(arguments["limit"] <= QUICK_PATHS and len(graph.nodes) <= QUICK_PATHS)


QUERY = Query(
    lambda session, arguments, _: json_bytes(paths(session, arguments["ref"], arguments["limit"])), _work
)
