"""Inputs brought to one size, column by column."""

import numpy as np

from backstep_lab.engine.memory.arrays import Array


def scaled(X: Array, scale: str) -> Array:
    """none: as they are · standard: mean 0 and deviation 1 · minmax: from 0 to 1.

    Over all rows, whether they are set aside for testing or not. A column that never changes becomes 0.
    """
    if scale == "none":
        return X
    changes = X.max(axis=0) > X.min(axis=0)  # the mean of equal numbers need not be that number
    low = X.mean(axis=0) if scale == "standard" else X.min(axis=0)
    size = X.std(axis=0) if scale == "standard" else X.max(axis=0) - low
    return np.where(changes, (X - low) / np.where(size > 0.0, size, 1.0), 0.0)
