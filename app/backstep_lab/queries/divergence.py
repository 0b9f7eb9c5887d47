"""Why training diverged, and changes that help, each of them tried out."""

from dataclasses import dataclass
from itertools import islice
from math import floor, log10
from typing import Any, Literal

import numpy as np
from pydantic import Field

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.training import mean_loss, run
from backstep_lab.models.change import Change
from backstep_lab.models.layered.apply_change import apply_change
from backstep_lab.models.layered.iteration import LayeredIteration
from backstep_lab.queries.query import Query, slow
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.replay import from_checkpoint
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.spec.setup import TrainingSetup
from backstep_lab.stepping.refs import Ref
from backstep_lab.wire.json_encoder import json_bytes

RATES_TRIED = 16  # three to a power of ten: down to a hundred-millionth
COMPARED = 3  # changes of a kind that help: the one with the lowest loss is offered
LEAST, MOST = 100, 1_000  # iterations that a trial runs: twice as many as it took to diverge, within these


class GrownParameter(Wire):
    """The largest weight of the iteration that overflows."""

    ref: str = Field(description="Its name.")
    first: float = Field(description="Its value after the last edit, or at the start where there is none.")
    last: float = Field(description="Its value at the beginning of the iteration that overflows.")


class Remedy(Wire):
    """A change that helps: it was tried out."""

    kind: Literal["learning_rate", "initializer"] = Field(description="What is changed.")
    value: float | str = Field(description="What it becomes.")
    change: dict[str, Any] = Field(description="The body of the PATCH that makes the change.")
    iteration: int = Field(description="The iteration to seek first: the change belongs to its start.")
    trial: int = Field(description="How many iterations were tried from there.")
    loss: float = Field(description="Mean loss of the training set after them.")


class DivergenceAccount(Wire):
    """Why training diverged; empty for a session that has not."""

    ref: str | None = Field(description="The first number that overflowed.")
    grown: GrownParameter | None = Field(description="The weight that had become largest.")
    remedies: list[Remedy] = Field(description="What helps, at most one of each kind.")


@dataclass(frozen=True, slots=True)
class Idea:
    """A change to be tried: the value of its kind, and the body of the PATCH that makes it."""

    kind: Literal["learning_rate", "initializer"]
    value: float | str
    change: dict[str, Any]


def divergence(session: Session, proceed: ShouldContinue) -> DivergenceAccount:
    """The account of a session that has diverged; an empty one where it has not.

    Where the model is no layered network, it names the number alone.
    """
    overflow = session.current.overflow
    if session.status != "diverged" or overflow is None:
        return DivergenceAccount(ref=None, grown=None, remedies=[])
    if not isinstance(session.current, LayeredIteration):
        return DivergenceAccount(ref=overflow.quantity, grown=None, remedies=[])
    origin = max((edit.iteration for edit in session.history.edits), default=0)
    start = from_checkpoint(session.history, origin).advance_to(origin, proceed=proceed).setup
    trial = min(max(LEAST, 2 * (session.iteration - origin)), MOST)
    remedies = []
    for ideas in (_lower_rates(start), _initializers(start, origin)):
        tries = (_try(start, idea, origin, trial, proceed) for idea in ideas)
        helpful = list(islice(filter(None, tries), COMPARED))
        remedies += [min(helpful, key=lambda remedy: remedy.loss)] if helpful else []
    grown = _largest_parameter(start, layered(session).setup)
    return DivergenceAccount(ref=first_infinite(layered(session)), grown=grown, remedies=remedies)


def first_infinite(current: LayeredIteration) -> str | None:
    """The ref of the first number that overflowed; None where it has none."""
    overflow, trace = current.overflow, current.trace
    assert overflow is not None, "only a diverged iteration has one"
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


def _largest_parameter(start: TrainingSetup, end: TrainingSetup) -> GrownParameter:
    shape = end.shape
    place = int(np.abs(end.state.network.theta).argmax())
    layer = 1 + sum(place >= block.stop for block in shape.blocks)
    n_in, _ = shape.pairs[layer - 1]
    j, k = divmod(place - shape.blocks[layer - 1].start, n_in + 1)
    ref = Ref("W", layer, (j, k)) if k < n_in else Ref("b", layer, (j,))
    first, last = (float(setup.state.network.theta[place]) for setup in (start, end))
    return GrownParameter(ref=str(ref), first=first, last=last)


def _lower_rates(start: TrainingSetup) -> list[Idea]:
    lower = lower_rates(start.spec.training.optimizer.learning_rate)
    changes = [{"training": {"optimizer": {"learning_rate": rate}}} for rate in lower]
    return [Idea("learning_rate", rate, change) for rate, change in zip(lower, changes, strict=True)]


def _initializers(start: TrainingSetup, origin: int) -> list[Idea]:
    """Other weights to start from, where it is the start that one would go back to."""
    network = start.spec.network
    kinked = {layer.activation for layer in network.layers} & {"relu", "leaky_relu"}
    name = "he_uniform" if kinked else "xavier_uniform"
    if origin > 0 or (network.initializer == name and network.parameters is None):
        return []
    return [Idea("initializer", name, {"network": {"initializer": name}})]


def lower_rates(rate: float) -> list[float]:
    """1, 3, 10, 30 … below a rate, the largest first."""
    top = floor(log10(rate)) + 1 if rate > 0 else 0
    nice = [float(f"{digit}e{top - place}") for place in range(RATES_TRIED) for digit in (3, 1)]
    return [lower for lower in nice if lower < rate][:RATES_TRIED]


def _try(start: TrainingSetup, idea: Idea, origin: int, trial: int, proceed: ShouldContinue) -> Remedy | None:
    """The remedy, where a trial with it neither overflows nor ends above the loss it began with."""
    proceed()
    setup = apply_change(start, Change(parts=idea.change))
    trained = run(setup.plan, setup.state, trial)
    before = mean_loss(setup.state.network, setup.plan.data)
    after = mean_loss(trained.state.network, setup.plan.data)
    if trained.overflow is not None or not after <= before:
        return None
    return Remedy(
        kind=idea.kind, value=idea.value, change=idea.change, iteration=origin, trial=trial, loss=after
    )


QUERY = Query(lambda session, _, proceed: json_bytes(divergence(session, proceed)), slow)
