"""Matrix products, added in the order in which an iteration shows their terms.

z is the sum of its products from the first input to the last, then the bias, in float64; each partial sum is
rounded before the next product is added. The result is the same on every machine and equals a calculation on
paper. The matrix product of a BLAS adds in blocks and may fuse a multiplication with an addition, so its last
bits depend on the machine; where terms cancel to 0, these bits decide whether a ReLU is active. Small
iterations add in order, large ones in blocks.
"""

from collections.abc import Callable
from functools import partial

import numpy as np

from backstep_lab.engine.memory.arrays import Array

Product = Callable[[], object]  # computes out = left @ right, bound to all three arrays
IN_ORDER = 3000  # parameters times examples; up to there an iteration takes about twice as long as in blocks
FEW = 3  # up to so many terms, one call of `np.add` for each is faster than one `np.add.reduce` for all


def is_in_order(parameters: int, N: int) -> bool:
    """Whether an iteration with so many parameters over N examples adds in order, otherwise in blocks."""
    return parameters * N <= IN_ORDER


def in_order(left: Array, right: Array, out: Array) -> Product:
    """Bind left (m, k) @ right (k, n) into out (m, n), the k products of each number added in order.

    The contents of the arrays may change between calls, their memory may not.
    """
    (m, k), n = left.shape, right.shape[1]
    if k == 1:
        return partial(np.multiply, left, right, out)
    multiply, add, terms = np.multiply, np.add, np.empty((k, m, n))
    wide_left, wide_right = left.T[:, :, None], right[:, None, :]  # (k, m, 1), (k, 1, n)
    first, second, *others = terms

    def add_one_by_one() -> None:
        multiply(wide_left, wide_right, terms)  # (k, m, n)
        add(first, second, out)  # (m, n)
        for term in others:
            add(out, term, out)  # (m, n)

    def add_in_one_call() -> None:
        multiply(wide_left, wide_right, terms)  # (k, m, n)
        if m * n > 1:
            add.reduce(terms, 0, out=out)  # along the slow axis, where numpy adds one by one
        else:
            np.copyto(out, add.accumulate(terms)[-1])  # along a fast axis `reduce` would add in pairs

    return add_one_by_one if k <= FEW else add_in_one_call


def in_blocks(left: Array, right: Array, out: Array) -> Product:
    """Bind left (m, k) @ right (k, n) into out (m, n), added as the BLAS does it."""
    return partial(left.dot, right, out)  # half the time of `np.dot`


def ordered(left: Array, right: Array) -> Array:
    """left (m, k) @ right (k, n) as a new array, added in order."""
    out = np.empty((left.shape[0], right.shape[1]))
    in_order(left, right, out)()
    return out


def added_in_order(values: Array) -> float:
    """The sum of a vector, added from its first number to its last."""
    return values.item(0) if len(values) == 1 else np.add.accumulate(values).item(-1)
