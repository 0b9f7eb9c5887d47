"""The loss of the batch over two weights or biases, and the values that they had so far."""

from pydantic import Field

from backstep_lab.engine.analysis.loss_landscape import losses_over
from backstep_lab.queries.loss_axis import LossAxis, axis_values, loss_axis, move_of, parameter_value
from backstep_lab.queries.parse_refs import parse_parameter
from backstep_lab.queries.query import Query, slow
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.layered import current_network, layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.refs import Ref
from backstep_lab.wire.json_encoder import json_bytes


class PathPoint(Wire):
    """Where the two parameters stood at the start of an iteration."""

    iteration: int = Field(description="The iteration.")
    x: float = Field(description="The one across.")
    y: float = Field(description="The one upwards.")


class LossSurface(Wire):
    """The loss of the batch over two parameters, all others as they stand in this iteration."""

    iteration: int = Field(description="The iteration.")
    x: LossAxis = Field(description="The parameter across.")
    y: LossAxis = Field(description="The parameter upwards.")
    losses: list[list[float | None]] = Field(description="L, a row for each value of y; null: overflow.")
    loss: float | None = Field(description="L where they stand; null until it is computed.")
    path: list[PathPoint] = Field(description="The way they have come, thinned as it grows, to here.")


def landscape(
    session: Session, x: str, y: str, resolution: int, span: float | None, proceed: ShouldContinue
) -> LossSurface:
    """The loss over two parameters. Raises Invalid where they are not two."""
    across, up = parse_parameter(session, "x", x), parse_parameter(session, "y", y)
    if across == up:
        detail = f"x and y are both “{x}”; a surface needs two different parameters."
        raise Invalid("y", detail, "problem-same-parameter", ref=x)
    path = _path(session, across, up)
    xs = axis_values(session, across, resolution, span, [point.x for point in path])
    ys = axis_values(session, up, resolution, span, [point.y for point in path])
    trace, rule = layered(session).trace, layered(session).setup.plan.rule
    moves = move_of(session, across, xs), move_of(session, up, ys)
    return LossSurface(
        iteration=session.iteration,
        x=loss_axis(session, across, xs),
        y=loss_axis(session, up, ys),
        losses=losses_over(trace, rule, *moves, proceed).tolist(),
        loss=trace.loss if session.knows_loss else None,
        path=path,
    )


def _path(session: Session, x: Ref, y: Ref) -> list[PathPoint]:
    """The two parameters at the start of each iteration that is stored, and now."""
    history, current = session.history, layered(session)
    stored = [(0, history.initial_setup.state.network)]
    stored += [(checkpoint.iteration, checkpoint.state.network) for checkpoint in history.checkpoints]
    networks = [(at, network) for at, network in stored if at < current.number]
    networks.append((current.number, current.trace.network))
    if session.is_complete:
        networks.append((current.number + 1, current_network(session)))
    return [
        PathPoint(iteration=at, x=parameter_value(network, x), y=parameter_value(network, y))
        for at, network in networks
        if network.shape == current.setup.shape
    ]


QUERY = Query(
    lambda session, a, proceed: json_bytes(
        landscape(session, a["x"], a["y"], a["resolution"], a["span"], proceed)
    ),
    slow,
)
