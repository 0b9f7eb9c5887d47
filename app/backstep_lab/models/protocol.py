"""What a session needs of a kind of model: its program, its numbers by ref, how each was computed, what an
edit makes stale, and how iterations are replayed.

A *setup* is all that decides the numbers from the start of an iteration on; its *state* is the part of it
that an iteration changes. Only the model reads them: sessions store them and pass them back.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, Protocol, Self, TypeVar

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.trace import Overflow
from backstep_lab.models.change import Change
from backstep_lab.models.memo import Memo
from backstep_lab.stepping.cursor import Unit
from backstep_lab.stepping.explain.operation import Operation

SpecT = TypeVar("SpecT")
SetupT = TypeVar("SetupT")


class Spec(Protocol):
    """What a session is made from, as JSON-compatible fields."""

    @property
    def preset(self) -> str | None:
        """The preset it came from, if any."""

    @property
    def lock(self) -> Sequence[str]:
        """The parts that may be seen but not changed."""

    @property
    def ahead(self) -> bool:
        """Whether answers contain the next operations in advance."""

    def model_dump(self, *, exclude_none: bool = ..., exclude: set[str] | None = ...) -> dict[str, Any]:
        """All fields."""

    def model_copy(self, *, update: Mapping[str, Any] | None = ...) -> Self:
        """A copy with other fields."""


class Source(NamedTuple):
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


@dataclass(frozen=True, eq=False)
class Run(Generic[SetupT]):
    """Iterations in a row: the setup after them, the loss of each, and the overflow that stopped them."""

    setup: SetupT
    losses: Array
    overflow: Overflow | None = None


class Iteration(Protocol):
    """One iteration, computed whole. Its program has `steps` operations, counted by ordinals from 0.

    Calls that take a ref raise RefError where the iteration has no such number.
    """

    @property
    def model(self) -> str:
        """The name of the kind of model."""

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
    def spec(self) -> Spec:
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

    def source_of(self, ref: str) -> Source:
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
    def nbytes(self) -> int:
        """What keeping it takes, roughly."""


class Model(Protocol[SpecT, SetupT]):
    """A kind of model."""

    @property
    def name(self) -> str:
        """The part of a spec that describes such a model."""

    @property
    def spec_type(self) -> type[Any]:
        """The type of its specs."""

    # spec

    def spec_of(self, body: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> SpecT:
        """A whole spec from the parts of a request, over those of `base`. Raises Invalid."""

    def read_spec(self, fields: Mapping[str, Any]) -> SpecT:
        """A spec from its stored fields. Raises ValidationError or ValueError where they are damaged."""

    def spec_bytes(self, spec: SpecT) -> int:
        """What keeping the spec's own numbers takes, roughly."""

    def packed_size(self, spec: SpecT) -> int:
        """How many bytes of a packed history are numbers of the spec, roughly."""

    def settings_since(self, start: SetupT, now: SetupT) -> Change:
        """The change that gives `start` the settings of `now`."""

    # replay

    def build(self, spec: SpecT) -> SetupT:
        """The setup of iteration 0. Raises Invalid where the spec's parts do not fit together."""

    def apply(self, setup: SetupT, change: Change) -> SetupT:
        """The setup after an edit. Raises Invalid where the edit does not fit."""

    def compute(self, number: int, setup: SetupT) -> Iteration:
        """The iteration that starts from a setup, whole."""

    def run(self, setup: SetupT, iterations: int, until_loss: float | None) -> Run[SetupT]:
        """Up to so many iterations, not kept; the same numbers as `compute` gives, bit for bit.

        Stops after the first whose loss is at most `until_loss`, and before one that overflows.
        """

    def default_example(self, setup: SetupT) -> int:
        """The row of the batch that is shown first."""

    # states

    def state(self, setup: SetupT) -> Any:
        """The state of a setup."""

    def with_state(self, setup: SetupT, state: Any) -> SetupT:
        """The setup with another state."""

    def state_size(self, state: Any) -> int:
        """How many numbers a state holds."""

    def encode_state(self, state: Any) -> list[Any]:
        """The state as bytes and numbers."""

    def decode_state(self, setup: SetupT, fields: Sequence[Any]) -> Any:
        """The state of such a setup from its stored fields. Raises ValueError where they are damaged."""

    # evaluation

    def epoch_length(self, setup: SetupT) -> int:
        """Iterations in an epoch."""

    def has_classes(self, setup: SetupT) -> bool:
        """Whether the targets are classes, so that there is an accuracy."""

    def accuracy(self, setup: SetupT) -> float | None:
        """The part of the training set in the right class; None where there are no classes."""

    def train_loss(self, setup: SetupT) -> float:
        """The loss of the whole training set."""

    def test_loss(self, setup: SetupT) -> float | None:
        """The loss of the test set; None where there is none."""
