"""The backward pass, vectorised over a batch (Rumelhart, Hinton & Williams 1986).

    δᴸ = ∂ℓ/∂aᴸ · f′(zᴸ)                      output layer
    δˡ = (Wˡ⁺¹ᵀ δˡ⁺¹) · f′(zˡ)                layers L−1 … 1
    ∂L/∂Wˡ = mean of δˡ (a^(l−1))ᵀ, ∂L/∂bˡ = mean of δˡ over the batch (or their sum)

Every array is preallocated and every matrix product is bound to its operands and its result, so a product is
a call without arguments: `WT_dot()` computes Wᵀ @ delta, `delta_dot()` computes delta @ A1_prev.T. In the
workspace an example is a column; shapes in comments are those of the workspace. The same pass in plain numpy
is what the page exports as a program (`exports/scripts/numpy_script.py`, function `gradients`).
"""

from numpy import arange, divide, multiply

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.memory.workspace import Workspace
from backstep_lab.engine.products import Product


def backward(work: Workspace, Y: Array) -> None:
    """After `forward`, compute every delta and the gradient of the batch loss for targets Y (n_L, N).

    All weights used are those of the forward pass; the update follows when every gradient is known.
    """
    slopes(work)  # (n_out, N) of each layer: slope = f′(Z)
    output_delta(work, Y)  # (n_L, N): delta of layer L
    for pair in work.backward_pairs:  # layers L − 1 … 1, each with the layer above it
        hidden_delta(*pair)  # (n_out, N): delta
    for delta_dot in work.delta_dots:
        delta_dot()  # (n_out, n_in + 1): [dW | db] = delta @ A1_prev.T, summed over the examples
    if work.batch_divisor > 1:
        divide(work.gradient_data, work.batch_divisor_array, work.gradient_data)  # (parameters,): their mean


def slopes(work: Workspace) -> None:
    """After `forward`, compute slope = f′(Z), (n_out, N), of each layer but the output of a fused loss."""
    for f_slope, Z, A, slope in work.slope_calls:
        f_slope(Z, A, slope)


def output_delta(work: Workspace, Y: Array) -> None:
    """After `slopes`, compute delta (n_L, N) of the output layer for targets Y (n_L, N)."""
    loss, layer = work.loss_function, work.output
    if loss.fused is not None:
        loss.fused(layer.Z, layer.A, Y, layer.delta)  # (n_L, N): delta = ∂ℓ/∂z in one formula
        return
    loss.slope(layer.Z, layer.A, Y, layer.dL_dA)  # (n_L, N): dL_dA = ∂ℓ/∂a
    if layer.function.is_softmax:
        softmax_delta(layer.A, layer.dL_dA, layer.delta)
    else:
        multiply(layer.dL_dA, layer.slope, layer.delta)  # (n_L, N): delta = dL_dA · slope


def hidden_delta(WT_dot: Product, slope: Array, dL_dA: Array, delta: Array) -> None:
    """After `slopes`, compute delta (n_out, N) of a hidden layer, whose arrays these are."""
    WT_dot()  # (n_out, N): dL_dA = W_above.T @ delta_above
    multiply(dL_dA, slope, delta)  # (n_out, N): delta = dL_dA · slope


def softmax_delta(A: Array, dL_dA: Array, delta: Array) -> None:
    """Compute δ_j = a_j (∂ℓ/∂a_j − Σ_k a_k ∂ℓ/∂a_k), since each a depends on every z.

    All arrays are (n_L, N). The ∂ℓ/∂a of the largest a is subtracted from all of them first. The result is
    the same, as Σ a = 1, but nothing cancels where the largest a is close to 1.
    """
    largest = A.argmax(axis=0), arange(A.shape[1])
    relative = dL_dA - dL_dA[largest]  # (n_L, N)
    multiply(A, relative - (relative * A).sum(axis=0), delta)  # (n_L, N)
