"""Some iterations with all weights updated after the backward pass, and with weights updated during it."""

from collections.abc import Iterator
from typing import Literal

import numpy as np
from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.engine.analysis.premature_update import update_during_backward
from backstep_lab.engine.optimizers import SGD, Optimizer
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import (
    IterationFunction,
    TrainingState,
    iterate,
    mean_loss,
    run,
    update_after_backward,
)
from backstep_lab.models.layered.iteration import LayeredIteration
from backstep_lab.presets.published import agrees
from backstep_lab.queries.query import Query, slow
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.published_checks import published_figures
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.numbers import finite, value_of
from backstep_lab.stepping.refs import Ref
from backstep_lab.wire.json_encoder import json_bytes

ITERATIONS_AT_ONCE = 250  # between two calls of `proceed`: some milliseconds of a small network
ORDERS: tuple[IterationFunction, IterationFunction] = (update_after_backward, update_during_backward)


class OrderNumber(Wire):
    """One number in both orders; null where it overflows."""

    ref: str = Field(description="Its name; of a weight that δ reads, that of the old weight.")
    right: float | None = Field(description="When all weights move at once.")
    wrong: float | None = Field(description="When each layer moves before the layers below have their δ.")
    differs: bool = Field(description="Whether the two orders part here.")
    published: str | None = Field(description="What the preset's source prints, to the letter; else null.")
    agrees: list[Literal["right", "wrong"]] = Field(description="The orders that reach the printed figure.")


class OrderLayer(Wire):
    """What the first of the iterations does to one layer."""

    layer: int = Field(description="From 1.")
    read: list[OrderNumber] = Field(description="The weights above that its δ reads; none of the last layer.")
    delta: list[OrderNumber] = Field(description="δ of its units, of the focus example.")
    updated: list[OrderNumber] = Field(description="Its new weights and, where they are trained, biases.")
    left_out: int = Field(description=f"Numbers left out: of each kind the first {limits.ORDER_ROWS} are.")


class UpdateOrder(Wire):
    """Both orders from the start of the current iteration."""

    iteration: int = Field(description="The current iteration.")
    iterations: int = Field(description="How many were done from there.")
    before: float | None = Field(description="Mean loss of the training set before them, without a penalty.")
    loss: OrderNumber = Field(description="The same after them.")
    outputs: list[OrderNumber] = Field(description="The network's outputs for the focus example after them.")
    layers: list[OrderLayer] = Field(description="The last layer first; given for a single iteration only.")


def order(session: Session, iterations: int, proceed: ShouldContinue) -> UpdateOrder:
    """Both orders, `iterations` times. Raises Invalid unless plain gradient descent trains the network."""
    current, focus = layered(session), session.focus
    plan, start = current.setup.plan, current.setup.state
    _check(iterations, plan.rule.optimizer)
    published = _published(session)
    ends = [_after(current, update, iterations, proceed) for update in ORDERS]
    losses = [None if end is None else finite(mean_loss(end.network, plan.data)) for end in ends]
    names = [f"a{current.setup.shape.depth}[{k}]" for k in range(current.setup.shape.outputs)]
    outputs = zip(names, *(_outputs(current, end, focus) for end in ends), strict=True)
    return UpdateOrder(
        iteration=session.iteration,
        iterations=iterations,
        before=mean_loss(start.network, plan.data),
        loss=_number("loss", losses[0], losses[1], published.get(("loss", iterations))),
        outputs=[
            _number(ref, right, wrong, published.get((ref, iterations))) for ref, right, wrong in outputs
        ],
        layers=list(_layers(current, focus, published)) if iterations == 1 else [],
    )


def _number(ref: str, right: float | None, wrong: float | None, published: str | None) -> OrderNumber:
    return OrderNumber(
        ref=ref,
        right=right,
        wrong=wrong,
        differs=right != wrong,
        published=published,
        agrees=[name for name, number in _sides(right, wrong) if _is_published(number, published)],
    )


def _sides(right: float | None, wrong: float | None) -> list[tuple[Literal["right", "wrong"], float | None]]:
    return [("right", right), ("wrong", wrong)]


def _is_published(number: float | None, published: str | None) -> bool:
    return published is not None and number is not None and agrees(published, number)


def _check(iterations: int, optimizer: Optimizer) -> None:
    if not 1 <= iterations <= limits.MAX_AHEAD:
        bounds = {"value": iterations, "min": 1, "max": limits.MAX_AHEAD}
        detail = f"iterations is {iterations}; it must be from 1 to {limits.MAX_AHEAD}."
        raise Invalid("iterations", detail, "problem-out-of-range", **bounds)
    if type(optimizer) is not SGD:
        detail = f"training.optimizer is {optimizer.name}; the order of updates is compared for sgd alone."
        raise Invalid("training.optimizer", detail, "problem-order-optimizer", name=optimizer.name)


def _after(
    current: LayeredIteration, update: IterationFunction, iterations: int, proceed: ShouldContinue
) -> TrainingState | None:
    """The state after the iterations in an order; None where its numbers overflow."""
    plan, state = current.setup.plan, current.setup.state
    for done in range(0, iterations, ITERATIONS_AT_ONCE):
        proceed()
        part = run(plan, state, min(ITERATIONS_AT_ONCE, iterations - done), order=update)
        if part.overflow is not None:
            return None
        state = part.state
    return state


def _outputs(current: LayeredIteration, end: TrainingState | None, focus: int) -> list[float | None]:
    if end is None:
        return [None] * current.setup.shape.outputs
    return [finite(a) for a in end.network.predict(current.trace.X[focus : focus + 1])[0].tolist()]


def _layers(
    current: LayeredIteration, focus: int, published: dict[tuple[str, int], str]
) -> Iterator[OrderLayer]:
    """The first iteration in both orders, layer by layer, the last layer first."""
    plan, start = current.setup.plan, current.setup.state
    right, wrong = (iterate(plan, start, update)[0] for update in ORDERS)

    def compared(ref: Ref, read_late: Ref | None = None) -> OrderNumber:
        numbers = (
            value_of(right, ref, focus, plan.rule),
            value_of(wrong, read_late or ref, focus, plan.rule),
        )
        return _number(str(ref), *numbers, published.get((str(ref), 0)))

    for layer in range(current.setup.shape.depth, 0, -1):
        kinds = _read(right, layer), _of_units("delta", right, layer), _updated(current, layer)
        read, delta, updated = ([compared(*refs) for refs in kind[: limits.ORDER_ROWS]] for kind in kinds)
        left_out = sum(max(0, len(kind) - limits.ORDER_ROWS) for kind in kinds)
        yield OrderLayer(layer=layer, read=read, delta=delta, updated=updated, left_out=left_out)


def _read(trace: Trace, layer: int) -> list[tuple[Ref, ...]]:
    """The weights above a layer, each with what the wrong order reads in its place: the updated weight."""
    if layer == trace.shape.depth:
        return []
    above = layer + 1
    return [(Ref("W", above, at), Ref("W_next", above, at)) for at in np.ndindex(trace.W[layer].shape)]


def _of_units(kind: str, trace: Trace, layer: int) -> list[tuple[Ref, ...]]:
    return [(Ref(kind, layer, (j,)),) for j in range(trace.shape.units[layer - 1])]


def _updated(current: LayeredIteration, layer: int) -> list[tuple[Ref, ...]]:
    trace = current.trace
    weights: list[tuple[Ref, ...]] = [
        (Ref("W_next", layer, at),) for at in np.ndindex(trace.W[layer - 1].shape)
    ]
    return weights + (_of_units("b_next", trace, layer) if current.setup.plan.rule.train_biases else [])


def _published(session: Session) -> dict[tuple[str, int], str]:
    """The source's figures by ref and iteration, where this is its first iteration, of one example."""
    if session.iteration > 0 or layered(session).trace.N > 1:
        return {}
    return {
        (figure.ref, figure.iteration): figure.printed
        for figure in published_figures(session)
        if figure.sign == 1
    }


QUERY = Query(
    lambda session, arguments, proceed: json_bytes(order(session, arguments["iterations"], proceed)), slow
)
