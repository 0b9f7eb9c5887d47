"""One iteration of a graph, computed whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Any

from backstep_lab.engine.graph.graph import CONSTANT, LEAF
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.trace import Overflow
from backstep_lab.models.change import Change
from backstep_lab.models.graph import stale
from backstep_lab.models.graph.explain import explain
from backstep_lab.models.graph.fingerprint import fingerprint_of
from backstep_lab.models.graph.leaf_values import nested_values
from backstep_lab.models.graph.numbers import GraphNumbers
from backstep_lab.models.graph.operations import GraphOperations
from backstep_lab.models.graph.setup import GraphSetup
from backstep_lab.models.graph.source import given_value, source_of
from backstep_lab.models.memo import Memo
from backstep_lab.models.protocol import Epoch, NumberSource
from backstep_lab.spec.graph import GraphSpec
from backstep_lab.stepping.cursor import GRAPH_UNITS, Unit
from backstep_lab.stepping.explain.operation import Operation

_SMALLEST_GRADIENT = 1e-12  # a gradient that is smaller everywhere is practically 0
NUMBER_PARAMETERS = 2  # of a layered network, that are written in the time of one number of a graph
READING_MULTIPLICATIONS = 10_000  # that a node of a graph takes as long as, when its program is read
OPERATION_MULTIPLICATIONS = 600  # that an operation of a graph takes as long as


@dataclass(frozen=True, eq=False)
class GraphIteration:
    """An iteration's numbers. Implements `models.protocol.Iteration`."""

    number: int
    numbers: GraphNumbers
    memo: Memo = field(default_factory=Memo)
    model = "graph"
    units = GRAPH_UNITS
    examples = 1

    @classmethod
    def compute(cls, number: int, setup: GraphSetup) -> "GraphIteration":
        """The iteration with this number, computed from its setup."""
        return cls(number, GraphNumbers.of(setup))

    @property
    def setup(self) -> GraphSetup:
        return self.numbers.setup

    @property
    def setup_after(self) -> GraphSetup:
        after = self.numbers.after
        return self.setup if after is None else replace(self.setup, state=after)

    @property
    def spec(self) -> GraphSpec:
        return self.setup.spec

    @property
    def operations(self) -> GraphOperations:
        """The operations in order."""
        return self.setup.operations

    # program

    @property
    def steps(self) -> int:
        return len(self.operations.all)

    @cached_property
    def overflow(self) -> Overflow | None:
        if self.limit == self.steps:
            return None
        return Overflow(0, self.operations.refs[self.limit])

    @property
    def limit(self) -> int:
        return self.numbers.limit

    @property
    def phases(self) -> Mapping[str, tuple[int, int]]:
        return self.operations.phases

    def phase_of(self, ordinal: int) -> str:
        return self.operations.phase_of(ordinal)

    def name_of(self, ordinal: int) -> tuple[str, str]:
        return self.operations.all[ordinal].kind, self.operations.refs[ordinal]

    def next_boundary(self, step: int, unit: Unit) -> int:
        return self.operations.next_boundary(step, unit)

    def previous_boundary(self, step: int, unit: Unit) -> int:
        return self.operations.previous_boundary(step, unit)

    # numbers

    def value_of(self, ref: str, focus: int) -> float | None:
        ordinal = self.operations.ordinals.get(ref)
        return given_value(self.numbers, ref) if ordinal is None else self.numbers.made[ordinal]

    def values(self, step: int, focus: int) -> dict[str, float | None]:
        given = {
            node.ref: self.numbers.value(i)
            for i, node in enumerate(self.setup.graph.nodes)
            if node.function in (LEAF, CONSTANT)
        }
        made = zip(self.operations.refs, self.numbers.made, strict=True)
        known = {ref: value if ordinal < step else None for ordinal, (ref, value) in enumerate(made)}
        return given | known

    def changed(self, start: int, stop: int, focus: int) -> dict[str, float | None]:
        refs, made = self.operations.refs, self.numbers.made
        if stop < start:
            return dict.fromkeys(refs[stop:start])
        return dict(zip(refs[start:stop], made[start:stop], strict=True))

    def refs_between(self, start: int, stop: int) -> Iterator[str]:
        return islice(self.operations.refs, start, stop)

    # accounts

    def explain(self, ordinal: int, focus: int) -> Operation:
        return explain(self.numbers, ordinal)

    def source_of(self, ref: str) -> NumberSource:
        return source_of(self.numbers, ref)

    @cached_property
    def fingerprint(self) -> bytes | None:
        return fingerprint_of(self.setup)

    # edits

    def check_edit(self, field: str, refs: Mapping[str, float]) -> None:
        stale.check_edit(self.setup.graph, field, refs)

    def first_stale_step(self, change: Change, step: int) -> int:
        return stale.first_stale_step(self.operations, change, step)

    # training

    @property
    def loss(self) -> float:
        return self.numbers.values[self.setup.graph.target]

    @property
    def learning_rate(self) -> float:
        return self.setup.learning_rate

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

    @cached_property
    def is_converged(self) -> bool:
        if self.overflow is not None:
            return False
        gradients = self.numbers.passes.gradients
        return all(abs(gradients[node]) < _SMALLEST_GRADIENT for node in self.setup.graph.trained)

    def theta(self, after: bool) -> Array:
        return self.numbers.theta(after)

    def parameters(self, after: bool) -> dict[str, Any]:
        return nested_values(self.setup, self.theta(after))

    # costs

    @property
    def parameter_count(self) -> int:
        """As many parameters as take as long to write as the named numbers of the graph."""
        return NUMBER_PARAMETERS * (self.steps + len(self.setup.graph.nodes))

    @property
    def multiplications(self) -> int:
        return OPERATION_MULTIPLICATIONS * self.steps

    @property
    def opening_multiplications(self) -> int:
        return READING_MULTIPLICATIONS * len(self.setup.graph.nodes) + self.multiplications

    @property
    def nbytes(self) -> int:
        return 400 * self.steps
