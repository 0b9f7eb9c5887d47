"""The forward pass and the loss, vectorised over a batch."""

from numpy import add, copyto, divide

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.memory.workspace import Workspace
from backstep_lab.engine.products import added_in_order


def forward(work: Workspace, X1: Array) -> None:
    """Fills Z and A of every layer from X1, (n₀ + 1, N): an example a column, the last row ones."""
    copyto(work.X1, X1)
    for weigh, value_of, Z, A in work.upwards:
        weigh()  # Z (n_out, N): W @ A_prev + b
        value_of(Z, A)


def loss(work: Workspace, Y: Array) -> float:
    """Fills the loss terms and the examples' losses against targets Y (n_L, N); gives the batch's mean."""
    work.terms_of(work.output.Z, work.output.A, Y, work.loss_terms)
    if len(work.loss_terms) > 1:  # else ℓ is its only term: see `Layout`
        reduce_terms(work.loss_terms, work.is_mean, work.example_loss)
    return added_in_order(work.example_loss) / work.N


def reduce_terms(terms: Array, is_mean: bool, example_loss: Array) -> None:
    """ℓ of each example, (N,), out of its terms (n_L, N), added in order."""
    copyto(example_loss, add.accumulate(terms)[-1])
    if is_mean:
        divide(example_loss, len(terms), example_loss)
