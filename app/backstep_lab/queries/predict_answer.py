"""The answer to: what does the network say here? With every number on the way."""

from pydantic import Field

from backstep_lab.queries.predict import prediction_of
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes


class PredictedLayer(Wire):
    """One layer; null where a number overflows."""

    z: list[float | None] = Field(description="Weighted sums.")
    a: list[float | None] = Field(description="Activations.")


class Prediction(Wire):
    """A forward pass of one point, with the parameters as they stand."""

    iteration: int = Field(description="The iteration.")
    updated: bool = Field(description="Whether the parameters are those after its update.")
    point: list[float] = Field(description="The point that was asked about.")
    inputs: list[float] = Field(description="What the network is told of it: itself, or engineered inputs.")
    layers: list[PredictedLayer] = Field(description="Layer 1 first, the output last.")
    output: list[float | None] = Field(description="The prediction.")
    decided: int | None = Field(description="The class; null where the targets are no classes.")


def prediction_json(session: Session, point: list[float]) -> bytes:
    """The forward pass of a point. Raises Invalid where it has too many numbers or too few."""
    found = prediction_of(session, point)
    layers = [{"z": z.tolist(), "a": a.tolist()} for z, a in zip(found.Z, found.A, strict=True)]
    return json_bytes(
        {
            "iteration": session.iteration,
            "updated": session.is_complete,
            "point": found.point,
            "inputs": found.inputs.tolist(),
            "layers": layers,
            "output": layers[-1]["a"],
            "decided": found.decided,
        }
    )
