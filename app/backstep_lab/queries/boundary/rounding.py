"""Numbers of a heat map, rounded to what a colour can show."""

from base64 import b64encode

import numpy as np

from backstep_lab.engine.memory.arrays import Array

FIGURES = 5  # significant ones: finer than any colour, in a third of the bytes
DARKEST = 255  # of a byte
_FINEST = 22  # the last power of ten that is exact in float64


def significant(values: Array) -> Array:
    """Each number to a few significant figures, as short in JSON as it looks; what is not finite stays."""
    with np.errstate(all="ignore"):
        size = np.floor(np.log10(np.abs(values)))
        places = np.clip(np.where(np.isfinite(size), FIGURES - 1 - size, 0.0), -_FINEST, _FINEST)
        up, down = 10.0 ** np.maximum(places, 0.0), 10.0 ** np.maximum(-places, 0.0)
        rounded: Array = np.where(places >= 0.0, np.rint(values * up) / up, np.rint(values / down) * down)
    return rounded + 0.0


def shades(values: Array, low: float, high: float) -> str:
    """Base64 of a byte for each number, 0 for `low` and for what is not finite, 255 for `high`."""
    with np.errstate(all="ignore"):
        shares = (values - low) / ((high - low) or 1.0)
        bytes = np.rint(np.clip(np.where(np.isfinite(shares), shares, 0.0), 0.0, 1.0) * DARKEST)
    return b64encode(bytes.astype(np.uint8).tobytes()).decode()
