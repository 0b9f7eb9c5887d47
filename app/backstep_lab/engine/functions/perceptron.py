"""The perceptron's rule (Rosenblatt 1958): δ = a − y, so that Δw = η (y − a) x and Δb = η (y − a).

It is gradient descent on the perceptron criterion ℓ = (a − y) z, with a and y of 0 or 1: |z| where the sum
is on the wrong side of 0, else nothing (Bishop 2006, section 4.1.7). The slope of the step takes no part in
it, and there is no ∂ℓ/∂a. Arrays are (n_L, N), an example a column; the argument T or D is written.
"""

import numpy as np

from backstep_lab.engine.memory.arrays import Array


def perceptron_terms(Z: Array, A: Array, Y: Array, T: Array) -> None:
    """(a − y) z."""
    np.subtract(A, Y, T)
    np.multiply(T, Z, T)


def perceptron_slope(Z: Array, A: Array, Y: Array, D: Array) -> None:
    """There is none."""
    D.fill(np.nan)


def perceptron_delta(Z: Array, A: Array, Y: Array, D: Array) -> None:
    """a − y."""
    np.subtract(A, Y, D)
