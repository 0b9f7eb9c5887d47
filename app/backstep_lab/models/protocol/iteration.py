"""What a session needs of an iteration."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.trace import Overflow
from backstep_lab.models.change import Change
from backstep_lab.models.memo import Memo
from backstep_lab.models.protocol.spec import ModelSpec
from backstep_lab.stepping.cursor import Unit
from backstep_lab.stepping.explain.operation import Operation


class NumberSource(NamedTuple):
    """Where a number comes from.

    `ordinal` is the operation that computes it, None where it is given; `row` is the example that its ref
    names, None for the focus example; `previous` is the ref under which the iteration before has computed a
    number that this one is given, None where no iteration has.
    """

    ordinal: int | None
    row: int | None = None
    previous: str | None = None


class Epoch(NamedTuple):
    """An iteration's place in its epoch: iterations before it, from it on, and in a whole epoch."""

    done: int
    left: int
    length: int


class Iteration(Protocol):
    """One iteration, computed whole. Its program has `steps` operations, counted by ordinals from 0.

    Calls that take a ref raise RefError where the iteration has no such number.
    """

    @property
    def model(self) -> str:
        """The name of the kind of model."""

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units that it can be stepped by."""

    @property
    def number(self) -> int:
        """Its number, from 0."""

    @property
    def setup(self) -> Any:
        """What it started from."""

    @property
    def setup_after(self) -> Any:
        """What the next iteration starts from, before that iteration's edits."""

    @property
    def spec(self) -> ModelSpec:
        """The spec, with all edits up to this iteration."""

    @property
    def memo(self) -> Memo:
        """The latest few values that were derived from the iteration and may be needed again."""

    # program

    @property
    def steps(self) -> int:
        """How many operations it has."""

    @property
    def limit(self) -> int:
        """How many operations can be done: all, or those before the overflow."""

    @property
    def overflow(self) -> Overflow | None:
        """What leaves the range of float64, if anything does."""

    @property
    def phases(self) -> Mapping[str, tuple[int, int]]:
        """The ordinals [start, stop) of forward, loss, backward and update."""

    def phase_of(self, ordinal: int) -> str:
        """The phase of an operation."""

    def name_of(self, ordinal: int) -> tuple[str, str]:
        """(kind, ref) of an operation."""

    def next_boundary(self, step: int, unit: Unit) -> int:
        """The nearest boundary of a unit after `step` operations."""

    def previous_boundary(self, step: int, unit: Unit) -> int:
        """The nearest boundary of a unit before `step` operations."""

    # numbers

    def value_of(self, ref: str, focus: int) -> float | None:
        """A number, computed yet or not; None where it is not finite."""

    def values(self, step: int, focus: int) -> Any:
        """Every number that is known after `step` operations, as JSON-compatible fields."""

    def changed(self, start: int, stop: int, focus: int) -> dict[str, float | None]:
        """The numbers that the operations between two steps make known; None where they are undone."""

    def refs_between(self, start: int, stop: int) -> Iterator[str]:
        """The refs of the numbers that the operations from `start` to `stop` make known."""

    # accounts

    def explain(self, ordinal: int, focus: int) -> Operation:
        """An operation: its operands, formula and message."""

    def source_of(self, ref: str) -> NumberSource:
        """Where a number comes from."""

    @property
    def fingerprint(self) -> bytes | None:
        """Equal for two iterations only if all their operations are; None where it would take too long."""

    # edits

    def check_edit(self, field: str, refs: Mapping[str, float]) -> None:
        """Raise Invalid unless every ref names a number that can be edited in `field`."""

    def first_stale_step(self, change: Change, step: int) -> int:
        """How many of the first `step` operations read nothing that a change edits."""

    # training

    @property
    def loss(self) -> float:
        """The loss of the batch."""

    @property
    def learning_rate(self) -> float:
        """The learning rate."""

    @property
    def examples(self) -> int:
        """How many examples the batch has; their rows are counted from 0."""

    def row(self, focus: int) -> int:
        """The row of the training set that a row of the batch is."""

    @property
    def epoch(self) -> int:
        """The epoch that it belongs to, from 0."""

    @property
    def place_in_epoch(self) -> Epoch:
        """Its place in that epoch."""

    def examples_used(self, after: bool) -> int:
        """How many examples training has used before (or after) it, those of each epoch counted again."""

    @property
    def is_converged(self) -> bool:
        """Whether the gradient over all examples is practically 0."""

    def theta(self, after: bool) -> Array:
        """All parameters before or after the update, as one vector."""

    def parameters(self, after: bool) -> dict[str, Any]:
        """The same as JSON-compatible fields."""

    # costs

    @property
    def parameter_count(self) -> int:
        """How many parameters there are."""

    @property
    def multiplications(self) -> int:
        """Of one iteration, roughly."""

    @property
    def opening_multiplications(self) -> int:
        """What building its setup from a spec and computing it takes, in multiplications, roughly."""

    @property
    def nbytes(self) -> int:
        """What keeping it takes, roughly."""
