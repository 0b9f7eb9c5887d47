"""One unit's activation function, and where the focus example's weighted sum lies on it."""

import numpy as np
from pydantic import Field

from backstep_lab.engine.analysis.saturation import UnitCurve, curve_at, flat_examples, unit_curve
from backstep_lab.queries.numbers import is_reached, reached_value
from backstep_lab.queries.parse_refs import parse_unit
from backstep_lab.queries.query import Query, per_unit
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.stepping.refs import Ref
from backstep_lab.wire.json_encoder import json_bytes


class SlidPoint(Wire):
    """An activation function at a z that was asked for."""

    z: float = Field(description="The z.")
    a: float | None = Field(description="f(z).")
    slope: float | None = Field(description="f′(z); at a kink the one from the left.")
    kink: bool = Field(description="Whether the function has a kink or a jump there.")


class UnitActivation(Wire):
    """A unit's activation function and where the focus example stands on it; null: not computed yet."""

    ref: str = Field(description="The unit's activation.")
    iteration: int = Field(description="The iteration.")
    activation: str = Field(description="The function's name.")
    zs: list[float] = Field(description="Values of z; empty while softmax waits for its layer's sums.")
    activations: list[float] = Field(description="f(z) at each.")
    slopes: list[float] = Field(description="f′(z) at each.")
    at: SlidPoint | None = Field(description="The point at the z that was asked for.")
    z: float | None = Field(description="The focus example's weighted sum.")
    a: float | None = Field(description="Its activation.")
    slope: float | None = Field(description="Its slope.")
    examples: int = Field(description="Examples in the batch.")
    flat: int | None = Field(description="For how many of them this unit's slope is 0.")
    units: int = Field(description="Units in the layer.")
    dead: int | None = Field(description="How many of them have slope 0 for every example of the batch.")


def activation(session: Session, text: str, at: float | None = None) -> UnitActivation:
    """A unit's function, and the function at z = `at`. Raises Invalid where `text` names no unit."""
    trace, ref = layered(session).trace, parse_unit(session, text)
    shape, layer = trace.shape, ref.layer - 1
    curve = _curve(session, ref)
    z, a, slope = (reached_value(session, ref._replace(kind=kind)) for kind in ("z", "a", "f'"))
    flat = flat_examples(trace, ref.layer) if a is not None else None
    last_of_layer = ref._replace(at=(shape.units[layer] - 1,))
    knows_layer = flat is not None and is_reached(session, last_of_layer)
    return UnitActivation(
        ref=str(ref),
        iteration=session.iteration,
        activation=shape.activations[layer],
        zs=[] if curve is None else curve.z.tolist(),
        activations=[] if curve is None else curve.a.tolist(),
        slopes=[] if curve is None else curve.slope.tolist(),
        at=None if at is None or curve is None else _point(session, ref, at),
        z=z,
        a=a,
        slope=slope,
        examples=trace.N,
        flat=None if flat is None else int(flat[ref.at[0]]),
        units=shape.units[layer],
        dead=int((flat == trace.N).sum()) if flat is not None and knows_layer else None,
    )


def _curve(session: Session, ref: Ref) -> UnitCurve | None:
    """The curve; of softmax only once all sums of the layer are reached, for it depends on them."""
    trace = layered(session).trace
    if trace.shape.functions[ref.layer - 1].is_softmax:
        sums = (Ref("z", ref.layer, (unit,)) for unit in range(trace.shape.units[ref.layer - 1]))
        if not all(is_reached(session, other) for other in sums):
            return None
    is_known = is_reached(session, ref._replace(kind="z"))
    return unit_curve(trace, ref.layer, ref.at[0], session.focus, is_known)


def _point(session: Session, ref: Ref, z: float) -> SlidPoint:
    trace = layered(session).trace
    point = curve_at(trace, ref.layer, ref.at[0], session.focus, np.array([z]))
    kinks = trace.shape.functions[ref.layer - 1].kinks
    return SlidPoint(z=z, a=float(point.a[0]), slope=float(point.slope[0]), kink=z in kinks)


QUERY = Query(
    lambda session, arguments, _: json_bytes(activation(session, arguments["ref"], arguments["z"])), per_unit
)
