"""How good a network's predictions are over a whole set of examples."""

from dataclasses import dataclass

import numpy as np

from backstep_lab.engine.analysis.classification import Classes, Decision
from backstep_lab.engine.batching import Data
from backstep_lab.engine.memory.arrays import Array, quiet
from backstep_lab.engine.network import Network
from backstep_lab.engine.training import mean_loss


@dataclass(frozen=True, eq=False)
class Quality:
    """Of classes the `confusion` (classes, classes), a row for what is true, a column for what was said.

    Of other targets R² by output, NaN where the targets of an output are all the same.
    """

    examples: int
    loss: float
    confusion: Classes | None
    r2: Array | None

    @property
    def accuracy(self) -> float | None:
        """The share of examples in the right class."""
        return None if self.confusion is None else float(np.trace(self.confusion) / self.examples)


def quality(network: Network, data: Data, read: Decision | None) -> Quality:
    """Judged by how the outputs are read; `data` holds at least one example."""
    outputs = network.predict(data.X)
    loss = mean_loss(network, data)
    if read is None:
        return Quality(len(data), loss, None, r2(outputs, data.Y))
    return Quality(len(data), loss, confusion(read.of(data.Y), read.of(outputs), read.classes), None)


def confusion(true: Classes, said: Classes, classes: int) -> Classes:
    """How many examples of each class were put into each."""
    return np.bincount(true * classes + said, minlength=classes * classes).reshape(classes, classes)


def r2(outputs: Array, Y: Array) -> Array:
    """1 − Σ(y − ŷ)² / Σ(y − ȳ)² by output: 1 is perfect, 0 no better than the mean, (n_L,)."""
    with quiet():
        left = np.square(Y - outputs).sum(axis=0)
        spread = np.square(Y - Y.mean(axis=0)).sum(axis=0)
        return np.where(spread > 0.0, 1.0 - left / spread, np.nan)
