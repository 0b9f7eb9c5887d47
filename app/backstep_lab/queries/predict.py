"""The forward pass of any point, with every weighted sum and activation."""

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.engine.analysis.classification import decision
from backstep_lab.queries.coordinates import inputs_of, point_given
from backstep_lab.queries.query import Query, per_unit
from backstep_lab.sessions.layered import current_network, layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Number, Wire
from backstep_lab.wire.json_encoder import json_bytes


class PointCall(Wire):
    """A point to predict."""

    x: list[Number] = Field(
        min_length=1,
        max_length=limits.MAX_INPUTS,
        description="The point's numbers; those that inputs are made of, if they are.",
    )


class PredictedLayer(Wire):
    """One layer; null where a number overflows."""

    z: list[float | None] = Field(description="Weighted sums.")
    a: list[float | None] = Field(description="Activations.")


class Prediction(Wire):
    """A forward pass of one point, with the parameters as they stand."""

    iteration: int = Field(description="The iteration.")
    updated: bool = Field(description="Whether the parameters are those after its update.")
    point: list[float] = Field(description="The point that was asked about.")
    inputs: list[float] = Field(description="The network's inputs: the point itself, or engineered inputs.")
    layers: list[PredictedLayer] = Field(description="Layer 1 first, the output last.")
    output: list[float | None] = Field(description="The prediction.")
    decided: int | None = Field(description="The class; null where the targets are no classes.")


def predict(session: Session, point: list[float]) -> Prediction:
    """The forward pass of a point. Raises Invalid where it has too many numbers or too few."""
    setup = layered(session).setup
    X = inputs_of(setup, point_given(setup, point))  # (1, n_in)
    Z, A = current_network(session).forward(X)
    read = decision(setup.plan.data.Y)
    layers = [PredictedLayer(z=z[0].tolist(), a=a[0].tolist()) for z, a in zip(Z, A[1:], strict=True)]
    return Prediction(
        iteration=session.iteration,
        updated=session.is_complete,
        point=point,
        inputs=X[0].tolist(),
        layers=layers,
        output=layers[-1].a,
        decided=None if read is None else int(read.of(A[-1])[0]),
    )


QUERY = Query(lambda session, arguments, _: json_bytes(predict(session, arguments["x"])), per_unit)
