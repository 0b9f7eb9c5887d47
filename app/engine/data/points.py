"""Points in the plane, by the constructions of TensorFlow Playground (Smilkov & Carter 2016, dataset.ts).

The Playground has two classes; here the construction goes round the circle for any number of them. The
classes take turns, row by row, so that a batch of unshuffled rows holds them all.
"""

import numpy as np
from numpy.typing import NDArray

from app.engine.arrays import Array
from app.engine.data.classes import Labelled

RADIUS = 5.0  # where the arms of the spiral end
TURNS = 1.75
CENTRE = 8.0**0.5  # distance of the centres from the origin: the Playground's (2, 2) and (−2, −2)


def spiral(samples: int, noise: float, rng: np.random.Generator, classes: int) -> Labelled:
    """Arms winding out of the origin (two of them: Lang & Witbrock 1988).

    The i-th of an arm's n points lies at radius 5·i/n and angle 2π(1.75·i/n + arm/classes) from the y axis;
    to both coordinates `noise` times a uniform number of (−1, 1) is added.
    """
    labels, order, count = _turns(samples, classes)
    way = order / count
    angle = 2.0 * np.pi * (TURNS * way + labels / classes)
    arm = RADIUS * way[:, np.newaxis] * np.column_stack((np.sin(angle), np.cos(angle)))
    return Labelled(arm + noise * rng.uniform(-1.0, 1.0, (samples, 2)), labels, classes)


def gaussians(samples: int, noise: float, rng: np.random.Generator, classes: int) -> Labelled:
    """Normal clouds round centres on a circle, the first at (2, 2), with variance 0.5 + 7·noise."""
    labels, _, _ = _turns(samples, classes)
    angle = 2.0 * np.pi * (0.125 + labels / classes)
    centres = CENTRE * np.column_stack((np.cos(angle), np.sin(angle)))
    return Labelled(centres + (0.5 + 7.0 * noise) ** 0.5 * rng.standard_normal((samples, 2)), labels, classes)


def _turns(samples: int, classes: int) -> tuple[NDArray[np.int64], Array, Array]:
    """For each row its class, its number within the class, and how many that class has."""
    row = np.arange(samples)
    labels = row % classes
    count = np.bincount(labels, minlength=classes)[labels]
    return labels, (row // classes).astype(np.float64), count.astype(np.float64)
