"""A function as source code of an exported numpy program."""

from typing import NamedTuple


class NumpySource(NamedTuple):
    """Two expressions over arrays (N, n): the value of the function and its derivative."""

    value: str
    slope: str
