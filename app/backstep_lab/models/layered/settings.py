"""The settings of a session that differ between two of its specs."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backstep_lab.config import limits
from backstep_lab.models.change import Change
from backstep_lab.spec.model import NetworkSpec, Spec
from backstep_lab.spec.names import whole

_NETWORK = {"layers", "loss", "reduction", "batch_reduction", "huber_delta", "initializer", "seed"}


def settings_since(start: Spec, now: Spec) -> Change:
    """The change that gives a session with the spec `start` the settings of `now`."""
    before, after = _network_settings(start.network), _network_settings(now.network)
    network = {name: part for name, part in after.items() if part != before[name]}
    training = {} if now.training == start.training else now.training.model_dump(exclude_none=True)
    dataset = {} if now.data == start.data else now.data.model_dump(exclude_none=True)
    names = {} if now.names == start.names else whole(now.names)
    return Change(parts={"training": training, "network": network, "dataset": dataset, "names": names})


def with_next_seed(change: Change, now: Spec) -> Change:
    """The change, and with it parameters that the initializer draws from the seed after that of `now`."""
    seed = (now.network.seed + 1) % (limits.MAX_SEED + 1)
    return replace(change, parts={**change.parts, "network": {**change.part("network"), "seed": seed}})


def _network_settings(network: NetworkSpec) -> Mapping[str, Any]:
    return network.model_dump(include=_NETWORK)
