"""Whether the numbers of a table should be scaled before a network sees them."""

from typing import Literal

import numpy as np

from backstep_lab.config.limits import LARGE_INPUT
from backstep_lab.engine.memory.arrays import Array

Scale = Literal["none", "standard", "minmax"]
APART = 30.0  # deviations of two columns: no learning rate suits both
FEWEST_PIXELS = 16  # of the smallest picture
BRIGHTEST = 255  # of a pixel


def proposed_scale(X: Array) -> Scale:
    """Scaled where a column is large, or where the columns' deviations are far apart; pixels from 0 to 1.

    By its mean and deviation each pixel would become large that is hardly ever inked.
    """
    deviations = X.std(axis=0)
    varied = deviations[deviations > 0.0]
    apart = varied.size > 0 and varied.max() > APART * varied.min()
    if np.abs(X).max() <= LARGE_INPUT and not apart:
        return "none"
    return "minmax" if _are_pixels(X) else "standard"


def _are_pixels(X: Array) -> bool:
    is_many = X.shape[1] >= FEWEST_PIXELS
    return is_many and bool(((X >= 0) & (X <= BRIGHTEST) & (np.round(X) == X)).all())
