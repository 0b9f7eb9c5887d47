"""What a session's network predicts for any point, layer by layer. Asking changes nothing."""

from dataclasses import dataclass

from backstep_lab.engine.analysis.classification import decision
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.queries.coordinates import inputs_of, point_given
from backstep_lab.sessions.layered import layered, network_of
from backstep_lab.sessions.session import Session


@dataclass(frozen=True, slots=True)
class Prediction:
    """A forward pass of one point; `decided` is the class, None where the targets are no classes."""

    point: list[float]
    inputs: Array
    Z: list[Array]
    A: list[Array]
    decided: int | None


def prediction_of(session: Session, point: list[float]) -> Prediction:
    """The forward pass with the parameters as they stand. Raises Invalid where the point does not fit."""
    setup = layered(session).setup
    X = inputs_of(setup, point_given(setup, point))
    Z, A = network_of(session).forward(X)
    read = decision(setup.plan.data.Y)
    decided = None if read is None else int(read.of(A[-1])[0])
    return Prediction(point, X[0], [z[0] for z in Z], [a[0] for a in A[1:]], decided)
