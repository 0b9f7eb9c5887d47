"""What a loss is: its value beside its derivative and its formula."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.memory.arrays import Array


@dataclass(frozen=True)
class Loss:
    """ℓ(a, y) of one example; all arrays are (n_L, N), one column per example.

    `terms(Z, A, Y, T)` writes the term of each output into T, before the reduction;
    `slope(Z, A, Y, D)` writes ∂ℓ/∂a into D, reduction included;
    `fused(Z, A, Y, D)` writes ∂ℓ/∂z into D when the output activation is `needs`.
    `target_range` is the closed range of a target, None where any number will do.
    `targets` are the only ones that make sense, where they are few.
    `piece(A, Y)` tells on which piece of a loss with kinks each output lies.
    """

    name: str
    reduction: Literal["sum", "mean"]
    terms: Callable[[Array, Array, Array, Array], None]
    slope: Callable[[Array, Array, Array, Array], None]
    formula: str
    slope_formula: str
    needs: str | None = None
    fused: Callable[[Array, Array, Array, Array], None] | None = None
    target_range: tuple[float, float] | None = None
    targets: tuple[float, ...] | None = None
    piece: Callable[[Array, Array], NDArray[np.intp]] | None = None

    def reduce(self, terms: Array, out: Array) -> None:
        """Write ℓ of each example, (N,), into `out`: its terms (n_L, N) added in order, or their mean."""
        if terms.shape[1] > 1 and terms.flags.c_contiguous:
            np.add.reduce(terms, 0, out=out)  # along the slow axis, where numpy adds one by one
        else:
            np.copyto(out, np.add.accumulate(terms)[-1])  # along a fast axis `reduce` would add in pairs
        if self.reduction == "mean":
            np.divide(out, len(terms), out)

    def unfit(self, Y: Array) -> Array:
        """Those targets that this loss cannot take, in any order of axes."""
        if self.targets is not None:
            return Y[~np.isin(Y, self.targets)]
        if self.target_range is None:
            return Y.ravel()[:0]
        low, high = self.target_range
        return Y[(low > Y) | (high < Y)]
