"""What a session needs of a kind of model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.trace import Overflow
from backstep_lab.models.change import Change
from backstep_lab.models.protocol.iteration import Iteration

SpecT = TypeVar("SpecT")
SetupT = TypeVar("SetupT")


@dataclass(frozen=True, eq=False)
class ModelRun(Generic[SetupT]):
    """Iterations in a row: the setup after them, the loss of each, and the overflow that stopped them."""

    setup: SetupT
    losses: Array
    overflow: Overflow | None = None


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

    def with_next_seed(self, change: Change, now: SetupT) -> Change:
        """The change, and with it initial parameters from the seed after the present one."""

    def completed(self, change: Change) -> Change:
        """A change that is asked for, with the choices that it leaves to the model; it is kept so."""

    def build(self, spec: SpecT) -> SetupT:
        """The setup of iteration 0. Raises Invalid where the spec's parts do not fit together."""

    def apply(self, setup: SetupT, change: Change) -> SetupT:
        """The setup after an edit. Raises Invalid where the edit does not fit."""

    def compute(self, number: int, setup: SetupT) -> Iteration:
        """The iteration that starts from a setup, whole."""

    def run(self, setup: SetupT, iterations: int, until_loss: float | None) -> ModelRun[SetupT]:
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

    def test_accuracy(self, setup: SetupT) -> float | None:
        """The same of the test set; None where there is none."""

    def train_loss(self, setup: SetupT) -> float:
        """The loss of the whole training set."""

    def test_loss(self, setup: SetupT) -> float | None:
        """The loss of the test set; None where there is none."""
