"""Training examples, and how an epoch over them is cut into batches."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import repeat

import numpy as np

from backstep_lab.engine.memory.arrays import Array, frozen, frozen_view

Order = np.ndarray[tuple[int], np.dtype[np.intp]]
Rows = slice | Order
Batch = tuple[Array, Array]  # X1 (n₀ + 1, N), its last row ones, and Y (n_L, N)


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

    def after(self, examples: int, epoch: int, offset: int, batches: int = 1) -> tuple[int, int]:
        """(epoch, offset) so many batches further on."""
        left = -(-(examples - offset) // self.size)
        if batches < left:
            return epoch, offset + batches * self.size
        epochs, batches = divmod(batches - left, self.iterations(examples))
        return epoch + 1 + epochs, batches * self.size

    def batch(self, data: Data, epoch: int, offset: int) -> Batch:
        """The columns of the batch that starts `offset` examples into an epoch, read-only."""
        if self._is_whole(data, offset):
            return data.columns
        X1, Y = next(self.batches(data, epoch, offset, 1))
        return frozen_view(X1), frozen_view(Y)

    def batches(self, data: Data, epoch: int, offset: int, count: int) -> Iterator[Batch]:
        """So many batches from there on, an epoch cut in one piece: that costs less than batch by batch."""
        if self._is_whole(data, offset):
            yield from repeat(data.columns, count)
            return
        while count > 0:
            rows = self._order(len(data), epoch)[offset : offset + count * self.size]
            X1, Y = (_cut(columns[:, rows], self.size) for columns in data.columns)
            yield from zip(X1, Y, strict=True)
            epoch, offset, count = epoch + 1, 0, count - len(X1)

    def _is_whole(self, data: Data, offset: int) -> bool:
        """Whether the next batch is the data as they lie."""
        return self.size >= len(data) and not self.shuffle and offset == 0

    def _order(self, examples: int, epoch: int) -> Order:
        return epoch_order(self.seed, epoch, examples) if self.shuffle else np.arange(examples)

    def iterations(self, examples: int) -> int:
        """How many iterations an epoch has."""
        return -(-examples // self.size)


@lru_cache(maxsize=64)
def epoch_order(seed: int, epoch: int, examples: int) -> Order:
    """The order of the examples in an epoch: a permutation, the same for the same arguments."""
    order = np.random.default_rng((seed, epoch)).permutation(examples)
    order.flags.writeable = False
    return order


def _cut(columns: Array, size: int) -> list[Array]:
    """Columns (n, m·size + rest) as m arrays (n, size) and the rest, each contiguous."""
    whole = columns.shape[1] // size * size
    batches = list(columns[:, :whole].reshape(len(columns), -1, size).transpose(1, 0, 2).copy())
    return batches if whole == columns.shape[1] else [*batches, columns[:, whole:].copy()]
