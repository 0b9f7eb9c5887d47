"""Heat maps of a network over one or two of its inputs, and the examples in the same plane."""

from collections.abc import Sequence
from dataclasses import dataclass

from backstep_lab.config import limits
from backstep_lab.engine.analysis.classification import Decision, decision
from backstep_lab.engine.analysis.input_grid import Range, points_over, range_of
from backstep_lab.engine.batching import Data
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.queries.boundary.axes import axes_of
from backstep_lab.queries.boundary.heat_maps import check_size, heat_maps, subjects_of
from backstep_lab.queries.boundary.models import Boundary, HeldInput, PlaneAxis, PlanePoints
from backstep_lab.queries.coordinates import coordinates_of, focus_point, inputs_of
from backstep_lab.queries.query import NUMBER_WORK, Arguments, Query
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.wire.json_encoder import json_bytes


@dataclass(frozen=True, slots=True)
class BoundaryOptions:
    """Neurons by ref (or the class), points along a side, and the inputs across and upwards.

    `as_shades`: a byte for each point instead of its value.

    Where x or y is None, those are taken that vary most.
    """

    units: Sequence[str]
    resolution: int
    x: int | None = None
    y: int | None = None
    with_points: bool = True
    as_shades: bool = False


def boundary(session: Session, options: BoundaryOptions, proceed: ShouldContinue) -> Boundary:
    """Heat maps over the inputs. Raises Invalid for unknown refs or inputs, and for too large an answer."""
    setup, resolution = layered(session).setup, options.resolution
    coordinates, read = coordinates_of(setup), decision(setup.plan.data.Y)
    axes = axes_of(options.x, options.y, coordinates.train)
    ranges = tuple(range_of(coordinates.all[:, axis]) for axis in axes)
    focus = focus_point(session, coordinates)
    subjects = subjects_of(session, options.units, read)
    check_size(len(subjects), resolution ** len(axes))
    X = inputs_of(setup, points_over(focus, axes, ranges, resolution))
    lines = [_axis(axis, range) for axis, range in zip(axes, ranges, strict=True)]
    with_points = options.with_points
    return Boundary(
        iteration=session.iteration,
        updated=session.is_complete,
        inputs=coordinates.width,
        x=lines[0],
        y=lines[1] if len(lines) > 1 else None,
        point=focus.tolist(),
        held=[HeldInput(input=k, value=value) for k, value in enumerate(focus.tolist()) if k not in axes],
        classes=None if read is None else read.classes,
        threshold=None if read is None else read.threshold,
        maps=heat_maps(session, subjects, read, X, resolution, options.as_shades, proceed),
        train=_points(axes, read, coordinates.train, setup.plan.data) if with_points else None,
        test=_points(axes, read, coordinates.test, setup.test) if with_points else None,
    )


def _axis(input: int, range: Range) -> PlaneAxis:
    return PlaneAxis(input=input, low=range.low, high=range.high)


def _points(axes: tuple[int, ...], read: Decision | None, coordinates: Array, data: Data) -> PlanePoints:
    """The first examples of a set, by their coordinates along the axes."""
    drawn, targets = coordinates[: limits.EXAMPLES_DRAWN], data.Y[: limits.EXAMPLES_DRAWN]
    return PlanePoints(
        x=drawn[:, axes[0]].tolist(),
        y=drawn[:, axes[1]].tolist() if len(axes) > 1 else None,
        classes=None if read is None else read.of(targets).tolist(),
        targets=targets[:, 0].tolist(),
    )


def _options(arguments: Arguments) -> BoundaryOptions:
    return BoundaryOptions(
        arguments["unit"],
        arguments["resolution"],
        arguments["x"],
        arguments["y"],
        arguments["points"],
        arguments["shades"],
    )


def _work(session: Session, arguments: Arguments) -> int:
    maps, resolution = max(1, len(arguments["unit"])), int(arguments["resolution"])
    return maps * resolution**2 * (layered(session).setup.shape.parameter_count + NUMBER_WORK)


QUERY = Query(
    lambda session, arguments, proceed: json_bytes(boundary(session, _options(arguments), proceed)), _work
)
