"""The numbers of one iteration of a graph, by node and by operation."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from backstep_lab.engine.graph.forward_mode import local_slope
from backstep_lab.engine.graph.graph import Graph
from backstep_lab.engine.graph.passes import Passes, both_passes
from backstep_lab.engine.graph.plan import Edge, Plan
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.models.graph.operations import (
    MESSAGE,
    NODE,
    SEED,
    GraphOperation,
    GraphOperations,
)
from backstep_lab.models.graph.setup import GraphSetup, GraphState
from backstep_lab.models.graph.update import updated
from backstep_lab.stepping.numbers import finite
from backstep_lab.stepping.operations import BACKWARD


@dataclass(frozen=True, eq=False)
class GraphNumbers:
    """Both passes and the update. `after` is the state that follows; None where a pass has failed."""

    setup: GraphSetup
    passes: Passes
    after: GraphState | None

    @classmethod
    def of(cls, setup: GraphSetup) -> "GraphNumbers":
        """The numbers of the iteration that starts from a setup."""
        passes = both_passes(setup.plan, setup.first_values())
        after = updated(setup, passes.gradients) if passes.failed is None else None
        return cls(setup, passes, after)

    @property
    def operations(self) -> GraphOperations:
        """The iteration's operations."""
        return self.setup.operations

    @property
    def plan(self) -> Plan:
        """The graph's plan."""
        return self.setup.plan

    @property
    def graph(self) -> Graph:
        """The graph."""
        return self.setup.graph

    @property
    def values(self) -> Sequence[float]:
        """The values by node, as they were computed."""
        return self.passes.values

    def value(self, node: int) -> float | None:
        """The value of a node; None where it is not finite."""
        return finite(self.passes.values[node])

    def gradient(self, node: int) -> float | None:
        """The gradient of a node; None where there is none or it is not finite."""
        return finite(self.passes.gradients[node])

    def messages(self, receiver: int) -> Sequence[float | None]:
        """The messages of a receiver; None for those that are not computed or not finite."""
        computed = self.passes.messages[receiver] if receiver < len(self.passes.messages) else []
        missing = len(self.plan.receivers[receiver].edges) - len(computed)
        return [*map(finite, computed), *[None] * missing]

    def slope(self, edge: Edge) -> float | None:
        """The local slope at an edge; None where it is not finite."""
        try:
            return finite(local_slope(self.plan, self.passes.values, edge))
        except (ArithmeticError, ValueError):
            return None

    @cached_property
    def made(self) -> tuple[float | None, ...]:
        """The number that each operation makes; None where it is not finite."""
        return tuple(map(self._made, self.operations.all))

    def _made(self, operation: GraphOperation) -> float | None:
        if operation.kind == NODE:
            return self.value(operation.node)
        if operation.kind == SEED:
            return 1.0
        if operation.kind == MESSAGE:
            return self.messages(operation.receiver)[operation.edge]
        if operation.kind in ("first_moment", "second_moment"):
            return self.memory(
                "m" if operation.kind == "first_moment" else "v", operation.receiver, after=True
            )
        if operation.kind == "update":
            return self.leaf_after(operation.node)
        return self.gradient(operation.node)

    def leaf_after(self, node: int) -> float | None:
        """A leaf after the update."""
        return None if self.after is None else finite(self.after.leaves.item(self.setup.leaf_place[node]))

    def memory(self, name: str, trained: int, after: bool) -> float | None:
        """What the optimizer remembers of a trained leaf."""
        state = self.after if after else self.setup.state
        return None if state is None else finite(state.remembered(self.operations.memory, name).item(trained))

    def setting(self, name: str) -> float | None:
        """A setting of the optimizer; None where it has none of that name."""
        if name == "learning_rate":
            return self.setup.learning_rate
        if name == "t":
            return float(self.setup.state.optimizer_step + 1)
        return getattr(self.setup.rule.optimizer, name, None)

    @cached_property
    def limit(self) -> int:
        """How many operations can be done: all, or those before the first number that is not finite."""
        if self.passes.failed is not None and not self.passes.in_backward:
            return self.operations.ordinals[self.graph.nodes[self.passes.failed].ref]
        start = self.operations.phases[BACKWARD][0]
        for ordinal in range(start, len(self.made)):
            if self.made[ordinal] is None:
                return ordinal
        return len(self.made)

    def theta(self, after: bool) -> Array:
        """All leaves."""
        state = self.after if after and self.after is not None else self.setup.state
        return state.leaves
