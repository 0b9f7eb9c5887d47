"""The operations of an iteration of a graph, in order, and the units that they are stepped by.

Forward: one operation for each computed node. Backward: for each node with a gradient one operation for each
message that arrives, and one for their sum where there are several. Update: for each trained leaf what the
optimizer remembers of it, then its new value.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from backstep_lab.engine.graph.graph import Node
from backstep_lab.engine.graph.plan import Plan, Receiver
from backstep_lab.models.graph import refs
from backstep_lab.stepping.cursor import Unit
from backstep_lab.stepping.operations import BACKWARD, FORWARD, LOSS, MOMENTS, UPDATE

NODE, SEED, MESSAGE, MESSAGE_SUM, NO_MESSAGE = "node", "seed", "message", "message_sum", "no_message"


class GraphOperation(NamedTuple):
    """One operation: `receiver` is its place in `Plan.receivers`, `edge` that of a message's edge there.

    Both are 0 where they mean nothing; of an update, `receiver` is the place of the leaf among the trained.
    """

    kind: str
    node: int
    receiver: int = 0
    edge: int = 0


@dataclass(frozen=True, eq=False)
class GraphOperations:
    """All operations of an iteration; `memory` names what the optimizer remembers of each trained leaf."""

    plan: Plan
    memory: tuple[str, ...]
    all: tuple[GraphOperation, ...]
    phases: Mapping[str, tuple[int, int]]

    @classmethod
    def of(cls, plan: Plan, memory: tuple[str, ...]) -> "GraphOperations":
        """The operations of a plan."""
        forward = [GraphOperation(NODE, node) for node in plan.graph.operations]
        backward = [
            operation for at, receiver in enumerate(plan.receivers) for operation in _backward(at, receiver)
        ]
        update = [
            GraphOperation(kind, node, at)
            for at, node in enumerate(plan.graph.trained)
            for kind in (*(MOMENTS[name] for name in memory), "update")
        ]
        first, second = len(forward), len(forward) + len(backward)
        phases = {
            FORWARD: (0, first),
            LOSS: (first, first),
            BACKWARD: (first, second),
            UPDATE: (second, second + len(update)),
        }
        return cls(plan, memory, (*forward, *backward, *update), phases)

    def phase_of(self, ordinal: int) -> str:
        """The phase of an operation."""
        return next(phase for phase, (start, stop) in self.phases.items() if start <= ordinal < stop)

    @cached_property
    def refs(self) -> tuple[str, ...]:
        """The ref of the number that each operation makes."""
        return tuple(map(self._ref, self.all))

    def _ref(self, operation: GraphOperation) -> str:
        graph, (kind, node, receiver, edge) = self.plan.graph, operation
        if kind == NODE:
            return graph.nodes[node].ref
        if kind in (SEED, MESSAGE_SUM, NO_MESSAGE):
            return refs.gradient(graph, node)
        if kind == MESSAGE:
            return refs.message(graph, self.plan.receivers[receiver], edge)
        return refs.updated(graph, node, kind)

    @cached_property
    def ordinals(self) -> Mapping[str, int]:
        """The operation that makes each computed number, by ref."""
        return {ref: ordinal for ordinal, ref in enumerate(self.refs)}

    # units

    def next_boundary(self, step: int, unit: Unit) -> int:
        """The nearest boundary of a unit after `step` operations; 0 ≤ step < all."""
        starts = self._boundaries(unit)
        return starts[bisect_right(starts, step)]

    def previous_boundary(self, step: int, unit: Unit) -> int:
        """The nearest boundary of a unit before `step` operations; 0 < step ≤ all."""
        starts = self._boundaries(unit)
        return starts[bisect_left(starts, step) - 1]

    def _boundaries(self, unit: Unit) -> Sequence[int]:
        if unit in ("iteration", "epoch"):
            return (0, len(self.all))
        if unit == "term":
            return range(len(self.all) + 1)
        if unit == "pass":
            return sorted({place for phase in self.phases.values() for place in phase})
        return self._starts[unit]

    @cached_property
    def _starts(self) -> Mapping[str, Sequence[int]]:
        return {unit: list(self._runs(key)) for unit, key in self._keys.items()}

    def _runs(self, key: Callable[[Node], object]) -> Iterator[int]:
        """Where the runs of operations of one phase and one key begin, and where the last ends."""
        nodes = self.plan.graph.nodes
        keys = [
            (self.phase_at[ordinal], key(nodes[operation.node])) for ordinal, operation in enumerate(self.all)
        ]
        start = 0
        yield start
        for _, run in groupby(keys):
            start += len(list(run))
            yield start

    @cached_property
    def phase_at(self) -> Sequence[str]:
        """The phase of each operation."""
        return [phase for phase, (start, stop) in self.phases.items() for _ in range(start, stop)]

    @property
    def _keys(self) -> Mapping[str, Callable[[Node], object]]:
        groups = self.plan.graph.groups

        def outermost(node: Node) -> object:
            group = node.group
            while group is not None and groups[group].parent is not None:
                group = groups[group].parent
            return ("group", group) if group is not None else ("line", node.place.line)

        return {
            "element": lambda node: node.element,
            "line": lambda node: node.place.line,
            "group": outermost,
        }


def _backward(at: int, receiver: Receiver) -> Iterator[GraphOperation]:
    """The operations that make one gradient."""
    node, edges = receiver
    if at == 0:
        yield GraphOperation(SEED, node, at)
    elif not edges:
        yield GraphOperation(NO_MESSAGE, node, at)
    for edge in range(len(edges)):
        yield GraphOperation(MESSAGE, node, at, edge)
    if len(edges) > 1:
        yield GraphOperation(MESSAGE_SUM, node, at)
