"""Answers about the parts of a gradient: what each example gives, what a unit's activation lets through."""

from pydantic import Field

from backstep_lab.queries.activation import unit_of
from backstep_lab.queries.batch import shares_of, shown
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes


class BatchShares(Wire):
    """A gradient of the batch, example by example; null or empty until it is computed."""

    ref: str = Field(description="The weight or bias.")
    iteration: int = Field(description="The iteration.")
    examples: int = Field(description="Examples in the batch.")
    shares: list[float] = Field(description="∂ℓ by it of each example, the first of a large batch.")
    mean: float | None = Field(description="Their mean over all examples.")
    penalty: float | None = Field(description="What a penalty adds.")
    gradient: float | None = Field(description="∂L by it, by back-propagation.")


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


def shares_json(session: Session, ref: str) -> bytes:
    """A gradient of the batch, example by example. Raises Invalid where `ref` names no parameter."""
    found = shares_of(session, ref)
    return json_bytes(
        {
            "ref": str(found.name),
            "iteration": session.iteration,
            "examples": found.examples,
            "shares": shown(found),
            "mean": found.mean,
            "penalty": found.penalty,
            "gradient": found.gradient,
        }
    )


def unit_json(session: Session, ref: str, at: float | None = None) -> bytes:
    """A unit's activation, and the point at z = `at`. Raises Invalid where `ref` names no unit."""
    unit = unit_of(session, ref, at)
    curve, slid = unit.curve, unit.slid
    return json_bytes(
        {
            "ref": str(unit.name._replace(kind="a")),
            "iteration": session.iteration,
            "activation": unit.activation,
            "zs": [] if curve is None else curve.z.tolist(),
            "activations": [] if curve is None else curve.a.tolist(),
            "slopes": [] if curve is None else curve.slope.tolist(),
            "at": slid and {"z": slid.z, "a": slid.a, "slope": slid.slope, "kink": slid.is_kink},
            "z": unit.z,
            "a": unit.a,
            "slope": unit.slope,
            "examples": unit.examples,
            "flat": unit.flat,
            "units": unit.units,
            "dead": unit.dead,
        }
    )
