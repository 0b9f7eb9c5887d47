"""The record of a loss function: everything that the project knows about it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.functions.latex import Latex
from backstep_lab.engine.functions.numpy_source import NumpySource
from backstep_lab.engine.memory.arrays import Array


class SlopeFactor(NamedTuple):
    """How a slope is printed whose loss is a mean over n outputs: with the factor `numerator`/n before it."""

    numerator: int = 1
    needs_brackets: bool = False


ONE_OVER_N = SlopeFactor()


class Tail(NamedTuple):
    """The formula of a term, of y and a, where |y − a| is above `error`."""

    error: float
    term_latex: Latex


@dataclass(frozen=True)
class Loss:
    """ℓ(a, y) of one example; all arrays are (n_L, N), an example a column.

    `terms(Z, A, Y, T)` writes the term of each output, before the reduction, into T. `slope(Z, A, Y, D)`
    writes ∂ℓ/∂a, reduction included, into D; `fused(Z, A, Y, D)` writes ∂ℓ/∂z into D for the output
    activation `needs`. `piece(A, Y)` is the index of the piece of each output, of a loss with kinks. Targets
    lie in the closed `target_range`, None where any number is valid, and are one of `targets`, where only
    these are valid.

    `formula` and `slope_formula` are LaTeX for lists of functions; `term_latex` (of y, a), `tail` and
    `slope_latex` (of a, y, without the factor of a mean) are templates for operations. `numpy` is the source
    of a term and of ∂ℓ/∂a (of ∂ℓ/∂z, if fused) in terms of `z`, `a` and `y`; `torch` that of ℓ in PyTorch.

    `batch_reduction` is how the losses of a batch's examples become L.

    `is_rule`: δ is `fused` by rule, for a single layer. Nothing is computed from ∂ℓ/∂a or f′(z), and a third
    place of `term_latex` is z.
    """

    name: str
    reduction: Literal["sum", "mean"]
    terms: Callable[[Array, Array, Array, Array], None]
    slope: Callable[[Array, Array, Array, Array], None]
    formula: str
    slope_formula: str
    term_latex: Latex
    slope_latex: Latex
    numpy: NumpySource
    torch: str
    slope_factor: SlopeFactor = ONE_OVER_N
    tail: Tail | None = None
    needs: str | None = None
    fused: Callable[[Array, Array, Array, Array], None] | None = None
    target_range: tuple[float, float] | None = None
    targets: tuple[float, ...] | None = None
    piece: Callable[[Array, Array], NDArray[np.intp]] | None = None
    batch_reduction: Literal["sum", "mean"] = "mean"
    is_rule: bool = False

    def divisor(self, outputs: int) -> int:
        """By what the terms of so many outputs are divided once they are added up."""
        return outputs if self.reduction == "mean" else 1

    def batch_divisor(self, examples: int) -> int:
        """By what the losses of so many examples, and their gradients, are divided once they are added up."""
        return examples if self.batch_reduction == "mean" else 1

    def reduce(self, terms: Array, out: Array) -> None:
        """Write ℓ of each example, (N,), into `out`: its terms (n_L, N) added in order, or their mean."""
        if terms.shape[1] > 1 and terms.flags.c_contiguous:
            np.add.reduce(terms, 0, out=out)  # along the slow axis, where numpy adds one by one
        else:
            np.copyto(out, np.add.accumulate(terms)[-1])  # along a fast axis `reduce` would add in pairs
        if self.reduction == "mean":
            np.divide(out, len(terms), out)

    def unfit(self, Y: Array) -> Array:
        """The targets that are not valid for this loss, as a vector."""
        if self.targets is not None:
            return Y[~np.isin(Y, self.targets)]
        if self.target_range is None:
            return Y.ravel()[:0]
        low, high = self.target_range
        return Y[(low > Y) | (high < Y)]
