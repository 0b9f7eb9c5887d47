"""The forward pass of the shown example, were one weight or bias another number."""

import numpy as np
from pydantic import Field

from backstep_lab.engine.memory.arrays import quiet
from backstep_lab.queries.parse_refs import parse_parameter
from backstep_lab.queries.predict import PredictedLayer
from backstep_lab.queries.query import Query, per_unit
from backstep_lab.sessions.layered import current_network, layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes


class WhatIf(Wire):
    """A forward pass that does not happen; null where a number overflows."""

    ref: str = Field(description="The parameter.")
    value: float = Field(description="What it would be.")
    layers: list[PredictedLayer] = Field(description="Layer 1 first, the output last.")
    terms: list[float | None] = Field(description="The loss of each output.")
    loss: float | None = Field(description="The loss of this example.")


def what_if(session: Session, text: str, value: float) -> WhatIf:
    """The pass with `value` for the parameter that `text` names. Raises Invalid where it names none."""
    ref = parse_parameter(session, "ref", text)
    network = current_network(session).with_parameter(ref.kind, ref.layer, ref.at, value)
    row = slice(session.focus, session.focus + 1)
    X, Y = layered(session).trace.X[row], layered(session).trace.Y[row]
    Z, A = network.forward(X)
    function = network.shape.loss_function
    terms, loss = np.empty_like(A[-1].T), np.empty(1)  # (n_L, 1), (1,)
    with quiet():
        function.terms(Z[-1].T, A[-1].T, Y.T, terms)
        function.reduce(terms, loss)
    return WhatIf(
        ref=str(ref),
        value=value,
        layers=[PredictedLayer(z=z[0].tolist(), a=a[0].tolist()) for z, a in zip(Z, A[1:], strict=True)],
        terms=terms[:, 0].tolist(),
        loss=float(loss[0]),
    )


QUERY = Query(
    lambda session, arguments, _: json_bytes(what_if(session, arguments["ref"], arguments["value"])), per_unit
)
