"""A learner's edits: what they change, and how a change is applied to a setup."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from backstep_lab.engine.batching import Data
from backstep_lab.engine.initializers import initialized
from backstep_lab.engine.memory.arrays import Array, frozen
from backstep_lab.engine.network import Network
from backstep_lab.engine.resize import transfer_parameters
from backstep_lab.sessions.replace_dataset import with_dataset
from backstep_lab.spec import model as wire
from backstep_lab.spec.resolve import TrainingSetup, fit, network_of, plan_of, spec_of
from backstep_lab.stepping.refs import parse

Position = tuple[int, int]  # iteration and step


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

    `dropped` are later edits that it replaced, since it was made before them; undoing it restores them.
    """

    iteration: int
    origin: Position
    landing: Position
    focus: int
    change: Change
    dropped: tuple["Edit", ...] = ()


def apply_change(setup: TrainingSetup, change: Change) -> TrainingSetup:
    """The setup after a change. Raises Invalid where it does not fit."""
    if change.network or change.training or change.dataset:
        setup = _with_spec_parts(setup, change)
    if change.data:
        setup = _with_data(setup, change)
    if change.parameters:
        network = setup.state.network
        for text, value in change.parameters.items():
            kind, layer, index, _ = parse(text, network.shape)
            network = network.with_parameter(kind, layer, index, value)
        setup = replace(setup, state=replace(setup.state, network=network))
    return setup


def _with_spec_parts(setup: TrainingSetup, change: Change) -> TrainingSetup:
    parts = {
        "network": dict(change.network),
        "training": dict(change.training),
        "data": dict(change.dataset),
    }
    spec = spec_of({k: v for k, v in parts.items() if v}, setup.spec.model_dump(exclude_none=True))
    if change.dataset:
        return with_dataset(setup, spec, change.network)
    old, network = setup.plan, setup.state.network
    if change.network:
        network = _new_network(setup, spec, change.network)
    fit(network.shape, old.data, spec)
    plan = plan_of(spec, old.data)
    state = setup.state.with_rule(network, plan.rule, old.rule, reset_memory=bool(change.network))
    return replace(setup, spec=spec, plan=plan, state=state)


def _new_network(setup: TrainingSetup, spec: wire.Spec, part: Mapping[str, Any]) -> Network:
    """Units that stay keep their parameters, unless other initial parameters are asked for."""
    fresh = network_of(spec.network)
    if "parameters" in part:
        return fresh
    drawn = initialized(fresh.shape, spec.network.initializer, spec.network.seed)
    return drawn if {"initializer", "seed"} & set(part) else transfer_parameters(setup.state.network, drawn)


def _with_data(setup: TrainingSetup, change: Change) -> TrainingSetup:
    old = setup.plan.data
    X, Y = old.X.copy(), old.Y.copy()
    for text, value in change.data.items():
        kind, _, (unit,), _ = parse(text, setup.shape)
        (X if kind == "x" else Y)[change.row, unit] = value
    data = Data(frozen(X), frozen(Y))
    fit(setup.shape, data, setup.spec)
    return replace(setup, spec=_spec_with_data(setup.spec, X, Y), plan=replace(setup.plan, data=data))


def _spec_with_data(spec: wire.Spec, X: Array, Y: Array) -> wire.Spec:
    """The spec with the learner's own examples as edited; a generated data set keeps its description."""
    if spec.data.X is None or len(spec.data.X) != len(X) or spec.data.features:
        return spec
    return spec.model_copy(update={"data": spec.data.model_copy(update={"X": X.tolist(), "Y": Y.tolist()})})
