"""The target of a graph over two leaves, and the values that they had so far."""

from backstep_lab.engine.graph.landscape import target_at
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.models.graph.setup import GraphState
from backstep_lab.queries.graph.loss_slice import leaf_axis
from backstep_lab.queries.graph.reached import leaf_named
from backstep_lab.queries.landscape import LossSurface, PathPoint
from backstep_lab.queries.loss_axis import values_around
from backstep_lab.queries.query import Query, slow
from backstep_lab.sessions.graph import graph_of
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.numbers import finite
from backstep_lab.wire.json_encoder import json_bytes


def landscape(
    session: Session, x: str, y: str, resolution: int, span: float | None, proceed: ShouldContinue
) -> LossSurface:
    """The target over two leaves. Raises Invalid where they are not two."""
    current = graph_of(session)
    across, up = leaf_named(session, "x", x), leaf_named(session, "y", y)
    if across == up:
        detail = f"x and y are both “{x}”; a surface needs two different leaves."
        raise Invalid("y", detail, "problem-same-parameter", ref=x)
    path, values = _path(session, across, up), current.numbers.passes.values
    xs = values_around(values[across], resolution, span, [point.x for point in path])
    ys = values_around(values[up], resolution, span, [point.y for point in path])
    return LossSurface(
        iteration=session.iteration,
        x=leaf_axis(session, across, xs),
        y=leaf_axis(session, up, ys),
        losses=[_row(session, across, up, xs, value, proceed) for value in ys.tolist()],
        loss=finite(current.loss) if session.knows_loss else None,
        path=path,
    )


def _row(
    session: Session, across: int, up: int, xs: Array, y: float, proceed: ShouldContinue
) -> list[float | None]:
    proceed()
    current = graph_of(session)
    plan, values = current.setup.plan, current.numbers.passes.values
    return [finite(target_at(plan, values, {across: x, up: y})) for x in xs.tolist()]


def _path(session: Session, across: int, up: int) -> list[PathPoint]:
    """The two leaves at the start of each iteration that is stored, and now."""
    history, current = session.history, graph_of(session)
    stored: list[tuple[int, GraphState]] = []
    if history.initial_setup.spec.graph.program == current.spec.graph.program:
        stored.append((0, history.initial_setup.state))
    stored += [(checkpoint.iteration, checkpoint.state) for checkpoint in history.checkpoints]
    states = [(at, state) for at, state in stored if at < current.number]
    states.append((current.number, current.setup.state))
    if session.is_complete:
        states.append((current.number + 1, current.setup_after.state))
    places = current.setup.leaf_place
    return [
        PathPoint(iteration=at, x=state.leaves.item(places[across]), y=state.leaves.item(places[up]))
        for at, state in states
        if len(state.leaves) == len(current.setup.state.leaves)
    ]


QUERY = Query(
    lambda session, a, proceed: json_bytes(
        landscape(session, a["x"], a["y"], a["resolution"], a["span"], proceed)
    ),
    slow,
)
