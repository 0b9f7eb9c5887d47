"""Training examples, and how an epoch over them is cut into batches."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from app.engine.arrays import Array, frozen

Rows = slice | np.ndarray[tuple[int], np.dtype[np.intp]]


@dataclass(frozen=True, eq=False)
class Data:
    """Training examples: X (n, n₀) and Y (n, n_L), one row each, read-only."""

    X: Array
    Y: Array

    @cached_property
    def columns(self) -> tuple[Array, Array]:
        """X with a last row of ones (n₀ + 1, n), and Y (n_L, n): an example a column."""
        return frozen(np.vstack([self.X.T, np.ones(len(self.X))])), frozen(self.Y.T)

    def __len__(self) -> int:
        return len(self.X)


@dataclass(frozen=True)
class Batching:
    """How an epoch is cut into batches of `size` examples; the last one holds what is left.

    With `shuffle` the order of an epoch depends on `seed` and the epoch alone, so that any epoch can
    be reached without the ones before it.
    """

    size: int
    shuffle: bool = False
    seed: int = 0

    def rows(self, examples: int, epoch: int, offset: int) -> Rows:
        """The rows of the batch that starts `offset` examples into an epoch over `examples` examples."""
        stop = min(offset + self.size, examples)
        if not self.shuffle:
            return slice(offset, stop)
        return epoch_order(self.seed, epoch, examples)[offset:stop]

    def after(self, examples: int, epoch: int, offset: int) -> tuple[int, int]:
        """(epoch, offset) of the batch after this one."""
        offset += self.size
        return (epoch, offset) if offset < examples else (epoch + 1, 0)

    def iterations(self, examples: int) -> int:
        """How many iterations an epoch has."""
        return -(-examples // self.size)


@lru_cache(maxsize=64)
def epoch_order(seed: int, epoch: int, examples: int) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """The order of the examples in an epoch: a permutation, the same for the same arguments."""
    order = np.random.default_rng((seed, epoch)).permutation(examples)
    order.flags.writeable = False
    return order
