"""Applying an edit to the setup of an iteration."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backstep_lab.engine.batching import Data
from backstep_lab.engine.initializers import initialized
from backstep_lab.engine.memory.arrays import Array, frozen
from backstep_lab.engine.network import Network
from backstep_lab.engine.resize import transfer_parameters
from backstep_lab.models.change import Change
from backstep_lab.models.layered.replace_dataset import with_dataset
from backstep_lab.spec import model as wire
from backstep_lab.spec.errors import NoGraph
from backstep_lab.spec.fit import check_fit
from backstep_lab.spec.frozen import without_lost
from backstep_lab.spec.names import check_names, renamed
from backstep_lab.spec.resolve import spec_of
from backstep_lab.spec.setup import TrainingSetup, network_of, plan_of
from backstep_lab.stepping.refs import parse


def apply_change(setup: TrainingSetup, change: Change) -> TrainingSetup:
    """The setup after a change. Raises Invalid where it does not fit, NoGraph where it is one of a graph."""
    if change.part("graph"):
        raise NoGraph("network")
    if change.part("network") or change.part("training") or change.part("dataset"):
        setup = _with_spec_parts(setup, change)
    elif change.part("names"):
        setup = _with_names(setup, change.part("names"))
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
    names = {"network": "network", "training": "training", "data": "dataset", "names": "names"}
    parts = {name: dict(change.part(part)) for name, part in names.items()}
    spec = spec_of({k: v for k, v in parts.items() if v}, setup.spec.model_dump(exclude_none=True))
    if change.part("dataset"):
        return with_dataset(setup, spec, change.part("network"))
    old, network = setup.plan, setup.state.network
    if change.part("network"):
        network = _new_network(setup, spec, change.part("network"))
    check_fit(network.shape, old.data, spec)
    if "frozen" not in change.part("training"):
        spec = without_lost(spec, network.shape)
    plan = plan_of(spec, network.shape, old.data)
    state = setup.state.with_rule(network, plan.rule, old.rule, reset_memory=bool(change.part("network")))
    return replace(setup, spec=spec, plan=plan, state=state)


def _with_names(setup: TrainingSetup, names: Mapping[str, Any]) -> TrainingSetup:
    spec = renamed(setup.spec, names)
    check_names(spec.names, setup.shape.sizes)
    return replace(setup, spec=spec)


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
    check_fit(setup.shape, data, setup.spec)
    return replace(setup, spec=_spec_with_data(setup.spec, X, Y), plan=replace(setup.plan, data=data))


def _spec_with_data(spec: wire.Spec, X: Array, Y: Array) -> wire.Spec:
    """The spec with the learner's own examples as edited; data made from a description keep it."""
    data = spec.data
    is_made = data.features or {data.scale, data.target_scale} & {"standard", "minmax"}
    if data.X is None or len(data.X) != len(X) or is_made:
        return spec
    return spec.model_copy(update={"data": spec.data.model_copy(update={"X": X.tolist(), "Y": Y.tolist()})})
