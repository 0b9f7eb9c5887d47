"""One setting of a race, trained from the common initial weights."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.memory.arrays import quiet
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.trace import Overflow
from backstep_lab.engine.training import mean_loss, run
from backstep_lab.models.change import Change
from backstep_lab.models.layered.apply_change import apply_change
from backstep_lab.models.layered.parse_ref import parse_ref
from backstep_lab.queries.initial_setup import initial_setup
from backstep_lab.queries.race.models import RacePlace, RaceRacer
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.setup import TrainingSetup
from backstep_lab.stepping.refs import Ref
from backstep_lab.wire.models import Divergence


def starts_of(session: Session, variants: Sequence[Mapping[str, Any]]) -> list[TrainingSetup]:
    """The start of each racer. Raises Invalid where a setting does not fit."""
    start = initial_setup(session)
    return [
        apply_change(start, Change(parts={name: variant.get(name, {}) for name in ("training", "network")}))
        for variant in variants
    ]


def race_one(
    setup: TrainingSetup, iterations: int, weights: Sequence[str], proceed: ShouldContinue
) -> RaceRacer:
    """One racer, trained for so many iterations. Raises Invalid where it has no such weight to follow."""
    refs = [parse_weight(text, setup.shape) for text in weights]
    plan, state, done = setup.plan, setup.state, 0
    places, overflow = [_place(setup, state.network, 0, refs)], None
    for before, stop in pairwise(_stops(iterations)):
        proceed()
        part = run(plan, state, stop - before)
        state, overflow, done = part.state, part.overflow, before + len(part.losses)
        if done > before:
            places.append(_place(setup, state.network, done, refs))
        if overflow is not None:
            break
    return RaceRacer(
        batch_size=plan.batching.size,
        iterations_of_epoch=setup.epoch_length,
        places=places,
        diverged=None if overflow is None else _divergence(overflow, places[-1].iteration),
    )


def parse_weight(text: str, shape: Shape) -> Ref:
    """A weight or bias to follow. Raises Invalid for `weights`."""
    ref = parse_ref("weights", text, shape)
    if ref.kind not in ("W", "b"):
        detail = f"“{text}” is no weight and no bias; those have refs such as W1[0,1] and b1[0]."
        raise Invalid("weights", detail, "problem-ref-no-weight", ref=text)
    return ref


def _stops(iterations: int) -> list[int]:
    """The iterations after which a place is noted: all, or evenly chosen ones, both ends included."""
    return sorted({round(i) for i in np.linspace(0, iterations, min(iterations, limits.RACE_PLACES) + 1)})


def _place(setup: TrainingSetup, network: Network, iteration: int, refs: Sequence[Ref]) -> RacePlace:
    epochs, rest = divmod(iteration, setup.epoch_length)
    x, y = [network.parameter(ref.kind, ref.layer, ref.at) for ref in refs] or (None, None)
    with quiet():
        loss = mean_loss(network, setup.plan.data)
    return RacePlace(
        iteration=iteration,
        examples=epochs * len(setup.plan.data) + rest * setup.plan.batching.size,
        loss=loss,
        x=x,
        y=y,
    )


def _divergence(overflow: Overflow, iteration: int) -> Divergence:
    return Divergence(iteration=iteration, layer=overflow.layer, quantity=overflow.quantity)
