"""Misconceptions of the forward pass and of the loss."""

from collections.abc import Callable, Iterator
from math import exp, log

from backstep_lab.quiz.operation_context import Misconception, OperationContext

_LARGEST = 700.0  # beyond, e^z leaves float64


def product(at: OperationContext) -> Iterator[Misconception]:
    """w·a."""
    yield "added", at.w + at.a_below
    if at.z_below is not None:
        yield "z-for-a", at.w * at.z_below
    weights = at.trace.W[at.layer - 1]
    if at.j != at.k and at.k < weights.shape[0] and at.j < weights.shape[1]:
        yield "turned-edge", weights.item(at.k, at.j) * at.a_below


def weighted_sum(at: OperationContext) -> Iterator[Misconception]:
    """z = Σ w·a + b."""
    yield "forgot-bias", at.z - at.b
    yield "a-for-z", at.a
    yield "forgot-weights", float(at.trace.A[at.layer - 1][at.n].sum()) + at.b


def activation(at: OperationContext) -> Iterator[Misconception]:
    """a = f(z)."""
    yield "z-for-a", at.z
    yield "slope-for-a", at.slope
    if at.activation == "sigmoid":
        yield "forgot-minus", 1.0 - at.a
    if at.activation == "softmax" and at.z < _LARGEST:
        yield "not-normalised", exp(at.z)


def loss_term(at: OperationContext) -> Iterator[Misconception]:
    """One output's part of the loss."""
    term = at.trace.loss_terms.item(at.n, at.j)
    off = at.trace.Y.item(at.n, at.j) - at.trace.A[-1].item(at.n, at.j)
    loss = at.shape.loss
    if loss in ("half_squared_error", "huber"):
        yield "forgot-half", 2.0 * term
    if loss == "mean_squared_error":
        yield "half-too-many", term / 2.0
    if loss in ("half_squared_error", "mean_squared_error"):
        yield "forgot-square", off
        yield "forgot-square", -off
    if "cross_entropy" in loss:
        yield "log-ten", term / log(10.0)


def loss(at: OperationContext) -> Iterator[Misconception]:
    """ℓ out of its terms."""
    terms = at.trace.loss_terms[at.n].tolist()
    if len(terms) > 1:
        if at.shape.loss_function.reduction == "mean":
            yield "forgot-mean", sum(terms)
        else:
            yield "mean-for-sum", sum(terms) / len(terms)
        for term in terms:
            yield "one-term", term
    if at.shape.loss == "half_squared_error":
        yield "forgot-half", 2.0 * sum(terms)


def batch_loss(at: OperationContext) -> Iterator[Misconception]:
    """L out of the examples' losses and the penalty."""
    trace = at.trace
    yield "forgot-penalty", trace.data_loss
    if at.shape.loss_function.batch_reduction == "mean":
        yield "forgot-mean", trace.data_loss * trace.N + trace.penalty
    else:
        yield "mean-for-sum", trace.data_loss / trace.N + trace.penalty
    yield "own-example", trace.example_loss.item(at.n)


MISCONCEPTIONS: dict[str, Callable[[OperationContext], Iterator[Misconception]]] = {
    "product": product,
    "sum": weighted_sum,
    "activation": activation,
    "loss_term": loss_term,
    "loss": loss,
    "batch_loss": batch_loss,
}
