"""Handwritten digits: 1,797 pictures of 8×8 pixels (Alpaydin & Kaynak 1998; see README.md)."""

import csv
from functools import lru_cache
from pathlib import Path

import numpy as np

from backstep_lab.engine.datasets.class_targets import ClassificationData
from backstep_lab.engine.memory.arrays import Array, frozen

PICTURES = 1797
PIXELS = 64
DARKEST = 16.0  # a pixel counts the inked dots of a 4×4 square
SCALES = ("minmax", "none")


def digits(samples: int, noise: float, rng: np.random.Generator, scale: str) -> ClassificationData:
    """The first `samples` pictures, a row of 64 pixels each, top left first.

    Scale "minmax" divides by 16, so that pixels go from 0 to 1. `noise` is the standard deviation of a normal
    number added to every pixel after that.
    """
    pixels, shown = _pictures()
    X = pixels[:samples] / (DARKEST if scale == "minmax" else 1.0)
    return ClassificationData(X + noise * rng.standard_normal(X.shape), shown[:samples].astype(np.int64), 10)


@lru_cache(maxsize=1)
def _pictures() -> tuple[Array, Array]:
    """All pictures (1797, 64), and the digit that each shows (1797,)."""
    with Path(__file__).with_name("digits.csv").open(encoding="utf-8", newline="") as file:
        rows = [[float(cell) for cell in row] for row in csv.reader(file)]
    table = np.array(rows)
    return frozen(table[:, :PIXELS]), frozen(table[:, PIXELS])
