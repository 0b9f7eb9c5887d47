"""A computation graph behind the protocol of models."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.graph.passes import both_passes
from backstep_lab.engine.memory.arrays import Array, frozen
from backstep_lab.models.change import Change
from backstep_lab.models.graph.apply_change import apply_change
from backstep_lab.models.graph.default_train import with_default_train
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.models.graph.setup import GraphSetup, GraphState, build
from backstep_lab.models.graph.spec_parts import spec_of
from backstep_lab.models.graph.update import updated
from backstep_lab.models.protocol import ModelRun
from backstep_lab.spec.graph import GraphSpec


class GraphModel:
    """Implements `models.protocol.Model` by the functions of this package."""

    name = "graph"
    spec_type = GraphSpec

    def spec_of(self, body: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> GraphSpec:
        return spec_of(_completed(body), base)

    def read_spec(self, fields: Mapping[str, Any]) -> GraphSpec:
        return GraphSpec.model_validate(fields)

    def spec_bytes(self, spec: GraphSpec) -> int:
        return len(spec.graph.model_dump_json())

    def packed_size(self, spec: GraphSpec) -> int:
        return len(spec.graph.model_dump_json())

    def settings_since(self, start: GraphSetup, now: GraphSetup) -> Change:
        before, after = start.spec, now.spec
        training = {} if after.training == before.training else after.training.model_dump(exclude_none=True)
        graph = {} if after.graph == before.graph else after.graph.model_dump()
        return Change(parts={"training": training, "graph": graph})

    def with_next_seed(self, change: Change, now: GraphSetup) -> Change:
        seed = (now.spec.graph.seed or 0) + 1
        graph = {**change.part("graph"), "seed": seed % (limits.MAX_SEED + 1)}
        return replace(change, parts={**change.parts, "graph": graph})

    def completed(self, change: Change) -> Change:
        return replace(change, parts=_completed(change.parts))

    def build(self, spec: GraphSpec) -> GraphSetup:
        return build(spec)

    def apply(self, setup: GraphSetup, change: Change) -> GraphSetup:
        return apply_change(setup, change)

    def compute(self, number: int, setup: GraphSetup) -> GraphIteration:
        return GraphIteration.compute(number, setup)

    def run(self, setup: GraphSetup, iterations: int, until_loss: float | None) -> ModelRun[GraphSetup]:
        losses: list[float] = []
        target = setup.graph.target
        while len(losses) < iterations:
            passes = both_passes(setup.plan, setup.first_values())
            after = updated(setup, passes.gradients) if passes.failed is None else None
            if after is None or not after.is_finite:
                return ModelRun(setup, np.array(losses), GraphIteration.compute(0, setup).overflow)
            losses.append(passes.values[target])
            setup = replace(setup, state=after)
            if until_loss is not None and losses[-1] <= until_loss:
                break
        return ModelRun(setup, np.array(losses))

    def default_example(self, setup: GraphSetup) -> int:
        return 0

    # states

    def state(self, setup: GraphSetup) -> GraphState:
        return setup.state

    def with_state(self, setup: GraphSetup, state: GraphState) -> GraphSetup:
        return replace(setup, state=state)

    def state_size(self, state: GraphState) -> int:
        return len(state.leaves) + len(state.optimizer_state)

    def encode_state(self, state: GraphState) -> list[Any]:
        return [
            state.leaves.tobytes(),
            state.optimizer_state.tobytes(),
            state.optimizer_step,
            state.schedule_step,
        ]

    def decode_state(self, setup: GraphSetup, fields: Sequence[Any]) -> GraphState:
        leaves, memory, *counts = fields
        if len(counts) != 2 or any(type(count) is not int or not 0 <= count <= 2**53 for count in counts):
            raise ValueError("two counts belong behind the arrays of a state")
        return GraphState(
            _array(leaves, len(setup.state.leaves)), _array(memory, len(setup.state.optimizer_state)), *counts
        )

    # evaluation

    def epoch_length(self, setup: GraphSetup) -> int:
        return 1

    def has_classes(self, setup: GraphSetup) -> bool:
        return False

    def accuracy(self, setup: GraphSetup) -> float | None:
        return None

    def test_accuracy(self, setup: GraphSetup) -> float | None:
        return None

    def train_loss(self, setup: GraphSetup) -> float:
        return GraphIteration.compute(0, setup).loss

    def test_loss(self, setup: GraphSetup) -> float | None:
        return None


def _completed(parts: Mapping[str, Any]) -> dict[str, Any]:
    graph = parts.get("graph")
    return {**parts, "graph": with_default_train(graph)} if graph else dict(parts)


def _array(raw: Any, size: int) -> Array:
    if not isinstance(raw, bytes) or len(raw) != 8 * size:
        raise ValueError(f"an array that has not {size} numbers")
    array = frozen(np.frombuffer(raw, dtype="<f8"))
    if not np.isfinite(array).all():
        raise ValueError("a number that is not finite")
    return array
