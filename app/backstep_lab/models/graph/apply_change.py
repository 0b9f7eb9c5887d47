"""Applying an edit to the setup of an iteration of a graph."""

from dataclasses import replace

from backstep_lab.engine.graph.graph import Graph
from backstep_lab.engine.memory.arrays import frozen
from backstep_lab.models.change import Change
from backstep_lab.models.graph.operations import GraphOperations
from backstep_lab.models.graph.setup import GraphSetup, GraphState, build, with_leaves
from backstep_lab.models.graph.spec_parts import spec_of
from backstep_lab.models.graph.stale import leaf_named
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.setup import rule_of


def apply_change(setup: GraphSetup, change: Change) -> GraphSetup:
    """The setup after a change. Raises Invalid where it does not fit."""
    _refuse_other_parts(change)
    if change.part("graph"):
        setup = _with_graph(setup, change)
    elif change.part("training"):
        setup = _with_training(setup, change)
    if change.parameters:
        graph = setup.graph
        leaves = {leaf_named(graph, "parameters", ref): value for ref, value in change.parameters.items()}
        setup = with_leaves(setup, leaves)
    return setup


def _refuse_other_parts(change: Change) -> None:
    for name, fields in change.parts.items():
        if fields and name not in ("graph", "training"):
            raise Invalid(name, f"A graph has no {name}.", "problem-graph-has-none", part=name)


def _with_graph(setup: GraphSetup, change: Change) -> GraphSetup:
    """Another program, target or choice of trained leaves; leaves that keep name and shape keep their values.

    Values that the change gives, or a seed, win. The optimizer's memory starts anew.
    """
    part = change.part("graph")
    spec = spec_of({name: change.part(name) for name in ("graph", "training")}, setup.spec.model_dump())
    fresh = build(spec)
    if part.get("seed") is not None:
        return fresh
    given = set(part.get("values", ()))
    if "program" in part:
        given |= _rewritten(setup.graph, fresh.graph)
    kept = {
        node: float(setup.state.leaves[setup.leaf_place[before]])
        for node, before in _same_leaves(fresh.graph, setup.graph)
        if _variable(fresh.graph, node) not in given
    }
    return with_leaves(fresh, kept)


def _same_leaves(fresh: Graph, before: Graph) -> list[tuple[int, int]]:
    """Leaves of a graph with the leaf of the same ref in another one."""
    leaves = set(before.leaves)
    pairs = ((node, before.by_ref.get(fresh.nodes[node].ref)) for node in fresh.leaves)
    return [(node, old) for node, old in pairs if old is not None and old in leaves]


def _variable(graph: Graph, leaf: int) -> str:
    """The ref of the variable that a leaf is, or is an element of."""
    return graph.nodes[leaf].ref.partition("[")[0]


def _rewritten(before: Graph, fresh: Graph) -> set[str]:
    """The leaves to which the new program gives another first value than the old one."""
    return {
        _variable(fresh, node)
        for node, old in _same_leaves(fresh, before)
        if fresh.leaf_values[node] != before.leaf_values[old]
    }


def _with_training(setup: GraphSetup, change: Change) -> GraphSetup:
    spec = spec_of({"training": change.part("training")}, setup.spec.model_dump())
    rule = rule_of(spec.training.optimizer, spec.training.schedule)
    state = setup.state
    is_other = type(rule.optimizer) is not type(setup.rule.optimizer)
    if is_other or rule.optimizer.first_memory != setup.rule.optimizer.first_memory:
        memory = frozen(rule.optimizer.first_state(len(setup.graph.trained)))
        state = GraphState(state.leaves, memory, 0, state.schedule_step)
    if rule.schedule != setup.rule.schedule:
        state = replace(state, schedule_step=0)
    operations = GraphOperations.of(setup.plan, rule.optimizer.memory)
    return replace(setup, spec=spec, rule=rule, state=state, operations=operations)
