"""The forward pass and the loss, vectorised over a batch."""

from app.engine.arrays import Array
from app.engine.workspace import Workspace


def forward(work: Workspace, X1: Array) -> None:
    """Fills Z and A of every layer from X1, (n₀ + 1, N): an example a column, the last row ones."""
    A1 = X1
    for layer in work.layers:
        layer.weighted(A1, layer.Z)  # (n_out, N): W @ A_prev + b
        layer.value_of(layer.Z, layer.A)
        A1 = layer.A1


def loss(work: Workspace, Y: Array) -> float:
    """Fills the loss terms and the examples' losses against targets Y (n_L, N); gives the batch's mean."""
    output = work.layers[-1]
    work.shape.loss_function.terms(output.Z, output.A, Y, work.loss_terms)
    work.per_output.dot(work.loss_terms, work.example_loss)  # (N,)
    return float(work.example_loss.dot(work.per_example))
