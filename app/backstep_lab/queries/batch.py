"""A gradient of the batch taken apart: what each example gives to it."""

from dataclasses import dataclass

from backstep_lab.config import limits
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.queries.gradient_check import is_reached
from backstep_lab.queries.landscape import parameter
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.refs import Ref


@dataclass(frozen=True, slots=True)
class Shares:
    """The examples' parts of ∂L/∂w, (N,) or none while not reached; what their mean and a penalty make.

    `mean`, `penalty` and `gradient` are None until the gradient is reached.
    """

    name: Ref
    examples: int
    shares: Array | None
    mean: float | None
    penalty: float | None
    gradient: float | None


def shares_of(session: Session, ref: str) -> Shares:
    """What each example of the batch gives to the gradient of a weight or bias. Raises Invalid."""
    name = parameter(session, "ref", ref)
    trace = layered(session).trace
    row = None if trace.N == 1 else 0
    own = name._replace(kind=f"dl/d{name.kind}", row=row)
    if not is_reached(session, own):
        return Shares(name, trace.N, None, None, None, None)
    j, *k = name.at
    shares = trace.delta[name.layer - 1][:, j]
    if k:
        shares = shares * trace.A[name.layer - 1][:, k[0]]
    if not is_reached(session, name._replace(kind=f"d{name.kind}")):
        return Shares(name, trace.N, shares, None, None, None)
    mean = float(shares.mean())
    gradient = float((trace.dW if k else trace.db)[name.layer - 1][name.at])
    data = float(trace.dW_data[name.layer - 1][name.at]) if k else gradient
    return Shares(name, trace.N, shares, mean, gradient - data, gradient)


def shown(shares: Shares) -> list[float]:
    """The shares that are told one by one: the first of them."""
    return [] if shares.shares is None else (shares.shares[: limits.SHARES_SHOWN] + 0.0).tolist()
