"""Where a session's examples lie: the coordinates that a learner knows, from which inputs are made."""

from typing import NamedTuple

import numpy as np

from backstep_lab.engine.datasets.features import engineered
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.examples import data_of
from backstep_lab.spec.setup import TrainingSetup


class Coordinates(NamedTuple):
    """Of the training and the test examples, a row each; without engineered inputs these are the inputs."""

    train: Array
    test: Array

    @property
    def width(self) -> int:
        """How many coordinates a point has."""
        return int(self.train.shape[1])

    @property
    def all(self) -> Array:
        """Of every example."""
        return np.concatenate((self.train, self.test)) if len(self.test) else self.train


def coordinates_of(setup: TrainingSetup) -> Coordinates:
    """The examples as they are before inputs are made of them."""
    if not setup.spec.data.features:
        return Coordinates(setup.plan.data.X, setup.test.X)
    train, test = data_of(setup.spec.data.model_copy(update={"features": None}))
    return Coordinates(train.X, test.X)


def inputs_of(setup: TrainingSetup, points: Array) -> Array:
    """The network's inputs for points: the points themselves, or engineered inputs."""
    features = setup.spec.data.features
    return engineered(points, features) if features else points


def focus_point(session: Session, coordinates: Coordinates) -> Array:
    """Where the focus example lies."""
    point: Array = coordinates.train[session.current.row(session.focus)]
    return point


def point_given(setup: TrainingSetup, given: list[float]) -> Array:
    """One point (1, n) from a request. Raises Invalid where it has too many numbers or too few."""
    wanted = 2 if setup.spec.data.features else setup.shape.inputs
    if len(given) != wanted:
        raise Invalid(
            "x",
            f"x is given {len(given)} times; an example here has {wanted} numbers, so give x {wanted} times.",
            "problem-point-length",
            count=len(given),
            wanted=wanted,
        )
    return np.array([given])
