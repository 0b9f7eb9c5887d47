"""How many examples a network puts into the right class."""

import numpy as np

from app.engine.arrays import Array
from app.engine.batching import Data
from app.engine.network import Network


def accuracy(network: Network, data: Data) -> float | None:
    """The share of examples in the right class; None where the targets are no classes.

    One output with two different targets tells two classes apart, half way between them; several outputs
    stand for a class each, and the largest wins, where every example has one largest target.
    """
    classes = _classes(data.Y, data.Y)
    return None if classes is None else float(np.mean(_classes(network.predict(data.X), data.Y) == classes))


def has_classes(data: Data) -> bool:
    """Whether the targets are classes."""
    return _classes(data.Y, data.Y) is not None


def _classes(outputs: Array, Y: Array) -> Array | None:
    if Y.shape[1] == 1:
        low, high = Y.min(), Y.max()
        two = low < high and bool(np.isin(Y, (low, high)).all())
        return np.asarray(outputs[:, 0] > (low + high) / 2, dtype=np.float64) if two else None
    one_each = bool(((Y.max(axis=1, keepdims=True) == Y).sum(axis=1) == 1).all())
    return outputs.argmax(axis=1).astype(np.float64) if one_each else None
