"""The backward pass, vectorised over a batch (Rumelhart, Hinton & Williams 1986)."""

import numpy as np

from app.engine.arrays import Array
from app.engine.workspace import LayerMemory, Workspace


def backward(work: Workspace, X1: Array, Y: Array) -> None:
    """Fills δ of every layer and the gradient of the mean loss, from a forward pass over X1 = [X | 1].

    Every weight used is the one of the forward pass: updates come when all gradients are known.
    """
    _output_delta(work, Y)
    inputs = [X1, *(layer.A1 for layer in work.layers[:-1])]
    below: LayerMemory | None
    for position in range(len(work.layers) - 1, -1, -1):
        layer = work.layers[position]
        np.dot(layer.delta_T, inputs[position], layer.d_matrix)  # (n_out, n_in + 1): sum over the examples
        if position:
            below = work.layers[position - 1]
            np.dot(layer.delta, layer.matrix, below.dL_dA1)  # (N, n_in + 1): Σ_j δ_j · w_jk
            below.function.slope(below.Z, below.A, below.slope)
            np.multiply(below.dL_dA, below.slope, below.delta)
    if work.N > 1:
        np.divide(work.gradient_data, work.N, work.gradient_data)


def _output_delta(work: Workspace, Y: Array) -> None:
    output, loss = work.layers[-1], work.shape.loss_function
    if loss.fused is not None:
        loss.fused(output.A, Y, output.delta)
        return
    loss.slope(output.A, Y, output.dL_dA)
    output.function.slope(output.Z, output.A, output.slope)
    if output.function.is_softmax:
        # each a depends on every z: δ_j = a_j (∂ℓ/∂a_j − Σ_k ∂ℓ/∂a_k · a_k)
        shared = (output.dL_dA * output.A).sum(axis=1, keepdims=True)  # (N, 1)
        np.multiply(output.A, output.dL_dA - shared, output.delta)
    else:
        np.multiply(output.dL_dA, output.slope, output.delta)
