"""Whether the numbers of a table should be scaled before a network sees them."""

from typing import Literal

import numpy as np

from backstep_lab.config.limits import LARGE_INPUT
from backstep_lab.engine.memory.arrays import Array

APART = 30.0  # deviations of two columns: no learning rate suits both


def proposed_scale(X: Array) -> Literal["none", "standard"]:
    """standard where a column is large, or where the columns' deviations are far apart."""
    deviations = X.std(axis=0)
    varied = deviations[deviations > 0.0]
    apart = varied.size > 0 and varied.max() > APART * varied.min()
    return "standard" if np.abs(X).max() > LARGE_INPUT or apart else "none"
