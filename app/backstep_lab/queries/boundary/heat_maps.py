"""Neurons, or the class decided for, over a grid of inputs."""

from collections.abc import Sequence

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.analysis.classification import HALF, Decision
from backstep_lab.engine.analysis.input_grid import NeuronOutput, values_over
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.network import Shape
from backstep_lab.queries.boundary.models import PlaneMap
from backstep_lab.queries.boundary.rounding import shades, significant
from backstep_lab.queries.parse_refs import parse
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.layered import current_network, layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.refs import Ref

CLASS = "class"  # asks for the class that the outputs decide for


def subjects_of(session: Session, units: Sequence[str], read: Decision | None) -> list[Ref | None]:
    """What is mapped, None for the class; unless asked for, the prediction. Raises Invalid."""
    asked = [_subject(session, text, read) for text in units]
    return asked or [_prediction(layered(session).setup.shape, read)]


def check_size(maps: int, points: int) -> None:
    """Raise Invalid where the maps together have too many numbers."""
    numbers = maps * points
    if numbers > limits.PLANE_NUMBERS:
        raise Invalid(
            "resolution",
            f"{maps} maps of {points} points are {numbers} numbers; at most {limits.PLANE_NUMBERS} are sent "
            "at once: ask for a smaller resolution or fewer units.",
            "problem-too-large-value",
            value=numbers,
            max=limits.PLANE_NUMBERS,
        )


def heat_maps(
    session: Session,
    subjects: Sequence[Ref | None],
    read: Decision | None,
    X: Array,
    resolution: int,
    as_shades: bool,
    proceed: ShouldContinue,
) -> list[PlaneMap]:
    """Each subject at the inputs X, (points, n_in), as rows of `resolution` values, or as their shades."""
    shape = layered(session).setup.shape
    neurons = [neuron for subject in subjects for neuron in _neurons(shape, subject)]
    values = iter(values_over(current_network(session), X, neurons, proceed))
    maps = []
    for subject in subjects:
        own = np.array([next(values) for _ in _neurons(shape, subject)])  # (neurons, points)
        flat = own[0] if subject is not None or read is None else read.of(own.T).astype(np.float64)
        maps.append(_map(shape, subject, read, flat.reshape(-1, resolution), as_shades))
    return maps


def _map(
    shape: Shape, subject: Ref | None, read: Decision | None, values: Array, as_shades: bool
) -> PlaneMap:
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (None, None)
    return PlaneMap(
        ref=str(subject or CLASS),
        level=_level(shape, subject, read),
        low=low,
        high=high,
        values=None if as_shades else significant(values).tolist(),
        shades=shades(values, low or 0.0, high or 0.0) if as_shades else None,
    )


def _subject(session: Session, text: str, read: Decision | None) -> Ref | None:
    """The neuron that is asked for; None for the class."""
    if text == CLASS and read is not None:
        return None
    ref = parse(session, "unit", text)
    if ref.kind not in ("a", "z"):
        detail = f"“{text}” is no neuron's activation or sum; those have refs such as a1[0] and z1[0]."
        raise Invalid("unit", detail, "problem-ref-no-unit", ref=text)
    return ref._replace(row=None)


def _prediction(shape: Shape, read: Decision | None) -> Ref | None:
    """The class where the largest of several outputs decides, else the first output."""
    return None if read is not None and read.threshold is None else Ref("a", shape.depth, (0,))


def _neurons(shape: Shape, subject: Ref | None) -> list[NeuronOutput]:
    """The neurons that a map is made of: itself, or for the class all outputs."""
    if subject is None:
        return [NeuronOutput(shape.depth, unit) for unit in range(shape.outputs)]
    return [NeuronOutput(subject.layer, subject.at[0], subject.kind == "z")]


def _level(shape: Shape, subject: Ref | None, read: Decision | None) -> float | None:
    """Where the contour lies: where an output decides, where a hidden neuron's sum is 0."""
    if subject is None:
        return None
    if subject.kind == "z":
        return 0.0
    if subject.layer == shape.depth:
        return None if read is None else HALF if read.threshold is None else read.threshold
    level = np.zeros((1, 1))
    shape.functions[subject.layer - 1].value(np.zeros((1, 1)), level)
    return float(level[0, 0])
