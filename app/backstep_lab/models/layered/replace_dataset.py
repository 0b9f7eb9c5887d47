"""Replaces the dataset; resizes layers, keeps matching weights."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.initializers import initialized
from backstep_lab.engine.memory.arrays import Array, frozen
from backstep_lab.engine.network import Network
from backstep_lab.spec import model as wire
from backstep_lab.spec.conventions import LOSS_CONVENTIONS
from backstep_lab.spec.examples import data_of
from backstep_lab.spec.fit import check_fit
from backstep_lab.spec.frozen import without_lost
from backstep_lab.spec.setup import TrainingSetup, network_of, plan_of


def with_dataset(setup: TrainingSetup, spec: wire.Spec, network: Mapping[str, Any]) -> TrainingSetup:
    """The setup with the data of `spec`; `network` is what is edited of the network together with it.

    Layers whose size changes are initialized again from the network's seed, the others keep their weights.
    The batch starts at the first example.
    """
    train, test = data_of(spec.data)
    spec = spec.model_copy(update={"network": _resized_spec(spec.network, train.X, train.Y, network)})
    shape = network_of(spec.network).shape
    check_fit(shape, train, spec)
    spec = without_lost(spec, shape)
    plan = plan_of(spec, shape, train)
    redraw = bool({"seed", "initializer", "parameters"} & set(network))
    new = _resized_network(setup.state.network, spec, redraw)
    is_other = redraw or shape != setup.shape
    state = setup.state.with_rule(new, plan.rule, setup.plan.rule, reset_memory=is_other)
    return replace(setup, spec=spec, plan=plan, test=test, state=replace(state, offset=0))


def _resized_spec(
    network: wire.NetworkSpec, X: Array, Y: Array, edited: Mapping[str, Any]
) -> wire.NetworkSpec:
    """The network with as many inputs and outputs as the data, except what is edited."""
    inputs = network.inputs if "inputs" in edited else X.shape[1]
    layers, loss = list(network.layers), network.loss
    assert loss is not None, "a resolved spec names its loss"
    if "layers" not in edited and (layers[-1].units != Y.shape[1] or LOSSES[loss].unfit(Y).size):
        activation, loss = output_for(Y)
        layers[-1] = wire.Layer(units=Y.shape[1], activation=activation)
    changed = inputs != network.inputs or layers[-1].units != network.layers[-1].units
    update: dict[str, Any] = {"inputs": inputs, "layers": layers, "loss": loss}
    update["parameters"] = None if changed else network.parameters
    if loss != network.loss:
        update |= dict.fromkeys(LOSS_CONVENTIONS)
    return network.model_copy(update=update)


def output_for(Y: Array) -> tuple[Any, Any]:
    """(activation, loss) of an output layer for such targets: one-hot, 0 or 1, −1 or 1, or any values."""
    values = set(np.unique(Y))
    if Y.shape[1] > 1 and values <= {0.0, 1.0} and (Y.sum(axis=1) == 1).all():
        return "softmax", "cross_entropy"
    if values <= {0.0, 1.0}:
        return "sigmoid", "binary_cross_entropy"
    return ("tanh" if values <= {-1.0, 1.0} else "identity"), "half_squared_error"


def _resized_network(old: Network, spec: wire.Spec, redraw: bool) -> Network:
    """The old weights where a layer keeps its size; the rest from the seed."""
    fresh = network_of(spec.network)
    if redraw:
        return fresh
    if fresh.shape.sizes == old.shape.sizes:
        return Network(fresh.shape, old.theta)
    fresh = initialized(fresh.shape, spec.network.initializer, spec.network.seed)
    theta = fresh.theta.copy()
    if len(fresh.shape.pairs) == len(old.shape.pairs):
        for layer, pair in enumerate(fresh.shape.pairs):
            if pair == old.shape.pairs[layer]:
                theta[fresh.shape.blocks[layer]] = old.theta[old.shape.blocks[layer]]
    return Network(fresh.shape, frozen(theta))
