"""Why training diverged, and what would have helped: every advice given was tried out first."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from math import floor, log10
from typing import Any

import numpy as np

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.training import mean_loss, run
from backstep_lab.models.change import Change
from backstep_lab.models.layered.apply_change import apply_change
from backstep_lab.models.layered.iteration import LayeredIteration
from backstep_lab.sessions.history import Proceed
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.replay import from_checkpoint
from backstep_lab.sessions.session import Session
from backstep_lab.spec.resolve import TrainingSetup
from backstep_lab.stepping.refs import Ref

RATES_TRIED = 16  # three to a power of ten: down to a hundred-millionth
COMPARED = 3  # changes of a kind that help: the one with the lowest loss is offered
Idea = tuple[str, float | str, dict[str, Any]]  # its kind, the value wanted, the change that brings it
LEAST, MOST = 100, 1_000  # iterations that a trial runs: twice as many as it took to diverge, within these


@dataclass(frozen=True, slots=True)
class Grown:
    """The largest parameter of the iteration that overflows: at the last edit or the start, and now."""

    ref: str
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change from an iteration on, and the training set's loss after a trial of so many iterations."""

    kind: str
    value: float | str
    change: Mapping[str, Any]
    iteration: int
    trial: int
    loss: float


@dataclass(frozen=True, slots=True)
class Account:
    """The first number outside float64's range, the parameter that had grown most, and what would help."""

    ref: str | None
    grown: Grown
    remedies: tuple[Remedy, ...]


def account(session: Session, proceed: Proceed) -> Account | None:
    """The account of a session that has diverged; None where it has not."""
    if session.status != "diverged":
        return None
    origin = max((edit.iteration for edit in session.history.edits), default=0)
    start = from_checkpoint(session.history, origin).advance_to(origin, proceed=proceed).setup
    trial = min(max(LEAST, 2 * (session.iteration - origin)), MOST)
    remedies = []
    for ideas in (_rates(start), _weights(start, origin)):
        tries = (_tried(start, idea, origin, trial, proceed) for idea in ideas)
        helpful = list(islice(filter(None, tries), COMPARED))
        remedies += [min(helpful, key=lambda remedy: remedy.loss)] if helpful else []
    return Account(first_infinite(layered(session)), _grown(start, layered(session).setup), tuple(remedies))


def first_infinite(current: LayeredIteration) -> str | None:
    """The ref of the first number that overflowed; None where it has none."""
    overflow, trace = current.overflow, current.trace
    assert overflow is not None, "asked of a diverged moment only"
    quantity, layer = overflow.quantity, overflow.layer
    per_unit = {"z": trace.Z, "a": trace.A[1:], "delta": trace.delta}
    if quantity in per_unit:
        return str(Ref(quantity, layer, (_first(per_unit[quantity][layer - 1])[1],)))
    parameters = {"dW": trace.dW, "db": trace.db, "W": trace.W_next, "b": trace.b_next}
    if quantity in parameters:
        kind = quantity if quantity.startswith("d") else f"{quantity}_next"
        return str(Ref(kind, layer, _first(parameters[quantity][layer - 1])))
    return "loss" if quantity == "loss" else None


def _first(numbers: Array) -> tuple[int, ...]:
    return tuple(int(i) for i in np.argwhere(~np.isfinite(numbers))[0])


def _grown(start: TrainingSetup, end: TrainingSetup) -> Grown:
    shape = end.shape
    place = int(np.abs(end.state.network.theta).argmax())
    layer = 1 + sum(place >= block.stop for block in shape.blocks)
    n_in, _ = shape.pairs[layer - 1]
    j, k = divmod(place - shape.blocks[layer - 1].start, n_in + 1)
    ref = Ref("W", layer, (j, k)) if k < n_in else Ref("b", layer, (j,))
    return Grown(str(ref), float(start.state.network.theta[place]), float(end.state.network.theta[place]))


def _rates(start: TrainingSetup) -> list[Idea]:
    lower = lower_rates(start.spec.training.optimizer.learning_rate)
    return [("learning_rate", rate, {"training": {"optimizer": {"learning_rate": rate}}}) for rate in lower]


def _weights(start: TrainingSetup, origin: int) -> list[Idea]:
    """Other weights to start from, where it is the start that one would go back to."""
    network = start.spec.network
    kinked = {layer.activation for layer in network.layers} & {"relu", "leaky_relu"}
    name = "he_uniform" if kinked else "xavier_uniform"
    if origin > 0 or (network.initializer == name and network.parameters is None):
        return []
    return [("initializer", name, {"network": {"initializer": name}})]


def lower_rates(rate: float) -> list[float]:
    """1, 3, 10, 30 … below a rate, the largest first."""
    top = floor(log10(rate)) + 1 if rate > 0 else 0
    nice = [float(f"{digit}e{top - place}") for place in range(RATES_TRIED) for digit in (3, 1)]
    return [lower for lower in nice if lower < rate][:RATES_TRIED]


def _tried(start: TrainingSetup, idea: Idea, origin: int, trial: int, proceed: Proceed) -> Remedy | None:
    """The remedy, where a trial with it neither overflows nor ends above the loss it began with."""
    proceed()
    kind, value, change = idea
    setup = apply_change(
        start, Change(parts={name: change.get(name, {}) for name in ("training", "network")})
    )
    ran = run(setup.plan, setup.state, trial)
    before = mean_loss(setup.state.network, setup.plan.data)
    after = mean_loss(ran.state.network, setup.plan.data)
    if ran.overflow is not None or not after <= before:
        return None
    return Remedy(kind, value, change, origin, trial, after)
