"""Penalties on the weights (never on the biases), shown as their own term of the loss.

L = mean ℓ + l1·Σ|w| + (l2/2)·Σw², so that l2 is what PyTorch's SGD calls weight_decay
(Goodfellow, Bengio & Courville 2016, section 7.1).
"""

import numpy as np

from backstep_lab.engine.memory.arrays import Array


def penalty(weights: Array, l1: float, l2: float) -> float:
    """l1·Σ|w| + (l2/2)·Σw² of a flat vector of weights."""
    return float(l1 * np.abs(weights).sum() + 0.5 * l2 * np.dot(weights, weights))


def penalty_gradient(weights: Array, l1: float, l2: float) -> Array:
    """l1·sign(w) + l2·w, in the shape of `weights`; sign(0) = 0."""
    gradient: Array = l1 * np.sign(weights) + l2 * weights
    return gradient
