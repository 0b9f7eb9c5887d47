"""A parameter that is moved while all others stay: the axis of a slice or of a surface of the loss."""

import numpy as np
from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.engine.analysis.loss_landscape import Move
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.network import Network
from backstep_lab.queries.numbers import reached_value
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.stepping.refs import Ref

SPAN = 1.0  # to either side, unless a point that is shown lies further
ROOM = 1.25  # times the distance of the furthest point that is shown


class LossAxis(Wire):
    """A parameter that is moved while all others stay."""

    ref: str = Field(description="The weight or bias.")
    value: float = Field(description="Where it stands in this iteration.")
    values: list[float] = Field(description="The values it is given; the middle one is where it stands.")
    gradient: float | None = Field(description="∂L by it, by back-propagation; null until it is computed.")


def loss_axis(session: Session, ref: Ref, values: Array) -> LossAxis:
    """The axis of a parameter that takes these values, (P,)."""
    return LossAxis(
        ref=str(ref),
        value=parameter_value(layered(session).trace.network, ref),
        values=values.tolist(),
        gradient=gradient_of(session, ref),
    )


def axis_values(session: Session, ref: Ref, points: int, span: float | None, shown: list[float]) -> Array:
    """`points` values around where the parameter stands; without a span as far as `shown` reaches."""
    return values_around(parameter_value(layered(session).trace.network, ref), points, span, shown)


def values_around(value: float, points: int, span: float | None, shown: list[float]) -> Array:
    """`points` values around one; without a span as far as `shown` reaches."""
    reach = span or min(max(SPAN, *(ROOM * abs(other - value) for other in (value, *shown))), limits.MAX_SPAN)
    return value + reach * np.linspace(-1.0, 1.0, points)  # the middle one is the value itself, to the bit


def move_of(session: Session, ref: Ref, values: Array) -> Move:
    """The parameter and its values as the engine takes them."""
    n_in = layered(session).setup.shape.sizes[ref.layer - 1]
    j, k = (*ref.at, n_in)[:2]
    return Move(ref.layer, j, k, values)


def gradient_of(session: Session, ref: Ref) -> float | None:
    """∂L by the parameter; None until it is reached."""
    return reached_value(session, ref._replace(kind=f"d{ref.kind}"))


def parameter_value(network: Network, ref: Ref) -> float:
    """The weight or bias as the network has it."""
    return network.parameter(ref.kind, ref.layer, ref.at)
