"""From the spec of a graph to what an iteration computes with."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.graph.graph import CONSTANT, Graph
from backstep_lab.engine.graph.plan import Plan, plan_of
from backstep_lab.engine.memory.arrays import Array, frozen
from backstep_lab.engine.training import UpdateRule
from backstep_lab.language.errors import ProgramError
from backstep_lab.language.read import read_graph
from backstep_lab.models.graph.operations import GraphOperations
from backstep_lab.spec.errors import Invalid, ProgramRefused
from backstep_lab.spec.graph import GraphProgram, GraphSpec
from backstep_lab.spec.setup import rule_of

KEPT_GRAPHS = 32  # read graphs that are kept; one of 4,000 operations takes some megabytes
DRAWN = 1.0  # values drawn from a seed lie between -DRAWN and DRAWN


@dataclass(frozen=True, eq=False)
class GraphState:
    """The state between two iterations: the leaves, (leaves,), and the optimizer's memory of trained ones."""

    leaves: Array
    optimizer_state: Array
    optimizer_step: int = 0
    schedule_step: int = 0

    @property
    def is_finite(self) -> bool:
        """Whether every number is finite."""
        return bool(np.isfinite(self.leaves).all() and np.isfinite(self.optimizer_state).all())

    def remembered(self, names: tuple[str, ...], name: str) -> Array:
        """One of the optimizer's vectors, (trained,)."""
        size = len(self.optimizer_state) // len(names)
        start = names.index(name) * size
        return self.optimizer_state[start : start + size]


@dataclass(frozen=True, eq=False)
class GraphSetup:
    """What decides the numbers from an iteration on. `trained` are positions among the leaves."""

    spec: GraphSpec
    operations: GraphOperations
    rule: UpdateRule
    state: GraphState

    @property
    def plan(self) -> Plan:
        """The graph's operations in order, for computing."""
        return self.operations.plan

    @property
    def graph(self) -> Graph:
        """The graph."""
        return self.operations.plan.graph

    @property
    def leaf_place(self) -> Mapping[int, int]:
        """The place of each leaf in the state, by node."""
        return _leaf_places(self.plan)

    @property
    def trained_nodes(self) -> Mapping[int, int]:
        """The place of each trained leaf among the trained, by node."""
        return _trained_nodes(self.plan)

    @property
    def trained_places(self) -> NDArray[np.intp]:
        """The places of the trained leaves in the state."""
        return _trained_places(self.plan)

    @property
    def learning_rate(self) -> float:
        """η of the iteration that starts here."""
        return self.rule.learning_rate_at(self.state.schedule_step)

    def first_values(self) -> list[float]:
        """One number for each node: those of constants and leaves, 0 for what is computed."""
        values = list(_constants(self.plan))
        for node, value in zip(self.graph.leaves, self.state.leaves.tolist(), strict=True):
            values[node] = value
        return values


def build(spec: GraphSpec) -> GraphSetup:
    """The setup of iteration 0. Raises Invalid where the program has a mistake."""
    plan = plan_for(spec.graph)
    rule = rule_of(spec.training.optimizer, spec.training.schedule)
    operations = GraphOperations.of(plan, rule.optimizer.memory)
    leaves = first_leaves(plan.graph, spec.graph.seed)
    memory = frozen(rule.optimizer.first_state(len(plan.graph.trained)))
    return GraphSetup(spec, operations, rule, GraphState(leaves, memory))


def first_leaves(graph: Graph, seed: int | None) -> Array:
    """The leaves' first values; with a seed, those of trained leaves are drawn."""
    values = dict(graph.leaf_values)
    if seed is not None:
        drawn = np.random.default_rng(seed).uniform(-DRAWN, DRAWN, len(graph.trained))
        values |= dict(zip(graph.trained, drawn.tolist(), strict=True))
    return frozen([values[node] for node in graph.leaves])


def plan_for(program: GraphProgram) -> Plan:
    """The plan of a program, read once. Raises Invalid where it has a mistake."""
    try:
        return read_program(program)
    except ProgramError as error:
        raise invalid_program(error) from None


def read_program(program: GraphProgram) -> Plan:
    """The same. Raises ProgramError."""
    return _plan(
        program.program,
        json.dumps(program.values, sort_keys=True),
        program.target,
        None if program.train is None else tuple(program.train),
    )


def invalid_program(error: ProgramError) -> Invalid:
    """A mistake in a program, or in a choice beside it, as a problem with the request."""
    if error.field != "program":
        return Invalid(f"graph.{error.field}", error.detail, error.key, **error.message_args)
    return ProgramRefused(error.detail, error.key, error.line, error.column + 1, error.message_args)


@lru_cache(maxsize=KEPT_GRAPHS)
def _plan(text: str, values: str, target: str | None, train: tuple[str, ...] | None) -> Plan:
    given: dict[str, Any] = json.loads(values)
    return plan_of(read_graph(text, given, target, train))


@lru_cache(maxsize=KEPT_GRAPHS)
def _constants(plan: Plan) -> tuple[float, ...]:
    return tuple(
        node.value if node.function == CONSTANT and node.value is not None else 0.0
        for node in plan.graph.nodes
    )


@lru_cache(maxsize=KEPT_GRAPHS)
def _leaf_places(plan: Plan) -> Mapping[int, int]:
    return {node: place for place, node in enumerate(plan.graph.leaves)}


@lru_cache(maxsize=KEPT_GRAPHS)
def _trained_nodes(plan: Plan) -> Mapping[int, int]:
    return {node: place for place, node in enumerate(plan.graph.trained)}


@lru_cache(maxsize=KEPT_GRAPHS)
def _trained_places(plan: Plan) -> NDArray[np.intp]:
    return np.array([_leaf_places(plan)[node] for node in plan.graph.trained], dtype=np.intp)


def with_leaves(setup: GraphSetup, values: dict[int, float]) -> GraphSetup:
    """The setup with other values of some leaves, by node."""
    leaves = setup.state.leaves.copy()
    for node, value in values.items():
        leaves[setup.leaf_place[node]] = value
    return replace(setup, state=replace(setup.state, leaves=frozen(leaves)))
