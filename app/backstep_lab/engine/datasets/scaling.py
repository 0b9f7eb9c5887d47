"""Numbers brought to one size, column by column."""

from collections.abc import Callable

import numpy as np

from backstep_lab.engine.memory.arrays import Array

SCALES = ("none", "standard", "minmax")


def fitted(train: Array, scale: str) -> Callable[[Array], Array]:
    """The scaling that these rows need, for them and for others.

    none: as they are · standard: mean 0 and deviation 1 · minmax: from 0 to 1. A column that never changes
    in `train` becomes 0; one of 0 and 1 alone, which stands for a category, stays as it is.
    """
    if scale == "none":
        return lambda rows: rows
    changes = train.max(axis=0) > train.min(axis=0)  # the mean of equal numbers need not be that number
    is_category = changes & np.isin(train, (0.0, 1.0)).all(axis=0)
    low = train.mean(axis=0) if scale == "standard" else train.min(axis=0)
    size = train.std(axis=0) if scale == "standard" else train.max(axis=0) - low
    divisor = np.where(changes & (size > 0.0), size, 1.0)
    return lambda rows: np.where(is_category, rows, np.where(changes, (rows - low) / divisor, 0.0))
