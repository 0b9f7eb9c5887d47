"""Numbers of a heat map, rounded to what a colour can show."""

import numpy as np

from backstep_lab.engine.memory.arrays import Array

FIGURES = 5  # significant ones: finer than any colour, in a third of the bytes
_FINEST = 22  # the last power of ten that is exact in float64


def significant(values: Array) -> Array:
    """Each number to a few significant figures, as short in JSON as it looks; what is not finite stays."""
    with np.errstate(all="ignore"):
        size = np.floor(np.log10(np.abs(values)))
        places = np.clip(np.where(np.isfinite(size), FIGURES - 1 - size, 0.0), -_FINEST, _FINEST)
        up, down = 10.0 ** np.maximum(places, 0.0), 10.0 ** np.maximum(-places, 0.0)
        rounded: Array = np.where(places >= 0.0, np.rint(values * up) / up, np.rint(values / down) * down)
    return rounded + 0.0
