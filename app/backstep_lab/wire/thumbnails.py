"""A data set's small picture, as a button shows it."""

from functools import lru_cache

import numpy as np
from pydantic import Field

from backstep_lab.engine.analysis.classification import decision
from backstep_lab.engine.datasets.examples import DATASETS, make
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.spec.base import Wire

POINTS = 60  # more would blacken a picture of thirty pixels
PIXELS = 64  # of one image, which is shown in place of points
DECIMALS = 2  # of a coordinate from 0 to 1: a third of a pixel


class Thumbnail(Wire):
    """Some of its examples in a square, or the first of its images."""

    x: list[float] = Field(description="Across, from 0 to 1.")
    y: list[float] = Field(description="Upwards, from 0 to 1.")
    classes: list[int] | None = Field(description="The class of each; null where the targets are values.")
    values: list[float] | None = Field(
        description="The target of each from 0 to 1; null where it is a class or the height."
    )
    pixels: list[float] | None = Field(description="Shades of the image, from 0 to 1, row by row.")


@lru_cache(maxsize=len(DATASETS))
def thumbnail(name: str) -> Thumbnail:
    """The picture of a data set with its default options."""
    inputs, targets = make(name).train
    if inputs.shape[1] == PIXELS:
        return Thumbnail(x=[], y=[], classes=None, values=None, pixels=_rounded(inputs[0]))
    rows = np.unique(np.linspace(0, len(inputs) - 1, min(POINTS, len(inputs))).astype(int))
    is_curve, read = inputs.shape[1] == 1, decision(targets)
    across, up = (inputs[:, 0], targets[:, 0]) if is_curve else (inputs[:, -2], inputs[:, -1])
    return Thumbnail(
        x=_rounded(_unit(across)[rows]),
        y=_rounded(_unit(up)[rows]),
        classes=None if read is None else read.of(targets[rows]).tolist(),
        values=None if is_curve or read is not None else _rounded(_unit(targets[:, 0])[rows]),
        pixels=None,
    )


def _unit(values: Array) -> Array:
    """The values from 0, the smallest, to 1, the largest."""
    low, high = float(values.min()), float(values.max())
    unit: Array = (values - low) / (high - low)
    return unit


def _rounded(values: Array) -> list[float]:
    return [float(value) for value in np.round(values, DECIMALS)]
