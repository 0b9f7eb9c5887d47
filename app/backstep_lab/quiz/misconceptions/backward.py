"""Misconceptions of the backward pass down to the gradients."""

from collections.abc import Callable, Iterator

from backstep_lab.quiz.operation_context import Misconception, OperationContext


def loss_slope(at: OperationContext) -> Iterator[Misconception]:
    """∂ℓ/∂a of an output."""
    yield "loss-for-slope", at.trace.loss_terms.item(at.n, at.j)
    if at.shape.loss == "half_squared_error":
        yield "half-too-many", at.back / 2.0
    if at.shape.loss == "mean_squared_error":
        yield "forgot-two", at.back / 2.0
        yield "forgot-mean", at.back * at.shape.loss_function.divisor(at.shape.outputs)


def downstream_term(at: OperationContext) -> Iterator[Misconception]:
    """w·δ over one outgoing edge; the term counts the units above."""
    weight = at.trace.W[at.layer].item(at.k, at.j)
    delta = at.trace.delta[at.layer].item(at.n, at.k)
    yield "updated-weight", at.trace.W_next[at.layer].item(at.k, at.j) * delta
    yield "added", weight + delta
    yield "a-for-delta", weight * at.trace.A[at.layer + 1].item(at.n, at.k)


def downstream_sum(at: OperationContext) -> Iterator[Misconception]:
    """∂ℓ/∂a of a hidden unit."""
    yield "updated-weight", at.back_by_new_weights()
    above = at.trace.delta[at.layer][at.n]
    yield "forgot-weights", float(above.sum())
    if len(above) > 1:
        for term in (at.trace.W[at.layer][:, at.j] * above).tolist():
            yield "one-term", term


def slope(at: OperationContext) -> Iterator[Misconception]:
    """f′(z)."""
    yield "a-for-slope", at.a
    if at.activation in ("sigmoid", "softmax"):
        yield "z-for-a", at.z * (1.0 - at.z)
        yield "forgot-factor", 1.0 - at.a
    if at.activation == "tanh":
        yield "z-for-a", 1.0 - at.z * at.z
        yield "forgot-square", 1.0 - at.a


def delta(at: OperationContext) -> Iterator[Misconception]:
    """δ = ∂ℓ/∂a · f′(z), or a − y where loss and activation are made for each other."""
    if at.shape.loss_function.is_rule:
        yield "turned-difference", -at.delta
        return
    if at.is_output and at.shape.is_fused:
        yield "slope-again", at.delta * at.slope
        return
    yield "forgot-slope", at.back
    yield "slope-only", at.slope
    yield "a-for-slope", at.back * at.a
    yield "added", at.back + at.slope
    if not at.is_output:
        yield "updated-weight", at.back_by_new_weights() * at.slope


def weight_gradient(at: OperationContext) -> Iterator[Misconception]:
    """δ·a of one edge."""
    yield "forgot-slope", at.back * at.a_below
    yield "forgot-a", at.delta
    if at.z_below is not None:
        yield "z-for-a", at.delta * at.z_below
    yield "own-a", at.delta * at.a
    yield "weight-for-a", at.delta * at.w
    yield "added", at.delta + at.a_below


def bias_gradient(at: OperationContext) -> Iterator[Misconception]:
    """δ itself."""
    yield "forgot-slope", at.back
    yield "times-bias", at.delta * at.b


def batch_gradient(at: OperationContext) -> Iterator[Misconception]:
    """The mean, or the sum, of the examples' shares."""
    weights, biases = at.trace.example_gradient(at.layer, at.n)
    made = at.gradient if at.is_bias else at.trace.dW_data[at.layer - 1].item(at.j, at.k)
    if at.shape.loss_function.batch_reduction == "mean":
        yield "forgot-mean", made * at.trace.N
    else:
        yield "mean-for-sum", made / at.trace.N
    yield "own-example", biases.item(at.j) if at.is_bias else weights.item(at.j, at.k)


def penalty_gradient(at: OperationContext) -> Iterator[Misconception]:
    """The mean with what the penalty adds."""
    mean = at.trace.dW_data[at.layer - 1].item(at.j, at.k)
    yield "forgot-penalty", mean
    yield "penalty-minus", 2.0 * mean - at.gradient


MISCONCEPTIONS: dict[str, Callable[[OperationContext], Iterator[Misconception]]] = {
    "loss_slope": loss_slope,
    "downstream_term": downstream_term,
    "downstream_sum": downstream_sum,
    "slope": slope,
    "delta": delta,
    "weight_gradient": weight_gradient,
    "bias_gradient": bias_gradient,
    "batch_gradient": batch_gradient,
    "penalty_gradient": penalty_gradient,
}
