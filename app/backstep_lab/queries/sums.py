"""A unit's inputs by a plain sum and by a weighted sum, for the focus example."""

import numpy as np
from pydantic import Field

from backstep_lab.engine.analysis.weighted_sum import combined
from backstep_lab.queries.numbers import is_reached
from backstep_lab.queries.parse_refs import parse_unit
from backstep_lab.queries.query import Query, per_unit
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.stepping.refs import Ref
from backstep_lab.wire.json_encoder import json_bytes


class UnitTerm(Wire):
    """One input on its way into a unit."""

    input: str = Field(description="The input's ref.")
    weight: str = Field(description="The weight's ref.")
    x: float | None = Field(description="The input; null until it is computed.")
    w: float = Field(description="The weight.")
    product: float | None = Field(description="w·x.")


class UnitSums(Wire):
    """A plain sum of a unit's inputs beside their weighted sum, for the focus example."""

    ref: str = Field(description="The unit's activation.")
    terms: list[UnitTerm] = Field(description="Input by input.")
    bias: str = Field(description="The bias's ref.")
    b: float = Field(description="The bias.")
    plain: float | None = Field(description="The inputs added up; null until all of them are computed.")
    weighted: float | None = Field(description="Σ w·x + b.")
    bias_alone: bool | None = Field(description="Whether every product is 0, so that the bias is left.")


def sums(session: Session, text: str) -> UnitSums:
    """A unit's two sums. Raises Invalid where `text` names no unit."""
    ref = parse_unit(session, text)
    trace, layer, (unit,) = layered(session).trace, ref.layer, ref.at
    n_in = trace.shape.sizes[layer - 1]
    inputs = [Ref("x", 0, (k,)) if layer == 1 else Ref("a", layer - 1, (k,)) for k in range(n_in)]
    weights = [Ref("W", layer, (unit, k)) for k in range(n_in)]
    w = np.array([trace.network.parameter("W", layer, (unit, k)) for k in range(n_in)])
    b = trace.network.parameter("b", layer, (unit,))
    is_known = all(is_reached(session, name) for name in inputs)
    x = trace.A[layer - 1][session.focus]  # (n_in,)
    found = combined(x, w, b) if is_known else None
    return UnitSums(
        ref=str(ref),
        terms=[
            UnitTerm(
                input=str(inputs[k]),
                weight=str(weights[k]),
                x=float(x[k]) if is_known else None,
                w=float(w[k]),
                product=None if found is None else float(found.terms[k]) + 0.0,
            )
            for k in range(n_in)
        ],
        bias=str(ref._replace(kind="b")),
        b=b,
        plain=None if found is None else found.plain,
        weighted=None if found is None else found.weighted,
        bias_alone=None if found is None else not found.terms.any(),
    )


QUERY = Query(lambda session, arguments, _: json_bytes(sums(session, arguments["ref"])), per_unit)
