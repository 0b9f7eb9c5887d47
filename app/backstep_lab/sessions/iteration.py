"""One iteration of a session, computed whole; the cursor only moves over it."""

from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from hashlib import blake2b

from backstep_lab.engine.network import Shape
from backstep_lab.engine.trace import Overflow, Trace
from backstep_lab.engine.training import TrainingState, UpdateRule, converged, iterate
from backstep_lab.sessions.memo import Memo
from backstep_lab.spec.resolve import TrainingSetup
from backstep_lab.stepping.operations import BACKWARD, FORWARD, LOSS, UPDATE
from backstep_lab.stepping.program import Program

_PHASE_OF = {"z": FORWARD, "a": FORWARD, "loss": LOSS, "delta": BACKWARD, "dW": BACKWARD, "db": BACKWARD}
SHARED_BYTES = 256 * 1024  # of an iteration's numbers: its fingerprint is made in a fifth of a millisecond


@dataclass(frozen=True, eq=False)
class Iteration:
    """An iteration's trace with the setup it started from; `after` is the state it leads to.

    `memo` holds the latest few values that were derived from the iteration and may be needed again.
    """

    number: int
    setup: TrainingSetup
    trace: Trace
    after: TrainingState
    program: Program
    memo: Memo = field(default_factory=Memo)

    @classmethod
    def compute(cls, number: int, setup: TrainingSetup) -> "Iteration":
        """The iteration with this number, computed from its setup."""
        trace, after = iterate(setup.plan, setup.state)
        rule = setup.plan.rule
        memory = rule.optimizer.memory
        program = Program.of(setup.shape, trace.N, rule.train_biases, rule.has_penalty, memory)
        return cls(number, setup, trace, after, program)

    @property
    def steps(self) -> int:
        """How many operations the iteration has."""
        return self.program.steps

    @property
    def overflow(self) -> Overflow | None:
        """What leaves the range of float64 in this iteration, if anything does."""
        return self.trace.overflow

    @cached_property
    def limit(self) -> int:
        """The furthest step: the end, or just before the layer whose numbers overflow."""
        if self.overflow is None:
            return self.steps
        phase = _PHASE_OF.get(self.overflow.quantity, UPDATE)
        return min(
            block.start
            for block in self.program.blocks
            if block.phase == phase and (phase == LOSS or block.layer == self.overflow.layer)
        )

    @cached_property
    def fingerprint(self) -> bytes | None:
        """Equal for two iterations only if all their operations are; None of an iteration of many numbers.

        It covers whatever an operation is made from: the network's shape, the rule, and every number.
        """
        trace = self.trace
        if trace.buffer.nbytes + trace.X.nbytes > SHARED_BYTES:
            return None
        rates = (trace.N, trace.learning_rate, trace.data_loss, trace.penalty, trace.memory.optimizer_step)
        digest = blake2b(_name_of(trace.shape, self.setup.plan.rule), digest_size=20)
        digest.update(repr(rates).encode())
        for numbers in (trace.buffer, trace.X, trace.Y, trace.memory.before, trace.memory.after):
            digest.update(numbers.tobytes())
        return digest.digest()

    def row(self, focus: int) -> int:
        """The row of the training set that is the focus example."""
        state, plan = self.setup.state, self.setup.plan
        rows = plan.batching.rows(len(plan.data), state.epoch, state.offset)
        return rows.start + focus if isinstance(rows, slice) else int(rows[focus])

    @cached_property
    def is_converged(self) -> bool:
        """Whether the gradient over the whole training set is practically 0."""
        plan = self.setup.plan
        return (
            self.overflow is None
            and plan.batching.size >= len(plan.data)
            and converged(self.trace, plan.rule)
        )

    @property
    def setup_after(self) -> TrainingSetup:
        """What the next iteration starts from, before its edits."""
        return replace(self.setup, state=self.after)


@lru_cache(maxsize=256)
def _name_of(shape: Shape, rule: UpdateRule) -> bytes:
    return repr((shape, rule)).encode()
