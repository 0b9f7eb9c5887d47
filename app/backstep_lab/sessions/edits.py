"""A learner's edits: what they change, and how they act on the world."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from backstep_lab.engine.batching import Data
from backstep_lab.engine.initializers import initialized
from backstep_lab.engine.memory.arrays import Array, frozen
from backstep_lab.engine.network import Network
from backstep_lab.engine.resize import carried
from backstep_lab.sessions.replace_dataset import with_examples
from backstep_lab.spec import model as wire
from backstep_lab.spec.resolve import World, fit, network_of, plan_of, spec_of
from backstep_lab.stepping.refs import parse

Place = tuple[int, int]  # iteration and step


@dataclass(frozen=True)
class Change:
    """What it changes: numbers by ref (the data's in one row of the training set) and parts of the spec."""

    parameters: Mapping[str, float]
    data: Mapping[str, float]
    row: int
    training: Mapping[str, Any]
    network: Mapping[str, Any]
    dataset: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Edit:
    """A change: it acts from the start of `iteration`, was made at `origin` and led to `landing`.

    `dropped` are the later edits of the road that this one left; taking the edit back brings them back.
    """

    iteration: int
    origin: Place
    landing: Place
    focus: int
    change: Change
    dropped: tuple["Edit", ...] = ()


def applied(world: World, change: Change) -> World:
    """The world after a change. Raises Invalid where it does not fit."""
    if change.network or change.training or change.dataset:
        world = _respecified(world, change)
    if change.data:
        world = _with_data(world, change)
    if change.parameters:
        network = world.state.network
        for text, value in change.parameters.items():
            kind, layer, index, _ = parse(text, network.shape)
            network = network.with_parameter(kind, layer, index, value)
        world = replace(world, state=replace(world.state, network=network))
    return world


def _respecified(world: World, change: Change) -> World:
    parts = {
        "network": dict(change.network),
        "training": dict(change.training),
        "data": dict(change.dataset),
    }
    spec = spec_of({k: v for k, v in parts.items() if v}, world.spec.model_dump(exclude_none=True))
    if change.dataset:
        return with_examples(world, spec, change.network)
    old, network = world.plan, world.state.network
    if change.network:
        network = _new_network(world, spec, change.network)
    fit(network.shape, old.data, spec)
    plan = plan_of(spec, old.data)
    state = world.state.under(network, plan.rule, old.rule, anew=bool(change.network))
    return replace(world, spec=spec, plan=plan, state=state)


def _new_network(world: World, spec: wire.Spec, part: Mapping[str, Any]) -> Network:
    """What stays keeps its numbers, unless the start itself is asked for anew."""
    fresh = network_of(spec.network)
    if "parameters" in part:
        return fresh
    drawn = initialized(fresh.shape, spec.network.initializer, spec.network.seed)
    return drawn if {"initializer", "seed"} & set(part) else carried(world.state.network, drawn)


def _with_data(world: World, change: Change) -> World:
    old = world.plan.data
    X, Y = old.X.copy(), old.Y.copy()
    for text, value in change.data.items():
        kind, _, (unit,), _ = parse(text, world.shape)
        (X if kind == "x" else Y)[change.row, unit] = value
    data = Data(frozen(X), frozen(Y))
    fit(world.shape, data, world.spec)
    return replace(world, spec=_respelled(world.spec, X, Y), plan=replace(world.plan, data=data))


def _respelled(spec: wire.Spec, X: Array, Y: Array) -> wire.Spec:
    """The spec with the learner's own examples as they stand now; those that are made of others keep their
    description."""
    if spec.data.X is None or len(spec.data.X) != len(X) or spec.data.features:
        return spec
    return spec.model_copy(update={"data": spec.data.model_copy(update={"X": X.tolist(), "Y": Y.tolist()})})
