"""Points in the plane, by the constructions of TensorFlow Playground (Smilkov & Carter 2016, dataset.ts).

The Playground has two classes; here the construction goes round the circle for any number of them. The
classes take turns, row by row, so that a batch of unshuffled rows holds them all.
"""

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.datasets.class_targets import ClassificationData
from backstep_lab.engine.memory.arrays import Array

RADIUS = 5.0  # where the arms of the spiral end
TURNS = 1.75
GAP = 0.3  # between the axes and the nearest points of the quadrants
CENTRE = 8.0**0.5  # distance of the centres from the origin: the Playground's (2, 2) and (−2, −2)


def spiral(samples: int, noise: float, rng: np.random.Generator, classes: int) -> ClassificationData:
    """Arms winding out of the origin (two of them: Lang & Witbrock 1988).

    The i-th of an arm's n points lies at radius 5·i/n and angle 2π(1.75·i/n + arm/classes) from the y axis;
    to both coordinates `noise` times a uniform number of (−1, 1) is added.
    """
    labels, order, count = _turns(samples, classes)
    way = order / count
    angle = 2.0 * np.pi * (TURNS * way + labels / classes)
    arm = RADIUS * way[:, np.newaxis] * np.column_stack((np.sin(angle), np.cos(angle)))
    return ClassificationData(arm + noise * rng.uniform(-1.0, 1.0, (samples, 2)), labels, classes)


def gaussians(samples: int, noise: float, rng: np.random.Generator, classes: int) -> ClassificationData:
    """Normal clouds round centres on a circle, the first at (2, 2), with variance 0.5 + 7·noise."""
    labels, _, _ = _turns(samples, classes)
    angle = 2.0 * np.pi * (0.125 + labels / classes)
    centres = CENTRE * np.column_stack((np.cos(angle), np.sin(angle)))
    return ClassificationData(
        centres + (0.5 + 7.0 * noise) ** 0.5 * rng.standard_normal((samples, 2)), labels, classes
    )


def circle(samples: int, noise: float, rng: np.random.Generator) -> ClassificationData:
    """A disc inside a ring: radius 0 to 2.5, and 3.5 to 5.

    The class is read at a place up to 5·`noise` away in both directions, and is 1 within 2.5 of the origin.
    """
    inside = np.arange(samples) % 2 == 1
    radius = RADIUS * np.where(inside, rng.uniform(0.0, 0.5, samples), rng.uniform(0.7, 1.0, samples))
    angle = rng.uniform(0.0, 2.0 * np.pi, samples)
    X = radius[:, np.newaxis] * np.column_stack((np.sin(angle), np.cos(angle)))
    place = X + noise * rng.uniform(-RADIUS, RADIUS, (samples, 2))
    return ClassificationData(X, (np.hypot(*place.T) < 0.5 * RADIUS).astype(np.int64), 2)


def quadrants(samples: int, noise: float, rng: np.random.Generator) -> ClassificationData:
    """A square of side 10.6 without its middle cross: class 1 where both coordinates have one sign.

    The Playground calls it “exclusive or”. The class is read at a place up to 5·`noise` away.
    """
    X = rng.uniform(-RADIUS, RADIUS, (samples, 2))
    X += np.where(X > 0.0, GAP, -GAP)
    place = X + noise * rng.uniform(-RADIUS, RADIUS, (samples, 2))
    return ClassificationData(X, (place.prod(axis=1) >= 0.0).astype(np.int64), 2)


def moons(samples: int, noise: float, rng: np.random.Generator) -> ClassificationData:
    """Two half circles of radius 1 that reach into each other: one round (0, 0), one below round (1, 0.5).

    `noise` is the standard deviation of a normal number added to both coordinates.
    """
    labels, order, count = _turns(samples, 2)
    angle = np.pi * order / np.maximum(count - 1.0, 1.0)
    upper = np.column_stack((np.cos(angle), np.sin(angle)))
    X = np.where(labels[:, np.newaxis] == 0, upper, np.array([1.0, 0.5]) - upper)
    return ClassificationData(X + noise * rng.standard_normal((samples, 2)), labels, 2)


def _turns(samples: int, classes: int) -> tuple[NDArray[np.int64], Array, Array]:
    """For each row its class, its number within the class, and how many that class has."""
    row = np.arange(samples)
    labels = row % classes
    count = np.bincount(labels, minlength=classes)[labels]
    return labels, (row // classes).astype(np.float64), count.astype(np.float64)
