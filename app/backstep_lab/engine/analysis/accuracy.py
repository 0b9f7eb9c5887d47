"""How many examples a network puts into the right class."""

import numpy as np

from backstep_lab.engine.analysis.classification import decision
from backstep_lab.engine.batching import Data
from backstep_lab.engine.network import Network


def accuracy(network: Network, data: Data, like: Data | None = None) -> float | None:
    """The share of examples in the right class; None where the targets are no classes.

    What the classes are is read from `like`, as those of a test set are from the training set.
    """
    read = decision((like or data).Y)
    return None if read is None else float(np.mean(read.of(network.predict(data.X)) == read.of(data.Y)))


def has_classes(data: Data) -> bool:
    """Whether the targets are classes."""
    return decision(data.Y) is not None
