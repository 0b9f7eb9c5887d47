"""The gradient of the batch by a weight or bias, example by example."""

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.engine.functions.conventions import Reduction
from backstep_lab.queries.numbers import is_reached
from backstep_lab.queries.parse_refs import parse_parameter
from backstep_lab.queries.query import Query, per_example
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes


class BatchShares(Wire):
    """A gradient of the batch, example by example; null or empty until it is computed."""

    ref: str = Field(description="The weight or bias.")
    iteration: int = Field(description="The iteration.")
    examples: int = Field(description="Examples in the batch.")
    shares: list[float] = Field(description="∂ℓ by it of each example, the first of a large batch.")
    reduction: Reduction = Field(description="Whether the batch takes their mean or their sum.")
    reduced: float | None = Field(description="Their mean, or their sum, over all examples.")
    penalty: float | None = Field(description="What a penalty adds.")
    gradient: float | None = Field(description="∂L by it, by back-propagation.")


def batch(session: Session, text: str) -> BatchShares:
    """∂ℓ/∂w of each example of the batch and their mean or sum, each null until reached. Raises Invalid."""
    ref = parse_parameter(session, "ref", text)
    trace = layered(session).trace
    j, *k = ref.at
    shares: list[float] = []
    loss = trace.shape.loss_function
    reduced = penalty = gradient = None
    if is_reached(session, ref._replace(kind=f"dl/d{ref.kind}", row=None if trace.N == 1 else 0)):
        per_row = trace.delta[ref.layer - 1][:, j]  # (N,)
        if k:
            per_row = per_row * trace.A[ref.layer - 1][:, k[0]]
        shares = (per_row[: limits.SHARES_SHOWN] + 0.0).tolist()
        if is_reached(session, ref._replace(kind=f"d{ref.kind}")):
            reduced = float(per_row.sum()) / loss.batch_divisor(trace.N)
            gradient = float((trace.dW if k else trace.db)[ref.layer - 1][ref.at])
            of_data = float(trace.dW_data[ref.layer - 1][ref.at]) if k else gradient
            penalty = gradient - of_data
    return BatchShares(
        ref=str(ref),
        iteration=session.iteration,
        examples=trace.N,
        shares=shares,
        reduction=loss.batch_reduction,
        reduced=reduced,
        penalty=penalty,
        gradient=gradient,
    )


QUERY = Query(lambda session, arguments, _: json_bytes(batch(session, arguments["ref"])), per_example)
