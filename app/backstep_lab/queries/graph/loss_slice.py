"""The target of a graph along one leaf."""

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.graph.landscape import target_along, target_at
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.queries.graph.gradient_check import check_gradients
from backstep_lab.queries.graph.reached import gradient_ref, leaf_named, reached_value
from backstep_lab.queries.loss_axis import LossAxis, values_around
from backstep_lab.queries.loss_slice import COARSE_POINTS, LossSlice, LossStep, bending_reach
from backstep_lab.queries.query import Arguments, Query
from backstep_lab.sessions.graph import graph_of
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.numbers import finite
from backstep_lab.wire.json_encoder import json_bytes


def loss_slice(session: Session, text: str, span: float | None) -> LossSlice:
    """The target along a leaf, its slope and the next step. Raises Invalid where `text` names no leaf."""
    current, leaf = graph_of(session), leaf_named(session, "ref", text)
    plan, numbers = current.setup.plan, current.numbers
    gradient = reached_value(session, gradient_ref(session, leaf))
    step = None if gradient is None else _step(current, leaf, -current.learning_rate * gradient)
    shown = [numbers.values[leaf] if step is None else step.value]
    values = values_around(numbers.values[leaf], limits.SLICE_POINTS, span, shown)
    if span is None:
        reach = _reach(current, leaf, (values[-1] - values[0]) / 2.0)
        values = values_around(numbers.values[leaf], limits.SLICE_POINTS, reach, shown)
    check = None if gradient is None else check_gradients(session, text, never_stop).checks[0]
    return LossSlice(
        iteration=session.iteration,
        axis=leaf_axis(session, leaf, values),
        losses=[finite(loss) for loss in target_along(plan, numbers.passes.values, leaf, values).tolist()],
        loss=finite(current.loss) if session.knows_loss else None,
        slope=None if check is None else check.difference,
        learning_rate=current.learning_rate,
        step=step,
    )


def leaf_axis(session: Session, leaf: int, values: Array) -> LossAxis:
    """The axis of a leaf that takes these values, (P,)."""
    current = graph_of(session)
    return LossAxis(
        ref=current.setup.graph.nodes[leaf].ref,
        value=current.numbers.values[leaf],
        values=values.tolist(),
        gradient=reached_value(session, gradient_ref(session, leaf)),
    )


def _step(current: GraphIteration, leaf: int, change: float) -> LossStep:
    value = current.numbers.values[leaf] + change
    loss = target_at(current.setup.plan, current.numbers.passes.values, {leaf: value})
    return LossStep(change=change, value=value, loss=finite(loss))


def _reach(current: GraphIteration, leaf: int, least: float) -> float:
    plan, values = current.setup.plan, current.numbers.passes.values

    def within(reach: float) -> Array:
        return target_along(plan, values, leaf, values[leaf] + reach * np.linspace(-1.0, 1.0, COARSE_POINTS))

    return bending_reach(within, least)


def _work(session: Session, arguments: Arguments) -> int:
    return (limits.SLICE_POINTS + 9 * COARSE_POINTS) * session.work // 3


QUERY = Query(
    lambda session, arguments, _: json_bytes(loss_slice(session, arguments["ref"], arguments["span"])), _work
)
