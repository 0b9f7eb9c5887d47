"""One iteration of a layered network, computed whole as a trace."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.network import Network
from backstep_lab.engine.trace import Overflow, Trace
from backstep_lab.engine.training import TrainingState, converged, iterate
from backstep_lab.models.change import Change
from backstep_lab.models.layered import stale
from backstep_lab.models.layered.fingerprint import fingerprint_of
from backstep_lab.models.layered.memory_use import iteration_bytes
from backstep_lab.models.layered.source import source_of
from backstep_lab.models.memo import Memo
from backstep_lab.models.protocol import Epoch, NumberSource
from backstep_lab.spec.model import Spec
from backstep_lab.spec.setup import TrainingSetup
from backstep_lab.stepping.cursor import UNITS, Unit, next_boundary, previous_boundary
from backstep_lab.stepping.explain.operation import Operation, explain
from backstep_lab.stepping.numbers import value_of
from backstep_lab.stepping.operations import BACKWARD, FORWARD, LOSS, UPDATE
from backstep_lab.stepping.program import Program
from backstep_lab.stepping.refs import Ref
from backstep_lab.stepping.values import Values, changed, known, refs_between

_PHASE_OF = {"z": FORWARD, "a": FORWARD, "loss": LOSS, "delta": BACKWARD, "dW": BACKWARD, "db": BACKWARD}


@dataclass(frozen=True, eq=False)
class LayeredIteration:
    """An iteration's trace with the setup it started from; `after` is the state it leads to.

    Implements `models.protocol.Iteration`.
    """

    number: int
    setup: TrainingSetup
    trace: Trace
    after: TrainingState
    program: Program
    memo: Memo = field(default_factory=Memo)
    model = "network"
    units = UNITS

    @classmethod
    def compute(cls, number: int, setup: TrainingSetup) -> "LayeredIteration":
        """The iteration with this number, computed from its setup."""
        trace, after = iterate(setup.plan, setup.state)
        rule = setup.plan.rule
        memory = rule.optimizer.memory
        program = Program.of(setup.shape, trace.N, rule.train_biases, rule.has_penalty, memory)
        return cls(number, setup, trace, after, program)

    @property
    def spec(self) -> Spec:
        return self.setup.spec

    @property
    def setup_after(self) -> TrainingSetup:
        return replace(self.setup, state=self.after)

    # program

    @property
    def steps(self) -> int:
        return self.program.steps

    @property
    def overflow(self) -> Overflow | None:
        return self.trace.overflow

    @cached_property
    def limit(self) -> int:
        """The number of steps, or of those before the layer whose numbers overflow."""
        if self.overflow is None:
            return self.steps
        phase = _PHASE_OF.get(self.overflow.quantity, UPDATE)
        return min(
            block.start
            for block in self.program.blocks
            if block.phase == phase and (phase == LOSS or block.layer == self.overflow.layer)
        )

    @property
    def phases(self) -> Mapping[str, tuple[int, int]]:
        return self.program.phases

    def phase_of(self, ordinal: int) -> str:
        return self.program.phase_of(ordinal)

    def name_of(self, ordinal: int) -> tuple[str, str]:
        step = self.program.at(ordinal)
        return step.kind, self.program.ref(step)

    def next_boundary(self, step: int, unit: Unit) -> int:
        return next_boundary(self.program, step, unit)

    def previous_boundary(self, step: int, unit: Unit) -> int:
        return previous_boundary(self.program, step, unit)

    # numbers

    def value_of(self, ref: str | Ref, focus: int) -> float | None:
        return value_of(self.trace, ref, focus, self.setup.plan.rule)

    def values(self, step: int, focus: int) -> Values:
        return known(self.trace, self.program, step, focus)

    def changed(self, start: int, stop: int, focus: int) -> dict[str, float | None]:
        return changed(self.trace, self.program, start, stop, focus)

    def refs_between(self, start: int, stop: int) -> Iterator[str]:
        return refs_between(self.program, start, stop)

    # accounts

    def explain(self, ordinal: int, focus: int) -> Operation:
        return explain(self.trace, self.program, ordinal, focus, self.setup.plan.rule)

    def source_of(self, ref: str) -> NumberSource:
        return source_of(self.trace, self.program, ref)

    # edits

    def check_edit(self, field: str, refs: Mapping[str, float]) -> None:
        stale.check_edit(self.program.shape, field, refs)

    def first_stale_step(self, change: Change, step: int) -> int:
        return stale.first_stale_step(self.program, change, step)

    @cached_property
    def fingerprint(self) -> bytes | None:
        return fingerprint_of(self.trace, self.setup.plan.rule)

    # training

    @property
    def loss(self) -> float:
        return self.trace.loss

    @property
    def learning_rate(self) -> float:
        return self.trace.learning_rate

    @property
    def examples(self) -> int:
        return self.trace.N

    def row(self, focus: int) -> int:
        state, plan = self.setup.state, self.setup.plan
        rows = plan.batching.rows(len(plan.data), state.epoch, state.offset)
        return rows.start + focus if isinstance(rows, slice) else int(rows[focus])

    @property
    def epoch(self) -> int:
        return self.setup.state.epoch

    @property
    def place_in_epoch(self) -> Epoch:
        plan, offset = self.setup.plan, self.setup.state.offset
        left = -(-(len(plan.data) - offset) // plan.batching.size)
        return Epoch(-(-offset // plan.batching.size), left, self.setup.epoch_length)

    def examples_used(self, after: bool) -> int:
        state = self.after if after else self.setup.state
        return state.epoch * len(self.setup.plan.data) + state.offset

    @cached_property
    def is_converged(self) -> bool:
        """Whether the gradient over the whole training set is practically 0; False for a smaller batch."""
        plan = self.setup.plan
        return (
            self.overflow is None
            and plan.batching.size >= len(plan.data)
            and converged(self.trace, plan.rule)
        )

    def network(self, after: bool) -> Network:
        """The network before or after the update."""
        return (self.after if after else self.setup.state).network

    def theta(self, after: bool) -> Array:
        return self.network(after).theta

    def parameters(self, after: bool) -> dict[str, Any]:
        network = self.network(after)
        return {"W": [W.tolist() for W in network.W], "b": [b.tolist() for b in network.b]}

    # costs

    @property
    def parameter_count(self) -> int:
        return self.program.shape.parameter_count

    @property
    def multiplications(self) -> int:
        """Three for each parameter and example: forward, δ of the layer below, gradient."""
        return 3 * self.program.shape.parameter_count * self.trace.N

    @property
    def opening_multiplications(self) -> int:
        return self.multiplications

    @property
    def nbytes(self) -> int:
        return iteration_bytes(self.setup, self.trace)
