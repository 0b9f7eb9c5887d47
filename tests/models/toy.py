"""A second kind of model: y = (a + b)·c, whose loss is y itself, trained by gradient descent."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, NamedTuple

import numpy as np
from pydantic import Field, ValidationError

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.trace import Overflow
from backstep_lab.models.change import Change
from backstep_lab.models.memo import Memo
from backstep_lab.models.protocol import Epoch, ModelRun, NumberSource
from backstep_lab.spec.base import Number, Wire
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.resolve import merged
from backstep_lab.spec.validation_messages import invalid
from backstep_lab.stepping.cursor import UNITS, Unit
from backstep_lab.stepping.explain.operation import Formula, Message, Operation, Templates, in_mathml
from backstep_lab.stepping.formulas.printing import printed
from backstep_lab.stepping.formulas.templates import Operand, Pair, Template
from backstep_lab.stepping.refs import RefError

LEAVES = ("a", "b", "c")
Numbers = dict[str, float]


class Leaves(Wire):
    """The three numbers."""

    a: Number = 1.0
    b: Number = 2.0
    c: Number = 3.0


class Training(Wire):
    """Gradient descent."""

    learning_rate: Number = 0.01


class ToySpec(Wire):
    """What such a session is made from."""

    preset: None = None
    toy: Leaves
    training: Training = Training()
    lock: list[str] = Field(default=[])
    reveal_upcoming: bool = True


class ToySetup(NamedTuple):
    """The spec as edited, and the three numbers."""

    spec: ToySpec
    state: tuple[float, ...]


class Toy(NamedTuple):
    """One operation of the program."""

    kind: str
    ref: str
    phase: str
    operands: tuple[str, ...]
    formula: str
    compute: Callable[..., float]


def _update(leaf: str) -> Toy:
    operands = (leaf, "learning_rate", f"dL/d{leaf}")
    return Toy(
        "update", f"{leaf}_next", "update", operands, "#{0} - #{1} \\cdot #{2}", lambda w, eta, g: w - eta * g
    )


PROGRAM = (
    Toy("sum", "s", "forward", ("a", "b"), "#{0} + #{1}", lambda a, b: a + b),
    Toy("product", "y", "forward", ("s", "c"), "#{0} \\cdot #{1}", lambda s, c: s * c),
    Toy("loss", "loss", "loss", ("y",), "#{0}", lambda y: y),
    Toy("slope", "dL/dc", "backward", ("s",), "#{0}", lambda s: s),
    Toy("slope", "dL/ds", "backward", ("c",), "#{0}", lambda c: c),
    Toy("slope", "dL/da", "backward", ("dL/ds",), "#{0}", lambda ds: ds),
    Toy("slope", "dL/db", "backward", ("dL/ds",), "#{0}", lambda ds: ds),
    *map(_update, LEAVES),
)
ORDINALS = {operation.ref: ordinal for ordinal, operation in enumerate(PROGRAM)}
PHASES = {"forward": (0, 2), "loss": (2, 3), "backward": (3, 7), "update": (7, 10)}
PASSES = ((0, 3), (3, 7), (7, 10))


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None


@dataclass(frozen=True, eq=False)
class ToyIteration:
    """One iteration of it, with every number by ref."""

    number: int
    setup: ToySetup
    numbers: Numbers
    memo: Memo = field(default_factory=Memo)
    model = "toy"
    units = UNITS
    steps = len(PROGRAM)
    phases: Mapping[str, tuple[int, int]] = field(default_factory=lambda: PHASES)
    fingerprint: bytes | None = None
    examples = 1
    is_converged = False
    parameter_count = 3
    multiplications = 10
    opening_multiplications = 10
    nbytes = 1_000

    @property
    def spec(self) -> ToySpec:
        return self.setup.spec

    @property
    def setup_after(self) -> ToySetup:
        return self.setup._replace(state=tuple(self.numbers[f"{leaf}_next"] for leaf in LEAVES))

    @property
    def limit(self) -> int:
        finite = [isfinite(self.numbers[operation.ref]) for operation in PROGRAM]
        return finite.index(False) if False in finite else self.steps

    @property
    def overflow(self) -> Overflow | None:
        return None if self.limit == self.steps else Overflow(0, PROGRAM[self.limit].ref)

    def phase_of(self, ordinal: int) -> str:
        return PROGRAM[ordinal].phase

    def name_of(self, ordinal: int) -> tuple[str, str]:
        return PROGRAM[ordinal].kind, PROGRAM[ordinal].ref

    def _group(self, ordinal: int, unit: Unit) -> tuple[int, int]:
        if unit in ("iteration", "epoch"):
            return 0, self.steps
        if unit == "pass":
            return next(span for span in PASSES if span[0] <= ordinal < span[1])
        return ordinal, ordinal + 1

    def next_boundary(self, step: int, unit: Unit) -> int:
        return self._group(step, unit)[1]

    def previous_boundary(self, step: int, unit: Unit) -> int:
        return self._group(step - 1, unit)[0]

    def value_of(self, ref: str, focus: int) -> float | None:
        self.source_of(ref)
        return _finite(self.numbers[ref])

    def values(self, step: int, focus: int) -> dict[str, float | None]:
        known = {ref: value for ref, value in self.numbers.items() if ORDINALS.get(ref, -1) < step}
        return {ref: _finite(known[ref]) if ref in known else None for ref in self.numbers}

    def changed(self, start: int, stop: int, focus: int) -> dict[str, float | None]:
        if stop < start:
            return dict.fromkeys(self.refs_between(stop, start))
        return {ref: _finite(self.numbers[ref]) for ref in self.refs_between(start, stop)}

    def refs_between(self, start: int, stop: int) -> Iterator[str]:
        return (operation.ref for operation in PROGRAM[start:stop])

    def explain(self, ordinal: int, focus: int) -> Operation:
        kind, ref, phase, refs, text, _ = PROGRAM[ordinal]
        value, template = _finite(self.numbers[ref]), Template(text)
        operands = tuple(Operand(name, _finite(self.numbers[name]), name) for name in refs)
        digits, filled = printed(kind, template, operands, value)
        templates = Templates(text, text)
        shown = in_mathml(ref, Pair(template, template))
        formula = Formula(ref, template.symbols(operands), filled, templates, shown, None)
        message = Message(f"toy-{kind}", {} if value is None else {"value": value})
        return Operation(kind, phase, 0, 0, ref, value, ordinal + 1, operands, formula, message, digits)

    def source_of(self, ref: str) -> NumberSource:
        if ref not in self.numbers:
            raise RefError(f"“{ref}” names no number of y = (a + b)·c.")
        return NumberSource(ORDINALS.get(ref), None, f"{ref}_next" if ref in LEAVES else None)

    def check_edit(self, field: str, refs: Mapping[str, float]) -> None:
        for ref in refs:
            if field != "parameters" or ref not in LEAVES:
                raise Invalid(f"{field}.{ref}", f"{ref} cannot be changed.", "problem-not-editable", ref=ref)

    def first_stale_step(self, change: Change, step: int) -> int:
        edited = {*change.parameters, *(("learning_rate",) if change.part("training") else ())}
        readers = (n for n, operation in enumerate(PROGRAM) if edited & set(operation.operands))
        return 0 if change.changes_model else min(step, next(readers, step))

    @property
    def loss(self) -> float:
        return self.numbers["loss"]

    @property
    def learning_rate(self) -> float:
        return self.numbers["learning_rate"]

    def row(self, focus: int) -> int:
        return 0

    @property
    def epoch(self) -> int:
        return self.number

    @property
    def place_in_epoch(self) -> Epoch:
        return Epoch(0, 1, 1)

    def examples_used(self, after: bool) -> int:
        return self.number + after

    def theta(self, after: bool) -> Array:
        return np.array((self.setup_after if after else self.setup).state)

    def parameters(self, after: bool) -> dict[str, Any]:
        return dict(zip(LEAVES, (self.setup_after if after else self.setup).state, strict=True))


class ToyModel:
    """The kind of model, by the field `toy` of a body."""

    name = "toy"
    spec_type = ToySpec

    def spec_of(self, body: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> ToySpec:
        try:
            return ToySpec.model_validate(merged(base or {}, body))
        except ValidationError as error:
            raise invalid(error.errors()) from None

    def read_spec(self, fields: Mapping[str, Any]) -> ToySpec:
        return ToySpec.model_validate(fields)

    def spec_bytes(self, spec: ToySpec) -> int:
        return 0

    def packed_size(self, spec: ToySpec) -> int:
        return 0

    def settings_since(self, start: ToySetup, now: ToySetup) -> Change:
        return Change(parts={"training": now.spec.training.model_dump()})

    def with_next_seed(self, change: Change, now: ToySetup) -> Change:
        return change

    def completed(self, change: Change) -> Change:
        return change

    def build(self, spec: ToySpec) -> ToySetup:
        return ToySetup(spec, (spec.toy.a, spec.toy.b, spec.toy.c))

    def apply(self, setup: ToySetup, change: Change) -> ToySetup:
        spec = setup.spec
        if change.parts:
            spec = self.spec_of(change.parts, spec.model_dump())
        leaves = {**dict(zip(LEAVES, setup.state, strict=True)), **change.part("toy"), **change.parameters}
        return ToySetup(spec, tuple(leaves[leaf] for leaf in LEAVES))

    def compute(self, number: int, setup: ToySetup) -> ToyIteration:
        numbers = dict(zip(LEAVES, setup.state, strict=True))
        numbers["learning_rate"] = setup.spec.training.learning_rate
        for operation in PROGRAM:
            numbers[operation.ref] = operation.compute(*(numbers[ref] for ref in operation.operands))
        return ToyIteration(number, setup, numbers)

    def run(self, setup: ToySetup, iterations: int, until_loss: float | None) -> ModelRun[ToySetup]:
        losses: list[float] = []
        overflow = None
        while len(losses) < iterations and overflow is None:
            iteration = self.compute(0, setup)
            overflow = iteration.overflow
            if overflow is None:
                setup = iteration.setup_after
                losses.append(iteration.loss)
            if until_loss is not None and losses and losses[-1] <= until_loss:
                break
        return ModelRun(setup, np.array(losses), overflow)

    def default_example(self, setup: ToySetup) -> int:
        return 0

    def state(self, setup: ToySetup) -> tuple[float, ...]:
        return setup.state

    def with_state(self, setup: ToySetup, state: tuple[float, ...]) -> ToySetup:
        return setup._replace(state=state)

    def state_size(self, state: tuple[float, ...]) -> int:
        return len(state)

    def encode_state(self, state: tuple[float, ...]) -> list[Any]:
        return list(state)

    def decode_state(self, setup: ToySetup, fields: Sequence[Any]) -> tuple[float, ...]:
        if len(fields) != len(LEAVES) or not all(isinstance(value, float) for value in fields):
            raise ValueError("three numbers belong here")
        return tuple(fields)

    def epoch_length(self, setup: ToySetup) -> int:
        return 1

    def has_classes(self, setup: ToySetup) -> bool:
        return False

    def accuracy(self, setup: ToySetup) -> float | None:
        return None

    def test_accuracy(self, setup: ToySetup) -> float | None:
        return None

    def train_loss(self, setup: ToySetup) -> float:
        return self.compute(0, setup).loss

    def test_loss(self, setup: ToySetup) -> float | None:
        return None
