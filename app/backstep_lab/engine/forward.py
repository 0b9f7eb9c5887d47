"""The forward pass and the loss, vectorised over a batch.

For l = 1…L: Zˡ = A^(l−1) Wˡᵀ + bˡ and Aˡ = f(Zˡ). In the workspace an example is a column and the inputs of a
layer, A1, have a last row of ones, so that one product adds the bias: Z = [W | b] @ A1. Shapes in comments
are those of the workspace.
"""

from numpy import copyto

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.memory.workspace import Workspace
from backstep_lab.engine.products import added_in_order


def forward(work: Workspace, X1: Array) -> None:
    """Compute Z and A of every layer from the inputs X1 (n₀ + 1, N), whose last row is ones."""
    copyto(work.X1, X1)  # (n₀ + 1, N)
    for Wb_dot, f, Z, A in work.forward_layers:  # layers 1 … L
        Wb_dot()  # (n_out, N): Z = [W | b] @ A1_prev
        f(Z, A)  # (n_out, N): A = f(Z)


def loss(work: Workspace, Y: Array) -> float:
    """Compute the loss terms and ℓ of each example for targets Y (n_L, N); return L without a penalty."""
    work.loss_function.terms(work.output.Z, work.output.A, Y, work.loss_terms)  # (n_L, N)
    if len(work.loss_terms) > 1:  # with one output, ℓ and its only term share their memory: see `Layout`
        work.loss_function.reduce(work.loss_terms, work.example_loss)  # (N,)
    return added_in_order(work.example_loss) / work.batch_divisor
