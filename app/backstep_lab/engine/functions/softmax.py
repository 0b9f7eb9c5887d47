"""softmax over the units of a layer; arrays are (n, N), an example a column."""

import numpy as np

from backstep_lab.engine.memory.arrays import Array, scalar

_ZERO, _HALF, _ONE = scalar(0.0), scalar(0.5), scalar(1.0)


def softmax(Z: Array, A: Array) -> None:
    """a_j = e^z_j / Σ_k e^z_k."""
    np.subtract(Z, Z.max(axis=0), A)  # the largest exponent is 0, so nothing overflows
    np.exp(A, A)
    np.divide(A, A.sum(axis=0), A)


def softmax_slope(Z: Array, A: Array, S: Array) -> None:
    """The diagonal of the Jacobian, ∂a_j/∂z_j = a_j (1 − a_j)."""
    np.subtract(_ONE, A, S)
    # At most one a is above ½; its 1 − a is the sum of the others, which has no cancellation.
    is_large = A > _HALF
    np.copyto(S, np.where(is_large, _ZERO, A).sum(axis=0), where=is_large)
    np.multiply(A, S, S)
