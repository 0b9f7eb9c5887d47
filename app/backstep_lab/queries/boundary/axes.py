"""The inputs that a heat map runs over."""

import numpy as np

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.spec.errors import Invalid


def axes_of(x: int | None, y: int | None, points: Array) -> tuple[int, ...]:
    """The coordinates across and upwards of points, (N, n); None leaves one open. Raises Invalid."""
    count = points.shape[1]
    for field, axis in (("x", x), ("y", y)):
        if axis is not None and axis >= count:
            raise Invalid(
                field,
                f"{field} is {axis}; the inputs here go from 0 to {count - 1}.",
                "problem-out-of-range",
                value=axis,
                min=0,
                max=count - 1,
            )
    if count == 1:
        return (0,)
    if x is not None and x == y:
        detail = f"x and y are both input {x}; a plane needs two different inputs."
        raise Invalid("y", detail, "problem-same-input", input=x)
    return _completed(x, y, points)


def _completed(x: int | None, y: int | None, points: Array) -> tuple[int, int]:
    """The axes asked for, and in place of those left open the ones that vary most, the first across."""
    most = np.argsort(-points.std(axis=0), kind="stable").tolist()
    wanted = (x, y)
    rest = sorted([axis for axis in most if axis not in wanted][: wanted.count(None)])
    across, up = (rest.pop(0) if axis is None else axis for axis in wanted)
    return across, up
