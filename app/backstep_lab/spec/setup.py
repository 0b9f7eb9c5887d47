"""From a whole spec to what the engine computes with."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from backstep_lab.config import limits
from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.initializers import initialized
from backstep_lab.engine.network import Network, Shape, ShapeError
from backstep_lab.engine.optimizers import OPTIMIZERS
from backstep_lab.engine.schedules import SCHEDULES
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule
from backstep_lab.spec import model as wire
from backstep_lab.spec.conventions import conventions_of
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.examples import data_of
from backstep_lab.spec.fit import check_fit
from backstep_lab.spec.frozen import frozen_places

T = TypeVar("T")


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


def build(spec: wire.Spec) -> TrainingSetup:
    """The setup of iteration 0. Raises Invalid where the parts of the spec do not fit together."""
    network = network_of(spec.network)
    train, test = data_of(spec.data)
    check_fit(network.shape, train, spec)
    plan = plan_of(spec, network.shape, train)
    return TrainingSetup(spec, plan, test, TrainingState.start(network, plan.rule))


def network_of(spec: wire.NetworkSpec) -> Network:
    """The network with its first parameters."""
    assert spec.loss is not None, "a resolved spec names its loss"
    try:
        shape = Shape(
            spec.inputs,
            tuple(layer.units for layer in spec.layers),
            tuple(layer.activation for layer in spec.layers),
            spec.loss,
            conventions_of(spec),
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
        field = "network.parameters" if "parameters" in error.key else "network"
        raise Invalid(field, f"{field}: {error}", error.key, **error.args_of_key) from None


def plan_of(spec: wire.Spec, shape: Shape, data: Data) -> TrainingPlan:
    """How iterations are made. Raises Invalid for a frozen parameter that there is not."""
    training = spec.training
    rule = rule_of(training.optimizer, training.schedule)
    size = len(data) if training.batch_size == "all" else min(training.batch_size, len(data))
    return TrainingPlan(
        replace(
            rule,
            l1=training.l1,
            l2=training.l2,
            train_biases=training.train_biases,
            frozen=frozen_places(training.frozen or (), shape),
        ),
        Batching(size, training.shuffle, training.seed),
        data,
    )


def rule_of(optimizer: wire.OptimizerSpec, schedule: wire.ScheduleSpec) -> UpdateRule:
    """How parameters are updated, without a penalty."""
    return UpdateRule(_chosen(OPTIMIZERS, optimizer), schedule=_chosen(SCHEDULES, schedule))


def _chosen(kinds: Mapping[str, type[T]], spec: wire.OptimizerSpec | wire.ScheduleSpec) -> T:
    """The engine's object of this name, with those settings that it has and that are given."""
    kind = kinds[spec.name]
    own = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    given = {name: value for name, value in spec.model_dump(exclude_none=True).items() if name in own}
    return kind(**given)
