"""One unit's activation: its curve, where the focus example stands on it, and who passes nothing back."""

from dataclasses import dataclass

import numpy as np

from backstep_lab.engine.analysis.saturation import UnitCurve, curve_at, flat_examples, unit_curve
from backstep_lab.models.layered.parse_ref import parse_ref
from backstep_lab.queries.gradient_check import is_reached
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.numbers import value_of
from backstep_lab.stepping.refs import Ref


@dataclass(frozen=True, slots=True)
class Slid:
    """The function at a z of the learner's choice; `is_kink` where it has its slope from the left alone."""

    z: float
    a: float
    slope: float
    is_kink: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """None: not reached yet. `flat` examples of the batch have slope 0 in this unit, in `dead` units all."""

    name: Ref
    activation: str
    examples: int
    units: int
    curve: UnitCurve | None
    slid: Slid | None
    z: float | None
    a: float | None
    slope: float | None
    flat: int | None
    dead: int | None


def unit_of(session: Session, ref: str, at: float | None = None) -> Unit:
    """The unit that a ref such as a1[0] or z1[0] names, and its function at z = `at`. Raises Invalid."""
    current, name = layered(session), _unit(session, ref)
    trace, (unit,) = current.trace, name.at
    shape = trace.shape
    z, a, slope = (_known(session, name._replace(kind=kind)) for kind in ("z", "a", "f'"))
    last = name._replace(kind="a", at=(shape.units[name.layer - 1] - 1,))
    curve = _curve(session, name)
    counts = flat_examples(trace, name.layer) if a is not None else None
    return Unit(
        name,
        shape.activations[name.layer - 1],
        trace.N,
        shape.units[name.layer - 1],
        curve,
        None if at is None or curve is None else _slid(session, name, at),
        z,
        a,
        slope,
        None if counts is None else int(counts[unit]),
        int((counts == trace.N).sum()) if counts is not None and is_reached(session, last) else None,
    )


def _unit(session: Session, ref: str) -> Ref:
    name = parse_ref("ref", ref, layered(session).setup.shape, layered(session).trace.N)
    if name.kind not in ("a", "z"):
        detail = f"“{ref}” is no activation of a neuron; those have refs such as a1[0] and z1[0]."
        raise Invalid("ref", detail, "problem-ref-no-unit", ref=ref)
    return name._replace(row=None)


def _curve(session: Session, name: Ref) -> UnitCurve | None:
    """The curve; of softmax only when all sums of the layer are known, for it depends on them."""
    trace = layered(session).trace
    if trace.shape.functions[name.layer - 1].is_softmax:
        sums = (Ref("z", name.layer, (unit,)) for unit in range(trace.shape.units[name.layer - 1]))
        if not all(is_reached(session, other) for other in sums):
            return None
    known = is_reached(session, name._replace(kind="z"))
    return unit_curve(trace, name.layer, name.at[0], session.focus, known)


def _slid(session: Session, name: Ref, z: float) -> Slid:
    trace = layered(session).trace
    point = curve_at(trace, name.layer, name.at[0], session.focus, np.array([z]))
    is_kink = z in trace.shape.functions[name.layer - 1].kinks
    return Slid(z, float(point.a[0]), float(point.slope[0]), is_kink)


def _known(session: Session, name: Ref) -> float | None:
    if not is_reached(session, name):
        return None
    return value_of(layered(session).trace, name, session.focus, layered(session).setup.plan.rule)
