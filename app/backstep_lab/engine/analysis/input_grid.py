"""Evaluates units on a grid of inputs, for heat maps."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.network import Network

PORTION = 4_096  # points in one forward pass: a few megabytes even for the widest network
MARGIN = 0.2  # beyond the data, of its width


class NeuronOutput(NamedTuple):
    """A unit's activation, or its sum z where `is_sum`; layers count from 1."""

    layer: int
    unit: int
    is_sum: bool = False


class Range(NamedTuple):
    """What an axis shows."""

    low: float
    high: float

    def points(self, resolution: int) -> Array:
        """So many values from end to end."""
        return np.linspace(self.low, self.high, resolution)


def range_of(values: Array) -> Range:
    """The data with a margin; something to look at also where all values are one."""
    low, high = float(values.min()), float(values.max())
    room = MARGIN * (high - low) or 1.0
    return Range(low - room, high + room)


def points_over(point: Array, axes: Sequence[int], ranges: Sequence[Range], resolution: int) -> Array:
    """A grid over one or two coordinates of a point, the others held, x running first: (points, n)."""
    values = [span.points(resolution) for span in ranges]
    across = np.meshgrid(*values)  # (resolution,) or (resolution, resolution): a row for each value of y
    grid = np.repeat(point[np.newaxis, :], across[0].size, axis=0)
    for axis, value in zip(axes, across, strict=True):
        grid[:, axis] = value.ravel()
    return grid


def values_over(
    network: Network, X: Array, places: Sequence[NeuronOutput], proceed: Callable[[], object]
) -> Array:
    """The chosen neurons at each of the inputs X (P, n₀): (places, P)."""
    found = np.empty((len(places), len(X)))
    for start in range(0, len(X), PORTION):
        proceed()
        portion = slice(start, start + PORTION)
        Z, A = network.forward(X[portion])
        for row, (layer, unit, is_sum) in enumerate(places):
            found[row, portion] = (Z[layer - 1] if is_sum else A[layer])[:, unit]
    return found
