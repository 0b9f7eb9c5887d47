"""The layered network behind the protocol of models."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from backstep_lab.engine.analysis.accuracy import accuracy, has_classes
from backstep_lab.engine.memory.arrays import Array, frozen
from backstep_lab.engine.network import Network
from backstep_lab.engine.training import TrainingState, mean_loss, run
from backstep_lab.models.change import Change
from backstep_lab.models.layered.apply_change import apply_change
from backstep_lab.models.layered.default_example import default_example
from backstep_lab.models.layered.iteration import LayeredIteration
from backstep_lab.models.layered.memory_use import spec_bytes
from backstep_lab.models.layered.settings import settings_since, with_next_seed
from backstep_lab.models.protocol import ModelRun
from backstep_lab.spec.examples import stored_data
from backstep_lab.spec.model import Spec
from backstep_lab.spec.resolve import spec_of
from backstep_lab.spec.setup import TrainingSetup, build

PACKED_NUMBER_BYTES = 9  # of a float in msgpack


class LayeredModel:
    """Implements `models.protocol.Model` by the functions of this package."""

    name = "network"
    spec_type = Spec

    def spec_of(self, body: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> Spec:
        return spec_of(body, base)

    def read_spec(self, fields: Mapping[str, Any]) -> Spec:
        spec = Spec.model_validate({**fields, "data": stored_data(fields["data"])})
        if spec.network.loss is None:
            raise ValueError("a spec that names no loss")
        return spec

    def spec_bytes(self, spec: Spec) -> int:
        return spec_bytes(spec)

    def packed_size(self, spec: Spec) -> int:
        return PACKED_NUMBER_BYTES * sum(map(len, spec.data.X or ()))

    def settings_since(self, start: TrainingSetup, now: TrainingSetup) -> Change:
        return settings_since(start.spec, now.spec)

    def with_next_seed(self, change: Change, now: TrainingSetup) -> Change:
        return with_next_seed(change, now.spec)

    def completed(self, change: Change) -> Change:
        return change

    def build(self, spec: Spec) -> TrainingSetup:
        return build(spec)

    def apply(self, setup: TrainingSetup, change: Change) -> TrainingSetup:
        return apply_change(setup, change)

    def compute(self, number: int, setup: TrainingSetup) -> LayeredIteration:
        return LayeredIteration.compute(number, setup)

    def run(self, setup: TrainingSetup, iterations: int, until_loss: float | None) -> ModelRun[TrainingSetup]:
        done = run(setup.plan, setup.state, iterations, until_loss)
        return ModelRun(replace(setup, state=done.state), done.losses, done.overflow)

    def default_example(self, setup: TrainingSetup) -> int:
        return default_example(setup)

    def state(self, setup: TrainingSetup) -> TrainingState:
        return setup.state

    def with_state(self, setup: TrainingSetup, state: TrainingState) -> TrainingSetup:
        return replace(setup, state=state)

    def state_size(self, state: TrainingState) -> int:
        return len(state.network.theta) + len(state.optimizer_state)

    def encode_state(self, state: TrainingState) -> list[Any]:
        theta, memory = state.network.theta.tobytes(), state.optimizer_state.tobytes()
        return [theta, memory, state.epoch, state.offset, state.optimizer_step, state.schedule_step]

    def decode_state(self, setup: TrainingSetup, fields: Sequence[Any]) -> TrainingState:
        theta, memory, *counts = fields
        if len(counts) != 4 or any(type(count) is not int or not 0 <= count <= 2**53 for count in counts):
            raise ValueError("four counts belong behind the arrays of a state")
        network = Network(setup.shape, _array(theta, setup.shape.parameter_count))
        if not np.isfinite(network.theta).all():
            raise ValueError("a parameter that is not finite")
        return TrainingState(network, _array(memory, len(setup.state.optimizer_state)), *counts)

    def epoch_length(self, setup: TrainingSetup) -> int:
        return setup.epoch_length

    def has_classes(self, setup: TrainingSetup) -> bool:
        return has_classes(setup.plan.data)

    def accuracy(self, setup: TrainingSetup) -> float | None:
        return accuracy(setup.state.network, setup.plan.data)

    def test_accuracy(self, setup: TrainingSetup) -> float | None:
        return accuracy(setup.state.network, setup.test, setup.plan.data) if len(setup.test) else None

    def train_loss(self, setup: TrainingSetup) -> float:
        return mean_loss(setup.state.network, setup.plan.data)

    def test_loss(self, setup: TrainingSetup) -> float | None:
        return mean_loss(setup.state.network, setup.test) if len(setup.test) else None


def _array(raw: Any, size: int) -> Array:
    if not isinstance(raw, bytes) or len(raw) != 8 * size:
        raise ValueError(f"an array that has not {size} numbers")
    return frozen(np.frombuffer(raw, dtype="<f8"))
