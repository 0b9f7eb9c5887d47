"""Whether the numbers of a table should be scaled before a network sees them."""

from typing import Literal

import numpy as np

from backstep_lab.engine.memory.arrays import Array

LARGE = 10.0  # inputs beyond it saturate a unit whose weights are about 1
APART = 30.0  # deviations of two columns: no learning rate suits both


def proposed_scale(X: Array) -> Literal["none", "standard"]:
    """standard where a column is large, or where the columns' deviations are far apart."""
    deviations = X.std(axis=0)
    varied = deviations[deviations > 0.0]
    apart = varied.size > 0 and varied.max() > APART * varied.min()
    return "standard" if np.abs(X).max() > LARGE or apart else "none"
