"""The backward pass, vectorised over a batch (Rumelhart, Hinton & Williams 1986)."""

from collections.abc import Callable

from numpy import arange, divide, multiply

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.memory.workspace import Workspace
from backstep_lab.engine.products import Product

Slope = Callable[[Array, Array, Array], None]


def backward(work: Workspace, Y: Array) -> None:
    """Fills δ of every layer and the gradient of the mean loss against targets Y (n_L, N), after `forward`.

    Every weight used is the one of the forward pass: updates come when all gradients are known.
    """
    output_delta(work, Y)
    for descent in work.downwards:
        hand_down(*descent)
    if work.gradient_in_order is None:
        for layer in work.layers:
            layer.add_up()  # d_matrix (n_out, n_in + 1): δ·a of all examples
    else:
        work.gradient_in_order(work.buffer, work.gradient_data)
    if work.N > 1:
        divide(work.gradient_data, work.examples, work.gradient_data)


def hand_down(
    product: Product, slope_of: Slope, Z: Array, A: Array, slope: Array, dL_dA: Array, delta: Array
) -> None:
    """δ of the layer below, (n_in, N), through the weights that the layer above holds now."""
    product()  # dL_dA (n_in, N): Σ_j w_jk · δ_j
    slope_of(Z, A, slope)
    multiply(dL_dA, slope, delta)


def output_delta(work: Workspace, Y: Array) -> None:
    """δ of the last layer, (n_L, N)."""
    output, loss = work.output, work.shape.loss_function
    if loss.fused is not None:
        loss.fused(output.Z, output.A, Y, output.delta)
        return
    loss.slope(output.Z, output.A, Y, output.dL_dA)
    output.function.slope(output.Z, output.A, output.slope)
    if output.function.is_softmax:
        softmax_delta(output.A, output.dL_dA, output.delta)
    else:
        multiply(output.dL_dA, output.slope, output.delta)


def softmax_delta(A: Array, dL_dA: Array, delta: Array) -> None:
    """δ_j = a_j (∂ℓ/∂a_j − Σ_k a_k ∂ℓ/∂a_k), since each a depends on every z; all (n_L, N).

    Each ∂ℓ/∂a is taken less that of the largest a, which changes nothing, Σ a being 1, but leaves nothing to
    cancel where that a is close to 1.
    """
    largest = A.argmax(axis=0), arange(A.shape[1])
    above = dL_dA - dL_dA[largest]
    multiply(A, above - (above * A).sum(axis=0), delta)
