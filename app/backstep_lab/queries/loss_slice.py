"""The loss of the batch along one weight or bias."""

from collections.abc import Callable

import numpy as np
from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.engine.analysis.loss_landscape import losses_along
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.queries.gradient_check import comparisons
from backstep_lab.queries.loss_axis import (
    LossAxis,
    axis_values,
    gradient_of,
    loss_axis,
    move_of,
    parameter_value,
)
from backstep_lab.queries.numbers import value
from backstep_lab.queries.parse_refs import parse_parameter
from backstep_lab.queries.query import Arguments, Query
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.stepping.refs import Ref
from backstep_lab.wire.json_encoder import json_bytes

COARSE_POINTS = 17  # of the loss along a candidate range
BEND = 0.3  # of the height of the curve: so far from its chord, it is seen to bend
WIDEST = 256.0  # to either side, where no narrower range shows a bend


class LossStep(Wire):
    """The step that the learning rate takes from here."""

    change: float = Field(description="−η · gradient.")
    value: float = Field(description="Where it leads.")
    loss: float | None = Field(description="The loss there, all other parameters unmoved; null: overflow.")


class LossSlice(Wire):
    """The loss of the batch along one parameter."""

    iteration: int = Field(description="The iteration.")
    axis: LossAxis = Field(description="The parameter.")
    losses: list[float | None] = Field(description="L at each of its values; null where it overflows.")
    loss: float | None = Field(description="L where it stands; null until it is computed.")
    slope: float | None = Field(
        description="The curve's slope there, by a central difference; null until the gradient is computed."
    )
    learning_rate: float = Field(description="η.")
    step: LossStep | None = Field(description="Null until the gradient is computed.")


def loss_slice(session: Session, text: str, span: float | None) -> LossSlice:
    """The loss along a parameter, its slope and the next step. Raises Invalid where `text` names none."""
    trace, rule = layered(session).trace, layered(session).setup.plan.rule
    ref = parse_parameter(session, "ref", text)
    gradient, learning_rate = gradient_of(session, ref), value(session, "learning_rate") or 0.0
    step = None if gradient is None else _step(session, ref, -learning_rate * gradient)
    end = parameter_value(trace.network, ref) if step is None else step.value
    values = axis_values(session, ref, limits.SLICE_POINTS, span, [end])
    if span is None:
        reach = _bending_reach(session, ref, (values[-1] - values[0]) / 2.0)
        values = axis_values(session, ref, limits.SLICE_POINTS, reach, [end])
    return LossSlice(
        iteration=session.iteration,
        axis=loss_axis(session, ref, values),
        losses=losses_along(trace, rule, move_of(session, ref, values)).tolist(),
        loss=trace.loss if session.knows_loss else None,
        slope=None if gradient is None else comparisons(session, f"d{ref}", never_stop)[0].difference,
        learning_rate=learning_rate,
        step=step,
    )


def _bending_reach(session: Session, ref: Ref, least: float) -> float:
    """The smallest doubling of `least` along which the loss bends; `least` if it bends along none."""
    trace, rule = layered(session).trace, layered(session).setup.plan.rule

    def losses_within(reach: float) -> Array:
        values = axis_values(session, ref, COARSE_POINTS, reach, [])
        return losses_along(trace, rule, move_of(session, ref, values))

    return bending_reach(losses_within, least)


def bending_reach(losses_within: Callable[[float], Array], least: float) -> float:
    """The smallest doubling of `least` within which a curve bends; `least` if it bends within none.

    `losses_within(reach)` gives the curve's heights at equal distances, nan or infinite where undefined.
    """
    reach = least
    while reach <= max(least, WIDEST):
        losses = losses_within(reach)
        if not np.isfinite(losses).all():
            return least
        if _bends(losses):
            return reach
        reach *= 2.0
    return least


def _bends(losses: Array) -> bool:
    """Whether a curve of losses at equal distances is seen to differ from a straight line."""
    height = float(np.ptp(losses))
    chord = np.linspace(losses[0], losses[-1], len(losses))
    return bool(np.abs(losses - chord).max() >= BEND * height > 0.0)


def _step(session: Session, ref: Ref, change: float) -> LossStep:
    trace, rule = layered(session).trace, layered(session).setup.plan.rule
    end = parameter_value(trace.network, ref) + change
    (loss,) = losses_along(trace, rule, move_of(session, ref, np.array([end])))
    return LossStep(change=change, value=end, loss=float(loss))


def _work(session: Session, arguments: Arguments) -> int:
    return (limits.SLICE_POINTS + 9 * COARSE_POINTS) * session.work // 3


QUERY = Query(
    lambda session, arguments, _: json_bytes(loss_slice(session, arguments["ref"], arguments["span"])), _work
)
