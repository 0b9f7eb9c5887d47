"""The gradients of a graph's leaves beside central differences of its target."""

from backstep_lab.engine.analysis.gradient_check import EPSILON
from backstep_lab.engine.graph.gradient_check import difference_check
from backstep_lab.queries.gradient_check import GradientChecks, GradientComparison, counted
from backstep_lab.queries.graph.reached import gradient_ref, is_reached, leaf_named
from backstep_lab.queries.query import Arguments, Query, slow_unless
from backstep_lab.sessions.graph import graph_of
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.session import Session
from backstep_lab.wire.json_encoder import json_bytes


def check_gradients(session: Session, ref: str | None, proceed: ShouldContinue) -> GradientChecks:
    """One gradient checked, or without a ref those of all leaves. Raises Invalid where `ref` names none."""
    leaves = graph_of(session).setup.graph.leaves if ref is None else [leaf_named(session, "ref", ref)]
    return counted(session, EPSILON, [_comparison(session, leaf, proceed) for leaf in leaves])


def _comparison(session: Session, leaf: int, proceed: ShouldContinue) -> GradientComparison:
    ref = gradient_ref(session, leaf)
    if not is_reached(session, ref):
        return GradientComparison.unreached(ref)
    proceed()
    current = graph_of(session)
    check = difference_check(current.setup.plan, current.numbers.passes, leaf)
    return GradientComparison(
        ref=ref,
        reached=True,
        gradient=check.gradient,
        difference=check.difference,
        relative_error=check.error,
        agrees=None if check.is_kink else check.agrees,
        kink=check.is_kink,
    )


def _work(session: Session, arguments: Arguments) -> int:
    count = 1 if arguments["ref"] is not None else len(graph_of(session).setup.graph.leaves)
    return slow_unless(session.is_inline(2 * count))


QUERY = Query(
    lambda session, arguments, proceed: json_bytes(check_gradients(session, arguments["ref"], proceed)), _work
)
