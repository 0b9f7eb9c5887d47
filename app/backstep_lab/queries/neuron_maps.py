"""A small map of every hidden neuron over the plane of two inputs, a byte for each point."""

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.queries.boundary.boundary import BoundaryOptions, boundary
from backstep_lab.queries.query import Arguments, Query
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes

POINT_WORK = 50  # of computing and packing one point, in addition to the network's multiplications


class NeuronMap(Wire):
    """What a hidden neuron answers all over the plane."""

    ref: str = Field(description="Its activation.")
    level: float | None = Field(description="Its activation where its sum is 0.")
    low: float | None = Field(description="The smallest value.")
    high: float | None = Field(description="The largest value.")
    shades: str = Field(
        description="Base64 of a byte for each point, 0 for `low`, 255 for `high`; by rows, lowest y first."
    )


class NeuronMaps(Wire):
    """The hidden neurons over two inputs, all others as the focus example has them."""

    iteration: int = Field(description="The iteration.")
    updated: bool = Field(description="Whether the parameters are those after its update.")
    resolution: int = Field(description="Points along either side.")
    maps: list[NeuronMap] = Field(
        description="The first hidden neurons, layer 1 first; none where there are no two inputs."
    )


def neuron_maps(session: Session, resolution: int, proceed: ShouldContinue) -> NeuronMaps:
    """The maps of as many hidden neurons as one answer may hold."""
    hidden = _hidden(session)
    maps: list[NeuronMap] = []
    if hidden and layered(session).setup.shape.inputs > 1:
        options = BoundaryOptions(hidden, resolution, with_points=False, as_shades=True)
        answer = boundary(session, options, proceed)
        maps = [
            NeuronMap(ref=each.ref, level=each.level, low=each.low, high=each.high, shades=each.shades or "")
            for each in answer.maps
            if answer.y is not None
        ]
    return NeuronMaps(
        iteration=session.iteration,
        updated=session.is_complete,
        resolution=resolution,
        maps=maps,
    )


def _hidden(session: Session) -> list[str]:
    sizes = layered(session).setup.shape.sizes
    units = [f"a{layer}[{unit}]" for layer in range(1, len(sizes) - 1) for unit in range(sizes[layer])]
    return units[: limits.PLANE_MAPS]


def _work(session: Session, arguments: Arguments) -> int:
    points = int(arguments["resolution"]) ** 2
    return points * (layered(session).setup.shape.parameter_count + POINT_WORK * len(_hidden(session)))


def _answer(session: Session, arguments: Arguments, proceed: ShouldContinue) -> bytes:
    return json_bytes(neuron_maps(session, arguments["resolution"], proceed))


QUERY = Query(_answer, _work)
