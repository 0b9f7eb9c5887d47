"""The settings of a session that differ between two of its specs."""

from collections.abc import Mapping
from typing import Any

from backstep_lab.models.change import Change
from backstep_lab.spec.model import Network, Spec
from backstep_lab.spec.names import whole

_NETWORK = {"layers", "loss", "initializer", "seed"}


def settings_since(start: Spec, now: Spec) -> Change:
    """The change that gives a session with the spec `start` the settings of `now`."""
    before, after = _network_settings(start.network), _network_settings(now.network)
    network = {name: part for name, part in after.items() if part != before[name]}
    training = {} if now.training == start.training else now.training.model_dump(exclude_none=True)
    dataset = {} if now.data == start.data else now.data.model_dump(exclude_none=True)
    names = {} if now.names == start.names else whole(now.names)
    return Change(parts={"training": training, "network": network, "dataset": dataset, "names": names})


def _network_settings(network: Network) -> Mapping[str, Any]:
    return network.model_dump(include=_NETWORK)
