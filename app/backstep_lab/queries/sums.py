"""How one unit combines its inputs for the focus example. Looking changes nothing."""

from dataclasses import dataclass

import numpy as np

from backstep_lab.engine.analysis.weighted_sum import Combined, combined
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.models.layered.parse_ref import parse_ref
from backstep_lab.queries.gradient_check import is_reached
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.refs import Ref


@dataclass(frozen=True, slots=True)
class Combination:
    """A unit's inputs, weights, bias and two sums; `x` and `sums` are None until its inputs are known."""

    name: Ref
    inputs: list[str]
    weights: list[str]
    x: Array | None
    w: Array
    b: float
    sums: Combined | None


def combination_of(session: Session, ref: str) -> Combination:
    """The unit that a ref such as a1[0] or z1[0] names. Raises Invalid."""
    trace = layered(session).trace
    name = _unit(session, ref)
    layer, (unit,) = name.layer, name.at
    count = trace.shape.sizes[layer - 1]
    inputs = [str(Ref("x", 0, (k,)) if layer == 1 else Ref("a", layer - 1, (k,))) for k in range(count)]
    weights = [str(Ref("W", layer, (unit, k))) for k in range(count)]
    known = all(is_reached(session, one) for one in inputs)
    x = trace.A[layer - 1][session.focus] if known else None
    w = np.array([trace.network.parameter("W", layer, (unit, k)) for k in range(count)])
    b = trace.network.parameter("b", layer, (unit,))
    return Combination(name, inputs, weights, x, w, b, None if x is None else combined(x, w, b))


def _unit(session: Session, ref: str) -> Ref:
    name = parse_ref("ref", ref, layered(session).setup.shape, layered(session).trace.N)
    if name.kind not in ("a", "z"):
        detail = f"“{ref}” is no activation of a neuron; those have refs such as a1[0] and z1[0]."
        raise Invalid("ref", detail, "problem-ref-no-unit", ref=ref)
    return name._replace(kind="a", row=None)
