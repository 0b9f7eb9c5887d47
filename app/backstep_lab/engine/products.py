"""Sums of products, in the order in which an iteration shows them.

z is the sum of its products from the first input on and then the bias, in float64, each sum rounded before
the next product is added: what a learner gets who adds them up one by one, on every machine. The matrix
product of a BLAS adds in blocks and may fuse a product with a sum, so its last bits depend on the machine;
where the terms cancel to 0, they decide whether a ReLU passes. Small iterations add in order, large ones in
blocks.
"""

from collections.abc import Callable
from functools import partial

import numpy as np

from backstep_lab.engine.memory.arrays import Array

Product = Callable[[], object]  # computes out = left @ right, all three prepared beforehand
IN_ORDER = 3000  # parameters times examples; up to there an iteration takes about twice as long as in blocks


FEW = 3  # terms that are added sooner one call after the other than by one call for all


def is_in_order(parameters: int, N: int) -> bool:
    """Whether an iteration with so many parameters over N examples adds up one by one, or else in blocks."""
    return parameters * N <= IN_ORDER


def in_order(left: Array, right: Array, out: Array) -> Product:
    """left (m, k) @ right (k, n) into out (m, n), the products of each number added from first to last.

    Only what the arrays hold may change later, not where they lie.
    """
    (m, k), n = left.shape, right.shape[1]
    if k == 1:
        return partial(np.multiply, left, right, out)
    multiply, add, terms = np.multiply, np.add, np.empty((k, m, n))
    wide_left, wide_right = left.T[:, :, None], right[:, None, :]
    first, second, *others = terms

    def added_one_by_one() -> None:
        multiply(wide_left, wide_right, terms)
        add(first, second, out)
        for term in others:
            add(out, term, out)

    def added_in_one_call() -> None:
        multiply(wide_left, wide_right, terms)
        if m * n > 1:
            add.reduce(terms, 0, out=out)  # along the slow axis, where numpy adds one by one
        else:
            np.copyto(out, add.accumulate(terms)[-1])  # along a fast one `reduce` would add in pairs

    return added_one_by_one if k <= FEW else added_in_one_call


def in_blocks(left: Array, right: Array, out: Array) -> Product:
    """The same as the BLAS adds it up; an array's own `dot` takes half the time of `np.dot`."""
    return partial(left.dot, right, out)


def ordered(left: Array, right: Array) -> Array:
    """left (m, k) @ right (k, n) as a new array, added in order."""
    out = np.empty((left.shape[0], right.shape[1]))
    in_order(left, right, out)()
    return out


def added_in_order(values: Array) -> float:
    """The sum of a vector, from its first number to its last."""
    return values.item(0) if len(values) == 1 else float(np.add.accumulate(values)[-1])
