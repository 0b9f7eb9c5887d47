"""From a spec to what the engine computes with, every part checked against the others."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
from pydantic import ValidationError

from backstep_lab.config import limits
from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.datasets import examples as datasets
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.initializers import initialized
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.network import Network, Shape, ShapeError
from backstep_lab.engine.optimizers import OPTIMIZERS
from backstep_lab.engine.schedules import SCHEDULES
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule
from backstep_lab.spec import model as wire
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.names import carried, check_names, renamed
from backstep_lab.spec.validation_messages import invalid

T = TypeVar("T")
GENERATED_KEPT = 16  # data sets of at most a few megabytes each
_OPTIONS = ("classes", "columns", "species", "scale", "targets")


@dataclass(frozen=True, eq=False)
class TrainingSetup:
    """What decides the numbers from an iteration on: the spec with its edits, and what the engine needs."""

    spec: wire.Spec
    plan: TrainingPlan
    test: Data
    state: TrainingState

    @property
    def shape(self) -> Shape:
        """The network's shape."""
        return self.state.network.shape

    @property
    def epoch_length(self) -> int:
        """How many iterations an epoch has."""
        return self.plan.batching.iterations(len(self.plan.data))


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
    return renamed(spec, {**carried(base or {}, spec.network, spec.data), **(body.get("names") or {})})


def _fitting(base: Mapping[str, Any], body: Mapping[str, Any]) -> Mapping[str, Any]:
    """The base without what new parts replace whole: another shape's weights, another data set's options."""
    base = dict(base)
    network, data = body.get("network") or {}, body.get("data") or {}
    if network and "network" in base:
        old = base["network"] = dict(base["network"])
        if {"initializer", "seed"} & set(network) or _sizes({**old, **network}) != _sizes(old):
            old.pop("parameters", None)
        if "loss" not in network and _output({**old, **network}) != _output(old):
            old.pop("loss", None)
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
    return {**parts, "data": {"name": "custom", "X": [[0.5] * min(inputs, limits.MAX_UNITS)], "Y": [one_hot]}}


def _with_loss(network: wire.Network) -> wire.Network:
    if network.loss is not None:
        return network
    softmax = network.layers[-1].activation == "softmax"
    return network.model_copy(update={"loss": "cross_entropy" if softmax else "half_squared_error"})


def build(spec: wire.Spec) -> TrainingSetup:
    """The setup of iteration 0. Raises Invalid where the parts of the spec do not fit together."""
    network = network_of(spec.network)
    train, test = data_of(spec.data)
    fit(network.shape, train, spec)
    plan = plan_of(spec, train)
    return TrainingSetup(spec, plan, test, TrainingState.start(network, plan.rule))


def network_of(spec: wire.Network) -> Network:
    """The network with its first parameters."""
    assert spec.loss is not None, "a resolved spec names its loss"
    try:
        shape = Shape(
            spec.inputs,
            tuple(layer.units for layer in spec.layers),
            tuple(layer.activation for layer in spec.layers),
            spec.loss,
        )
        count = shape.parameter_count
        if count > limits.MAX_PARAMETERS:
            raise Invalid(
                "network.layers",
                f"network.layers make {count} parameters; it must be from 1 to {limits.MAX_PARAMETERS}.",
                "problem-out-of-range",
                value=count,
                min=1,
                max=limits.MAX_PARAMETERS,
            )
        if spec.parameters is None:
            return initialized(shape, spec.initializer, spec.seed)
        return Network.from_parameters(shape, spec.parameters.W, spec.parameters.b)
    except ShapeError as error:
        field = "network.parameters" if spec.parameters and " shape" in str(error) else "network"
        raise Invalid(field, f"{field}: {error}", "problem-shape") from None


def data_of(spec: wire.Data) -> tuple[Data, Data]:
    """The training and the test examples; generated ones are shared between all sessions that have them."""
    try:
        if spec.name != "custom":
            options = [(name, getattr(spec, name)) for name in _OPTIONS if getattr(spec, name) is not None]
            return _generated(
                spec.name,
                spec.samples,
                spec.noise,
                spec.seed,
                spec.test_fraction,
                tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in options),
                tuple(spec.features or ()),
            )
        assert spec.X is not None, "custom data comes with X"
        assert spec.Y is not None, "custom data comes with Y"
        _bounded(sum(map(len, spec.X)) + sum(map(len, spec.Y)))
        return _both(
            datasets.custom(
                spec.X,
                spec.Y,
                test_fraction=spec.test_fraction,
                seed=spec.seed,
                features=spec.features or (),
            )
        )
    except datasets.DataError as error:
        raise Invalid(f"data.{error.field}", f"data.{error}", "problem-shape") from None


@lru_cache(maxsize=GENERATED_KEPT)
def _generated(
    name: str,
    samples: int | None,
    noise: float,
    seed: int,
    test_fraction: float,
    options: tuple[tuple[str, Any], ...],
    features: tuple[str, ...],
) -> tuple[Data, Data]:
    return _both(
        datasets.make(
            name,
            samples=samples,
            noise=noise,
            seed=seed,
            test_fraction=test_fraction,
            options={key: list(value) if isinstance(value, tuple) else value for key, value in options},
            features=features,
        )
    )


def _both(split: datasets.Split) -> tuple[Data, Data]:
    return Data(split.train.X, split.train.Y), Data(split.test.X, split.test.Y)


def _bounded(numbers: int) -> None:
    if numbers > limits.MAX_CUSTOM_NUMBERS:
        raise Invalid(
            "data.X",
            f"data.X and data.Y have {numbers} numbers; it must be from 2 to {limits.MAX_CUSTOM_NUMBERS}.",
            "problem-out-of-range",
            value=numbers,
            min=2,
            max=limits.MAX_CUSTOM_NUMBERS,
        )


def plan_of(spec: wire.Spec, data: Data) -> TrainingPlan:
    """How iterations are made."""
    training = spec.training
    optimizer, schedule = _chosen(OPTIMIZERS, training.optimizer), _chosen(SCHEDULES, training.schedule)
    size = len(data) if training.batch_size == "all" else min(training.batch_size, len(data))
    return TrainingPlan(
        UpdateRule(optimizer, training.l1, training.l2, training.train_biases, schedule),
        Batching(size, training.shuffle, training.seed),
        data,
    )


def fit(shape: Shape, data: Data, spec: wire.Spec) -> None:
    """Raise Invalid unless these examples are for such a network, and a batch of them has a sensible size."""
    for name, matrix, wanted, what in (
        ("X", data.X, shape.inputs, "inputs"),
        ("Y", data.Y, shape.outputs, "outputs"),
    ):
        if matrix.shape[1] != wanted:
            raise Invalid(
                f"data.{name}",
                f"data.{name} has {matrix.shape[1]} numbers in each row, the network has {wanted} {what}.",
                "problem-shape",
            )
    check_targets(shape, data.Y)
    check_names(spec.names, shape.sizes)
    size = len(data) if spec.training.batch_size == "all" else min(spec.training.batch_size, len(data))
    numbers = size * sum(shape.sizes)
    if numbers > limits.MAX_BATCH_NUMBERS:
        raise Invalid(
            "training.batch_size",
            f"A batch of {size} examples in this network is {numbers} activations; "
            f"it must be at most {limits.MAX_BATCH_NUMBERS}. Take a smaller training.batch_size.",
            "problem-too-large-value",
            value=numbers,
            max=limits.MAX_BATCH_NUMBERS,
        )


def check_targets(shape: Shape, Y: Array) -> None:
    """Raise Invalid unless the loss can take these targets."""
    loss = LOSSES[shape.loss]
    wrong = loss.unfit(np.asarray(Y))
    if loss.target_range is None or not wrong.size:
        return
    low, high = loss.target_range
    if loss.targets is not None:
        raise Invalid(
            "data.Y",
            f"data.Y has the target {wrong[0]:g}; with {shape.loss} every target is {low:g} or {high:g}.",
            "problem-two-targets",
            value=float(wrong[0]),
            low=low,
            high=high,
        )
    raise Invalid(
        "data.Y",
        f"data.Y has the target {wrong[0]:g}; with {shape.loss} it must be from {low:g} to {high:g}.",
        "problem-out-of-range",
        value=float(wrong[0]),
        min=low,
        max=high,
    )


def _chosen(kinds: Mapping[str, type[T]], spec: wire.Optimizer | wire.Schedule) -> T:
    """The engine's object of this name, with those settings that it has and that are given."""
    kind = kinds[spec.name]
    own = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    given = {name: value for name, value in spec.model_dump(exclude_none=True).items() if name in own}
    return kind(**given)
