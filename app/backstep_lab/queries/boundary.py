"""What a session's network says over one or two of its inputs. Looking changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.analysis.classification import HALF, Decision, decision
from backstep_lab.engine.analysis.input_grid import Place, Range, points_over, range_of, values_over
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.network import Shape
from backstep_lab.models.layered.parse_ref import parse_ref
from backstep_lab.queries.coordinates import Coordinates, coordinates_of, focus_point, inputs_of
from backstep_lab.sessions.history import Proceed
from backstep_lab.sessions.layered import layered, network_of
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.refs import Ref

CLASS = "class"  # asks for the class that the outputs decide for


@dataclass(frozen=True, slots=True)
class BoundaryOptions:
    """What is asked for: neurons by ref (or the class), points along a side, and which coordinates.

    Where x or y is None, those are taken that vary most.
    """

    units: Sequence[str]
    resolution: int
    x: int | None = None
    y: int | None = None


@dataclass(frozen=True, slots=True)
class Map:
    """One neuron over the plane, (rows, resolution); its contour lies at `level`."""

    ref: str
    level: float | None
    values: Array


@dataclass(frozen=True, slots=True)
class Plane:
    """Maps over one or two coordinates (`axes`); the others are held where the focus example has them."""

    axes: tuple[int, ...]
    ranges: tuple[Range, ...]
    focus: Array
    coordinates: Coordinates
    read: Decision | None
    maps: list[Map]


def plane_of(session: Session, wish: BoundaryOptions, proceed: Proceed) -> Plane:
    """The maps of a wish. Raises Invalid where it names what is not there, or too much of it."""
    setup = layered(session).setup
    coordinates = coordinates_of(setup)
    axes = _axes(wish, coordinates.train)
    ranges = tuple(range_of(coordinates.all[:, axis]) for axis in axes)
    focus, read = focus_point(session, coordinates), decision(setup.plan.data.Y)
    names = [_named(session, text, read) for text in wish.units] or [_prediction(setup.shape, read)]
    _bounded(len(names), wish.resolution ** len(axes))
    X = inputs_of(setup, points_over(focus, axes, ranges, wish.resolution))
    places = [place for name in names for place in _places(setup.shape, name)]
    values = iter(values_over(network_of(session), X, places, proceed))
    maps = []
    for name in names:
        own = np.array([next(values) for _ in _places(setup.shape, name)])
        flat = own[0] if name is not None or read is None else read.of(own.T).astype(np.float64)
        maps.append(
            Map(str(name or CLASS), _level(setup.shape, name, read), flat.reshape(-1, wish.resolution))
        )
    return Plane(axes, ranges, focus, coordinates, read, maps)


def _axes(wish: BoundaryOptions, points: Array) -> tuple[int, ...]:
    """The coordinates across and upwards; only one where there is no other. Raises Invalid."""
    count = points.shape[1]
    for field, axis in (("x", wish.x), ("y", wish.y)):
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
    if wish.x is not None and wish.x == wish.y:
        detail = f"x and y are both input {wish.x}; a plane needs two different inputs."
        raise Invalid("y", detail, "problem-same-input", input=wish.x)
    return _completed(wish, points)


def _completed(wish: BoundaryOptions, points: Array) -> tuple[int, int]:
    """The axes asked for, and in place of those left open the ones that vary most, the first across."""
    most = np.argsort(-points.std(axis=0), kind="stable").tolist()
    wanted = (wish.x, wish.y)
    rest = sorted([axis for axis in most if axis not in wanted][: wanted.count(None)])
    x, y = (rest.pop(0) if axis is None else axis for axis in wanted)
    return x, y


def _named(session: Session, text: str, read: Decision | None) -> Ref | None:
    """The neuron that is asked for; None for the class."""
    shape = layered(session).setup.shape
    if text == CLASS and read is not None:
        return None
    name = parse_ref("unit", text, shape, layered(session).trace.N)
    if name.kind not in ("a", "z"):
        detail = f"“{text}” is no neuron's activation or sum; those have refs such as a1[0] and z1[0]."
        raise Invalid("unit", detail, "problem-ref-no-unit", ref=text)
    return name._replace(row=None)


def _prediction(shape: Shape, read: Decision | None) -> Ref | None:
    """What is shown without a wish: the class where several outputs decide for one, else the first output."""
    return None if read is not None and read.threshold is None else Ref("a", shape.depth, (0,))


def _bounded(maps: int, points: int) -> None:
    numbers = maps * points
    if numbers > limits.PLANE_NUMBERS:
        raise Invalid(
            "resolution",
            f"{maps} maps of {points} points are {numbers} numbers; at most {limits.PLANE_NUMBERS} are told "
            "at once: ask for a smaller resolution or fewer units.",
            "problem-too-large-value",
            value=numbers,
            max=limits.PLANE_NUMBERS,
        )


def _places(shape: Shape, name: Ref | None) -> list[Place]:
    """The neurons that a map is made of: itself, or for the class all outputs."""
    if name is None:
        return [Place(shape.depth, unit) for unit in range(shape.outputs)]
    return [Place(name.layer, name.at[0], name.kind == "z")]


def _level(shape: Shape, name: Ref | None, read: Decision | None) -> float | None:
    """Where its contour lies: where an output decides, where a hidden neuron's sum is 0."""
    if name is None:
        return None
    if name.kind == "z":
        return 0.0
    if name.layer == shape.depth:
        return None if read is None else HALF if read.threshold is None else read.threshold
    level = np.zeros((1, 1))
    shape.functions[name.layer - 1].value(np.zeros((1, 1)), level)
    return float(level[0, 0])
