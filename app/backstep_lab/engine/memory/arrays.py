"""The one array type of the engine, and how arrays are frozen."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def scalar(value: float) -> Array:
    """A number as a read-only array without axes: numpy takes it in half the time of a Python float."""
    return frozen(value)


def frozen(values: object) -> Array:
    """A read-only float64 copy of `values`, contiguous row by row."""
    array = np.array(values, dtype=np.float64, order="C")
    array.flags.writeable = False
    return array


def frozen_view(array: Array) -> Array:
    """The same array, read-only from now on."""
    array.flags.writeable = False
    return array


def quiet() -> np.errstate:
    """A context in which numpy does not warn: overflow is looked for explicitly, once per iteration."""
    return np.errstate(all="ignore")
