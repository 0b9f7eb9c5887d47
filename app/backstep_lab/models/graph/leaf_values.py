"""Leaves as numbers and nested lists, by the ref of their variable."""

from collections.abc import Iterator, Sequence
from typing import Any

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.models.graph.setup import GraphSetup


def nested_values(setup: GraphSetup, leaves: Array) -> dict[str, Any]:
    """Each leaf variable, by ref, with its number or nested list; `leaves` are those of the state."""
    values = leaves.tolist()
    return {
        variable.ref: _nested(iter(values[setup.leaf_place[node]] for node in variable.nodes), variable.shape)
        for variable in setup.graph.variables
        if variable.is_leaf
    }


def _nested(numbers: Iterator[float], shape: Sequence[int]) -> Any:
    if not shape:
        return next(numbers)
    return [_nested(numbers, shape[1:]) for _ in range(shape[0])]
