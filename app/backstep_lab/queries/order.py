"""This iteration and some that follow, with updates in the right order and in the wrong one."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

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
from backstep_lab.sessions.history import Proceed
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.published_checks import published_figures
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.numbers import finite, value_of
from backstep_lab.stepping.refs import Ref

STRETCH = 250  # iterations between two looks at the clock: some milliseconds of a small network
ORDERS: tuple[IterationFunction, IterationFunction] = (update_after_backward, update_during_backward)


@dataclass(frozen=True, slots=True)
class Compared:
    """One number in the right order and in the wrong one, and the figure that a source prints for it."""

    ref: str
    right: float | None
    wrong: float | None
    published: str | None = None

    @property
    def agrees(self) -> list[str]:
        """The orders that reach the printed figure."""
        sides = {"right": self.right, "wrong": self.wrong}
        printed = self.published
        return [
            name for name, value in sides.items() if printed and value is not None and agrees(printed, value)
        ]


@dataclass(frozen=True, slots=True)
class LayerOrders:
    """A layer's δ, the weights of the layer above that it goes through, its new weights and biases."""

    layer: int
    read: list[Compared]
    delta: list[Compared]
    updated: list[Compared]
    left_out: int


@dataclass(frozen=True, slots=True)
class Orders:
    """Both orders from the start of the iteration at hand; `layers` downwards, the last layer first."""

    before: float
    loss: Compared
    outputs: list[Compared]
    layers: list[LayerOrders]


def orders(session: Session, iterations: int, proceed: Proceed) -> Orders:
    """Both orders, `iterations` times. Raises Invalid unless plain gradient descent trains the network."""
    current, focus = layered(session), session.focus
    plan, state = current.setup.plan, current.setup.state
    _check(iterations, plan.rule.optimizer)
    printed = _printed(session)
    ends = [_after(current, order, iterations, proceed) for order in ORDERS]
    right, wrong = (_outputs(current, end, focus) for end in ends)
    losses = [None if end is None else finite(mean_loss(end.network, plan.data)) for end in ends]
    names = [f"a{current.setup.shape.depth}[{k}]" for k in range(current.setup.shape.outputs)]
    return Orders(
        mean_loss(state.network, plan.data),
        Compared("loss", losses[0], losses[1], printed.get(("loss", iterations))),
        [
            Compared(ref, ours, theirs, printed.get((ref, iterations)))
            for ref, ours, theirs in zip(names, right, wrong, strict=True)
        ],
        list(_layers(current, focus, printed)) if iterations == 1 else [],
    )


def _check(iterations: int, optimizer: Optimizer) -> None:
    if not 1 <= iterations <= limits.MAX_AHEAD:
        bounds = {"value": iterations, "min": 1, "max": limits.MAX_AHEAD}
        detail = f"iterations is {iterations}; it must be from 1 to {limits.MAX_AHEAD}."
        raise Invalid("iterations", detail, "problem-out-of-range", **bounds)
    if type(optimizer) is not SGD:
        detail = f"training.optimizer is {optimizer.name}; the order of updates is compared for sgd alone."
        raise Invalid("training.optimizer", detail, "problem-order-optimizer", name=optimizer.name)


def _after(
    current: LayeredIteration, order: IterationFunction, iterations: int, proceed: Proceed
) -> TrainingState | None:
    """Where an order leads; None where its numbers overflow on the way."""
    plan, state = current.setup.plan, current.setup.state
    for done in range(0, iterations, STRETCH):
        proceed()
        stretch = run(plan, state, min(STRETCH, iterations - done), order=order)
        if stretch.overflow is not None:
            return None
        state = stretch.state
    return state


def _outputs(current: LayeredIteration, end: TrainingState | None, focus: int) -> list[float | None]:
    if end is None:
        return [None] * current.setup.shape.outputs
    return [finite(a) for a in end.network.predict(current.trace.X[focus : focus + 1])[0].tolist()]


def _layers(
    current: LayeredIteration, focus: int, printed: dict[tuple[str, int], str]
) -> Iterator[LayerOrders]:
    """The first iteration in both orders, layer by layer."""
    plan, state = current.setup.plan, current.setup.state
    right, wrong = (iterate(plan, state, order)[0] for order in ORDERS)

    def compared(ref: Ref, late: Ref | None = None) -> Compared:
        ours, theirs = value_of(right, ref, focus, plan.rule), value_of(wrong, late or ref, focus, plan.rule)
        return Compared(str(ref), ours, theirs, printed.get((str(ref), 0)))

    for layer in range(current.setup.shape.depth, 0, -1):
        kinds = _read(right, layer), _of_units("delta", right, layer), _updated(current, layer)
        read, delta, updated = ([compared(*refs) for refs in kind[: limits.ORDER_ROWS]] for kind in kinds)
        left_out = sum(max(0, len(kind) - limits.ORDER_ROWS) for kind in kinds)
        yield LayerOrders(layer, read, delta, updated, left_out)


def _read(trace: Trace, layer: int) -> list[tuple[Ref, ...]]:
    """The weights above a layer; in the wrong order it is their new values that δ meets."""
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


def _printed(session: Session) -> dict[tuple[str, int], str]:
    """A source's figures by ref and iteration; they count from the first iteration, and its only example."""
    if session.iteration > 0 or layered(session).trace.N > 1:
        return {}
    return {
        (figure.ref, figure.iteration): figure.printed
        for figure in published_figures(session)
        if figure.sign == 1
    }
