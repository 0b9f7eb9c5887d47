"""The target of a graph where one or two leaves have other values, all others staying."""

from collections.abc import Mapping
from math import nan

import numpy as np

from backstep_lab.engine.graph.passes import forward
from backstep_lab.engine.graph.plan import Plan
from backstep_lab.engine.memory.arrays import Array


def target_at(plan: Plan, values: list[float], leaves: Mapping[int, float]) -> float:
    """The target's value, were these leaves so; nan where it is undefined or leaves float64's range."""
    moved = list(values)
    for leaf, value in leaves.items():
        moved[leaf] = value
    return nan if forward(plan, moved) is not None else moved[plan.receivers[0].node]


def target_along(plan: Plan, values: list[float], leaf: int, along: Array) -> Array:
    """The target at each value of a leaf, in the shape of `along`."""
    return np.array([target_at(plan, values, {leaf: value}) for value in along.tolist()])
