"""A whole spec from the parts of a request, on top of a preset's or a session's spec."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from backstep_lab.config import limits
from backstep_lab.spec import model as wire
from backstep_lab.spec.conventions import LOSS_CONVENTIONS, check_conventions
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.names import carried, renamed
from backstep_lab.spec.validation_messages import invalid


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """`base` with every field of `over` put in its place, objects within objects too."""
    result = dict(base)
    for name, value in over.items():
        old = result.get(name)
        result[name] = (
            merged(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
        )
    return result


def spec_of(body: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> wire.Spec:
    """A whole spec from a request's parts, on top of a preset's or a session's spec. Raises Invalid."""
    body = {name: value for name, value in body.items() if value is not None}
    if base is None and "network" not in body:
        raise Invalid("network", "Give a preset, or a network with inputs and layers.", "problem-missing")
    parts = merged({name: part for name, part in _fitting(base or {}, body).items() if name != "names"}, body)
    try:
        spec = wire.Spec.model_validate(_with_data(parts))
    except ValidationError as error:
        raise invalid(error.errors()) from None
    spec = spec.model_copy(update={"network": _with_loss(spec.network)})
    check_conventions(spec.network)
    return renamed(spec, {**carried(base or {}, spec.network, spec.data), **(body.get("names") or {})})


def _fitting(base: Mapping[str, Any], body: Mapping[str, Any]) -> Mapping[str, Any]:
    """The base without what new parts replace whole: another shape's weights, another data set's options."""
    base = dict(base)
    network, data = body.get("network") or {}, body.get("data") or {}
    if network and "network" in base:
        old = base["network"] = dict(base["network"])
        base_loss = old.get("loss")
        if {"initializer", "seed"} & set(network) or _sizes({**old, **network}) != _sizes(old):
            old.pop("parameters", None)
        if "loss" not in network and _output({**old, **network}) != _output(old):
            old.pop("loss", None)
        if network.get("loss", old.get("loss")) != base_loss:
            for name in LOSS_CONVENTIONS:
                old.pop(name, None)
    if data.get("name", base.get("data", {}).get("name")) != base.get("data", {}).get("name") or "X" in data:
        base["data"] = {}
    return base


def _sizes(network: Mapping[str, Any]) -> list[Any]:
    return [network.get("inputs"), *(layer.get("units") for layer in network.get("layers", ()))]


def _output(network: Mapping[str, Any]) -> Any:
    """The output layer's activation, to which a loss may be tied."""
    layers = network.get("layers")
    return layers[-1].get("activation", "sigmoid") if layers else None


def _with_data(parts: dict[str, Any]) -> dict[str, Any]:
    """The parts with examples that fit the network, where none are given."""
    network = parts.get("network")
    if parts.get("data") or not isinstance(network, dict):
        return parts
    try:
        inputs, outputs = int(network["inputs"]), int(network["layers"][-1]["units"])
        softmax = network["layers"][-1].get("activation") == "softmax"
    except (KeyError, IndexError, TypeError, ValueError):
        return {**parts, "data": {"name": "xor"}}  # the network is at fault, and will be named
    if (inputs, outputs, softmax) == (2, 1, False):
        return {**parts, "data": {"name": "xor"}}
    one_hot = [1.0] + [0.0] * min(outputs - 1, limits.MAX_UNITS)
    return {
        **parts,
        "data": {"name": "custom", "X": [[0.5] * min(inputs, limits.MAX_INPUTS)], "Y": [one_hot]},
    }


def _with_loss(network: wire.NetworkSpec) -> wire.NetworkSpec:
    if network.loss is not None:
        return network
    softmax = network.layers[-1].activation == "softmax"
    return network.model_copy(update={"loss": "cross_entropy" if softmax else "half_squared_error"})
