"""A loss curve of bounded size: dense while it is short, coarser as it grows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backstep_lab.engine.memory.arrays import Array, frozen


@dataclass(frozen=True, eq=False)
class Curve:
    """Level k holds the values at 0, 2ᵏ, 2·2ᵏ, … below capacity·2ᵏ.

    So what is shown of a curve depends on its length alone, not on the way it grew.
    """

    capacity: int
    levels: tuple[Array, ...] = ()

    def extended(self, start: int, values: Sequence[float] | Array) -> "Curve":
        """With the values at start, start + 1, …; what is known already stays as it is."""
        values = np.asarray(values, dtype=np.float64)
        levels, stop = list(self.levels), start + len(values)
        while stop > self.capacity << max(len(levels) - 1, 0) or not levels:
            levels.append(levels[-1][::2] if levels else frozen([]))
        for k, level in enumerate(levels):
            first = len(level) << k
            last = min(stop, self.capacity << k)
            if start <= first < last:
                levels[k] = frozen(np.concatenate([level, values[first - start : last - start : 1 << k]]))
        return Curve(self.capacity, tuple(levels))

    def padded(self, length: int) -> "Curve":
        """With what is no number where no value is known before `length`."""
        levels = list(self.levels)
        while length > self.capacity << max(len(levels) - 1, 0) or not levels:
            levels.append(levels[-1][::2] if levels else frozen([]))
        for k, level in enumerate(levels):
            missing = min(_entries(length, k), self.capacity) - len(level)
            if missing > 0:
                levels[k] = frozen(np.concatenate([level, np.full(missing, np.nan)]))
        return Curve(self.capacity, tuple(levels))

    def truncated(self, length: int) -> "Curve":
        """Without the values at `length` and after it."""
        return Curve(
            self.capacity, tuple(level[: _entries(length, k)] for k, level in enumerate(self.levels))
        )

    def points(self, length: int) -> list[tuple[int, float]]:
        """At most `capacity` points of the curve before `length`, without those that are no number."""
        k = spacing(length, self.capacity).bit_length() - 1
        if k >= len(self.levels):
            return []
        values = self.levels[k][: _entries(length, k)].tolist()
        return [(i << k, value) for i, value in enumerate(values) if value == value]

    def is_due(self, index: int) -> bool:
        """Whether the value at this index will ever be shown."""
        return index % (1 << max(0, (index // self.capacity).bit_length())) == 0


def spacing(length: int, capacity: int) -> int:
    """How far apart the points are that are shown of so long a curve: a power of two."""
    k = 0
    while length > capacity << k:
        k += 1
    return 1 << k


def _entries(length: int, k: int) -> int:
    return -(-length // (1 << k))
