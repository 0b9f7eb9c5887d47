"""Answers about the plane of the inputs: heat maps of neurons over it, and the examples in it."""

from typing import Any

import numpy as np
from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.engine.batching import Data
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.queries.boundary import BoundaryOptions, Map, Plane, plane_of
from backstep_lab.sessions.history import Proceed
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes

FIGURES = 5  # significant ones: finer than any colour, in a third of the bytes
_FINEST = 22  # the last power of ten that is exact in float64


class PlaneAxis(Wire):
    """An input that runs from end to end of the map, in even steps."""

    input: int = Field(description="Which one, from 0.")
    low: float = Field(description="Its value at the first point.")
    high: float = Field(description="Its value at the last point.")


class HeldInput(Wire):
    """An input that stays as the focus example has it."""

    input: int = Field(description="Which one, from 0.")
    value: float = Field(description="Its value.")


class PlaneMap(Wire):
    """One neuron, or the class decided for, all over the plane."""

    ref: str = Field(description="The neuron's activation or sum; or `class`.")
    level: float | None = Field(
        description="Where the contour lies: where an output decides, where a hidden neuron's sum is 0."
    )
    low: float | None = Field(description="The smallest value.")
    high: float | None = Field(description="The largest value.")
    values: list[list[float | None]] = Field(
        description="To five significant figures: a row for each value of y, lowest first; null: overflow."
    )


class PlanePoints(Wire):
    """Examples, a list for each of their numbers; the first of a large set."""

    x: list[float] = Field(description="The input across.")
    y: list[float] | None = Field(description="The input upwards; null where there is only one.")
    classes: list[int] | None = Field(description="The class; null where the targets are no classes.")
    targets: list[float] = Field(description="The target of the first output.")


class Boundary(Wire):
    """What neurons say over one or two inputs, all others as the focus example has them."""

    iteration: int = Field(description="The iteration.")
    updated: bool = Field(description="Whether the parameters are those after its update.")
    inputs: int = Field(description="How many numbers an example has, before inputs are engineered.")
    x: PlaneAxis = Field(description="The input across.")
    y: PlaneAxis | None = Field(description="The input upwards; null where there is only one.")
    point: list[float] = Field(description="The focus example.")
    held: list[HeldInput] = Field(description="The inputs that do not move.")
    classes: int | None = Field(description="How many classes there are; null where the targets are none.")
    threshold: float | None = Field(
        description="Where one output decides between two classes; null where the largest of several wins."
    )
    maps: list[PlaneMap] = Field(
        description="The neurons that were asked for; without a wish the prediction."
    )
    train: PlanePoints | None = Field(description="Training examples; null where `points` is false.")
    test: PlanePoints | None = Field(description="Test examples; null where `points` is false.")


def boundary_json(session: Session, wish: BoundaryOptions, with_points: bool, proceed: Proceed) -> bytes:
    """Heat maps over the inputs. Raises Invalid where the wish names what is not there, or too much."""
    plane = plane_of(session, wish, proceed)
    setup, (train, test) = layered(session).setup, plane.coordinates
    return json_bytes(
        {
            "iteration": session.iteration,
            "updated": session.is_complete,
            "inputs": plane.coordinates.width,
            "x": _axis(plane, 0),
            "y": _axis(plane, 1) if len(plane.axes) > 1 else None,
            "point": plane.focus.tolist(),
            "held": _held(plane),
            "classes": plane.read and plane.read.classes,
            "threshold": plane.read and plane.read.threshold,
            "maps": [_map(one) for one in plane.maps],
            "train": _points(plane, train, setup.plan.data) if with_points else None,
            "test": _points(plane, test, setup.test) if with_points else None,
        }
    )


def significant(values: Array) -> Array:
    """Each number to a few significant figures, as short in JSON as it looks; what is not finite stays."""
    with np.errstate(all="ignore"):
        size = np.floor(np.log10(np.abs(values)))
        places = np.clip(np.where(np.isfinite(size), FIGURES - 1 - size, 0.0), -_FINEST, _FINEST)
        up, down = 10.0 ** np.maximum(places, 0.0), 10.0 ** np.maximum(-places, 0.0)
        rounded: Array = np.where(places >= 0.0, np.rint(values * up) / up, np.rint(values / down) * down)
    return rounded + 0.0


def _axis(plane: Plane, place: int) -> dict[str, Any]:
    low, high = plane.ranges[place]
    return {"input": plane.axes[place], "low": low, "high": high}


def _held(plane: Plane) -> list[dict[str, Any]]:
    values = enumerate(plane.focus.tolist())
    return [{"input": k, "value": value} for k, value in values if k not in plane.axes]


def _map(one: Map) -> dict[str, Any]:
    finite = one.values[np.isfinite(one.values)].tolist()
    return {
        "ref": one.ref,
        "level": one.level,
        "low": min(finite, default=None),
        "high": max(finite, default=None),
        "values": significant(one.values).tolist(),
    }


def _points(plane: Plane, coordinates: Array, data: Data) -> dict[str, Any]:
    shown, targets = coordinates[: limits.EXAMPLES_DRAWN], data.Y[: limits.EXAMPLES_DRAWN]
    return {
        "x": shown[:, plane.axes[0]].tolist(),
        "y": shown[:, plane.axes[1]].tolist() if len(plane.axes) > 1 else None,
        "classes": plane.read and plane.read.of(targets).tolist(),
        "targets": targets[:, 0].tolist(),
    }
