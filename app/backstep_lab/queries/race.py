"""Several settings trained from the same initial weights, side by side; the session stays as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.memory.arrays import Array, quiet
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.trace import Overflow
from backstep_lab.engine.training import mean_loss, run
from backstep_lab.models.change import Change
from backstep_lab.models.layered.apply_change import apply_change
from backstep_lab.models.layered.parse_ref import parse_ref
from backstep_lab.models.layered.settings import settings_since
from backstep_lab.sessions.history import Proceed
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.replay import from_checkpoint
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.resolve import TrainingSetup
from backstep_lab.stepping.refs import Ref


@dataclass(frozen=True)
class Place:
    """Where a racer stands: iterations and examples so far, the loss over the training set, two weights."""

    iteration: int
    examples: int
    loss: float
    x: float | None
    y: float | None


@dataclass(frozen=True)
class Racer:
    """One setting's way; `overflow` is what ended it early, if anything did."""

    places: list[Place]
    batch: int
    iterations_of_epoch: int
    overflow: Overflow | None


@dataclass(frozen=True, eq=False)
class Contours:
    """The training loss over two weights, all others at their initial values; `loss` has a row for each y."""

    xs: Array
    ys: Array
    loss: Array


def setups(session: Session, variants: Sequence[Mapping[str, Any]]) -> list[TrainingSetup]:
    """The start of each racer. Raises Invalid where a setting does not fit."""
    start = _initial(session)
    return [
        apply_change(start, Change(parts={name: variant.get(name, {}) for name in ("training", "network")}))
        for variant in variants
    ]


def _initial(session: Session) -> TrainingSetup:
    """The initial parameters, with the current settings and examples."""
    now = layered(session).setup
    first: TrainingSetup = from_checkpoint(session.history, 0).setup
    start = apply_change(first, settings_since(first.spec, now.spec))
    return replace(now, plan=replace(start.plan, data=now.plan.data), state=start.state)


def raced(setup: TrainingSetup, iterations: int, weights: Sequence[str], proceed: Proceed) -> Racer:
    """One racer's way of so many iterations. Raises Invalid where a weight to follow is none of its own."""
    refs = [_weight(text, setup.shape) for text in weights]
    plan, state, done = setup.plan, setup.state, 0
    places, overflow = [_place(setup, state.network, 0, refs)], None
    for before, stop in pairwise(_stops(iterations)):
        proceed()
        stretch = run(plan, state, stop - before)
        state, overflow, done = stretch.state, stretch.overflow, before + len(stretch.losses)
        if done > before:
            places.append(_place(setup, state.network, done, refs))
        if overflow is not None:
            break
    return Racer(places, plan.batching.size, per_epoch(setup), overflow)


def per_epoch(setup: TrainingSetup) -> int:
    """Iterations of one epoch."""
    return setup.plan.batching.iterations(len(setup.plan.data))


def contours(
    setup: TrainingSetup, weights: Sequence[str], racers: Sequence[Racer], proceed: Proceed
) -> Contours:
    """The loss around all the ways, on a grid that has them inside."""
    x, y = (_weight(text, setup.shape) for text in weights)
    axes = [_axis([getattr(place, name) for racer in racers for place in racer.places]) for name in "xy"]
    loss = np.empty((len(axes[1]), len(axes[0])))
    for row, value_y in enumerate(axes[1]):
        proceed()
        across = _moved(setup.state.network, y, value_y)
        loss[row] = [mean_loss(_moved(across, x, value), setup.plan.data) for value in axes[0]]
    return Contours(axes[0], axes[1], loss)


def _stops(iterations: int) -> list[int]:
    """The iterations at which a racer is looked at: all, or evenly chosen ones, both ends included."""
    return sorted({round(i) for i in np.linspace(0, iterations, min(iterations, limits.RACE_PLACES) + 1)})


def _place(setup: TrainingSetup, network: Network, iteration: int, refs: Sequence[Ref]) -> Place:
    epochs, rest = divmod(iteration, per_epoch(setup))
    examples = epochs * len(setup.plan.data) + rest * setup.plan.batching.size
    x, y = [network.parameter(ref.kind, ref.layer, ref.at) for ref in refs] or (None, None)
    with quiet():
        return Place(iteration, examples, mean_loss(network, setup.plan.data), x, y)


def _axis(values: Sequence[float]) -> Array:
    """Evenly spaced values, with room around the ways; of one that ran off, the sensible part."""
    low, high = np.quantile(np.clip(values, -limits.MAX_NUMBER, limits.MAX_NUMBER), [0.02, 0.98])
    room = max(0.25 * (high - low), 0.5)
    return np.linspace(low - room, high + room, limits.RACE_GRID)


def _weight(text: str, shape: Shape) -> Ref:
    ref = parse_ref("weights", text, shape)
    if ref.kind not in ("W", "b"):
        detail = f"“{text}” is no weight and no bias; those have refs such as W1[0,1] and b1[0]."
        raise Invalid("weights", detail, "problem-ref-no-weight", ref=text)
    return ref


def _moved(network: Network, ref: Ref, value: float) -> Network:
    return network.with_parameter(ref.kind, ref.layer, ref.at, value)
