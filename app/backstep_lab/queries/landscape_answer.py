"""Answers about the loss around a session's parameters: a slice along one, a surface over two."""

from typing import Any

from pydantic import Field

from backstep_lab.queries.landscape import Axis, Slice, slice_of, surface_of
from backstep_lab.sessions.history import Proceed
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes


class LossAxis(Wire):
    """A parameter that is moved while all others stay."""

    ref: str = Field(description="The weight or bias.")
    value: float = Field(description="Where it stands in this iteration.")
    values: list[float] = Field(description="The values it is given; the middle one is where it stands.")
    gradient: float | None = Field(description="∂L by it, by back-propagation; null until it is computed.")


class LossStep(Wire):
    """The step that the learning rate takes from here."""

    change: float = Field(description="−η · gradient.")
    value: float = Field(description="Where it leads.")
    loss: float | None = Field(description="The loss there, all other parameters unmoved; null: overflow.")


class LossSlice(Wire):
    """The loss of the batch along one parameter."""

    iteration: int = Field(description="The iteration.")
    axis: LossAxis = Field(description="The parameter.")
    losses: list[float | None] = Field(description="L at each of its values; null where it overflows.")
    loss: float | None = Field(description="L where it stands; null until it is computed.")
    slope: float | None = Field(
        description="The curve's slope there, by a central difference; null until the gradient is computed."
    )
    learning_rate: float = Field(description="η.")
    step: LossStep | None = Field(description="Null until the gradient is computed.")


class PathPoint(Wire):
    """Where the two parameters stood at the start of an iteration."""

    iteration: int = Field(description="The iteration.")
    x: float = Field(description="The one across.")
    y: float = Field(description="The one upwards.")


class LossSurface(Wire):
    """The loss of the batch over two parameters, all others as they stand in this iteration."""

    iteration: int = Field(description="The iteration.")
    x: LossAxis = Field(description="The parameter across.")
    y: LossAxis = Field(description="The parameter upwards.")
    losses: list[list[float | None]] = Field(description="L, a row for each value of y; null: overflow.")
    loss: float | None = Field(description="L where they stand; null until it is computed.")
    path: list[PathPoint] = Field(description="The way they have come, thinned as it grows, to here.")


def slice_json(session: Session, ref: str, span: float | None) -> bytes:
    """The loss along one parameter. Raises Invalid where `ref` names none."""
    found = slice_of(session, ref, span)
    return json_bytes(
        {
            "iteration": session.iteration,
            "axis": _axis(found.axis),
            "losses": found.losses.tolist(),
            "loss": found.loss,
            "slope": found.slope,
            "learning_rate": found.learning_rate,
            "step": _step(found),
        }
    )


def surface_json(
    session: Session, x: str, y: str, resolution: int, span: float | None, proceed: Proceed
) -> bytes:
    """The loss over two parameters. Raises Invalid where they are not two."""
    found = surface_of(session, x, y, resolution, span, proceed)
    return json_bytes(
        {
            "iteration": session.iteration,
            "x": _axis(found.x),
            "y": _axis(found.y),
            "losses": found.losses.tolist(),
            "loss": found.loss,
            "path": [{"iteration": at, "x": x, "y": y} for at, x, y in found.path],
        }
    )


def _axis(axis: Axis) -> dict[str, Any]:
    return {
        "ref": str(axis.name),
        "value": axis.value,
        "values": axis.values.tolist(),
        "gradient": axis.gradient,
    }


def _step(found: Slice) -> dict[str, Any] | None:
    step = found.step
    return None if step is None else {"change": step.change, "value": step.value, "loss": step.loss}
