"""The loss as one or two parameters move and others stay: a line through the landscape, or a grid over it.

Nothing below a moved parameter changes, and in its own layer only its unit does: the sum z_j moves by the
parameter's change times a_k, and the sums above by their weights times the change of a_j. So a grid costs
little more than the layers above its upper parameter. Li et al. 2018, "Visualizing the Loss Landscape of
Neural Nets", draw such surfaces along two random directions; here the directions are two of the parameters.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from backstep_lab.engine.memory.arrays import Array, quiet
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule

NUMBERS_AT_ONCE = 250_000  # in the widest layer of all points together: 2 MB, which a cache holds


@dataclass(frozen=True, eq=False)
class Move:
    """The values, (P,), that a parameter takes: of unit `j` in `layer` (from 1), its weight from `k` or,
    where k is n_in, its bias."""

    layer: int
    j: int
    k: int
    values: Array

    def change(self, trace: Trace) -> Array:
        """How far each value is from the parameter as it stands, (P,)."""
        return self.values - self.parameter(trace)

    def parameter(self, trace: Trace) -> float:
        """The parameter as it stands."""
        return float(trace.shape.matrices(trace.network.theta)[self.layer - 1].item(self.j, self.k))

    def is_weight(self, trace: Trace) -> bool:
        """Whether a penalty counts it."""
        return self.k < trace.shape.sizes[self.layer - 1]


def losses_along(trace: Trace, rule: UpdateRule, move: Move) -> Array:
    """L of the trace's batch, penalty included, at each value of one parameter, (P,)."""
    with quiet():
        pieces = [_Columns(trace, part).losses() for part in _portions(trace, move)]
        return np.concatenate(pieces) + _penalties(trace, rule, move)


def losses_over(
    trace: Trace, rule: UpdateRule, x: Move, y: Move, proceed: Callable[[], bool] = lambda: True
) -> Array:
    """L of the trace's batch, penalty included, over the grid of two different parameters, (P_y, P_x).

    `proceed` is asked now and then and may raise.
    """
    if y.layer < x.layer:
        return losses_over(trace, rule, y, x, proceed).T
    grid = np.empty((len(y.values), len(x.values)))
    start = 0
    with quiet():
        for part in _portions(trace, x):
            columns = _Columns(trace, part).up_to(y.layer)
            stop = start + len(part.values)
            for row, change in zip(grid, y.change(trace), strict=True):
                proceed()
                row[start:stop] = columns.moved(y.j, y.k, change).losses()
            start = stop
        penalties = _penalties(trace, rule, x)[None, :] + _penalties(trace, rule, y)[:, None]
        return grid + penalties - trace.penalty


class _Columns:
    """Sums Z and inputs A1 of one layer, an example of a point a column: (n, P·N), the points one by one."""

    def __init__(self, trace: Trace, x: Move) -> None:
        self.trace, self.layer, self.points = trace, x.layer, len(x.values)
        below = np.vstack([trace.A[x.layer - 1].T, np.ones(trace.N)])  # (n_in + 1, N)
        self.A1 = np.tile(below, self.points)
        self.Z = np.tile(trace.Z[x.layer - 1].T, self.points)
        self.Z[x.j] += np.outer(x.change(trace), below[x.k]).ravel()

    def up_to(self, layer: int) -> "_Columns":
        """These columns carried on to the sums of a layer above."""
        while self.layer < layer:
            self.A1 = np.vstack([self._activations(self.Z), np.ones(self.Z.shape[1])])
            self.Z = self.trace.shape.matrices(self.trace.network.theta)[self.layer] @ self.A1
            self.layer += 1
        self.A = self._activations(self.Z)
        if layer < self.trace.shape.depth:
            self.above = self.trace.W[layer] @ self.A + self.trace.b[layer][:, None]
        return self

    def moved(self, j: int, k: int, change: float) -> "_Carried":
        """The columns with one more parameter of this layer changed."""
        z = self.Z[j] + change * self.A1[k]
        trace, function = self.trace, self.trace.shape.functions[self.layer - 1]
        if self.layer == trace.shape.depth:
            Z = self.Z.copy()
            Z[j] = z
            return _Carried(trace, self.layer, Z)
        a = np.empty((1, len(z)))
        function.value(z[None, :], a)
        weights = trace.W[self.layer][:, j, None]
        return _Carried(trace, self.layer + 1, self.above + weights * (a - self.A[j]))

    def losses(self) -> Array:
        return _Carried(self.trace, self.layer, self.Z).losses()

    def _activations(self, Z: Array) -> Array:
        A = np.empty_like(Z)
        self.trace.shape.functions[self.layer - 1].value(Z, A)
        return A


@dataclass(frozen=True, eq=False)
class _Carried:
    """Sums of a layer on their way to the loss."""

    trace: Trace
    layer: int
    Z: Array

    def losses(self) -> Array:
        """The batch's loss at each point, (P,), without a penalty."""
        shape, Z = self.trace.shape, self.Z
        A = np.empty_like(Z)
        shape.functions[self.layer - 1].value(Z, A)
        for above in range(self.layer, shape.depth):
            Z = self.trace.W[above] @ A + self.trace.b[above][:, None]
            A = np.empty_like(Z)
            shape.functions[above].value(Z, A)
        terms = np.empty_like(A)
        points = Z.shape[1] // self.trace.N
        shape.loss_function.terms(Z, A, np.tile(self.trace.Y.T, points), terms)
        example_loss = np.empty(Z.shape[1])
        shape.loss_function.reduce(terms, example_loss)
        N = self.trace.N
        losses: Array = example_loss.reshape(points, N).sum(axis=1) / shape.loss_function.batch_divisor(N)
        return losses


def _portions(trace: Trace, move: Move) -> list[Move]:
    size = max(1, NUMBERS_AT_ONCE // (trace.N * max(trace.shape.units)))
    starts = range(0, len(move.values), size)
    return [Move(move.layer, move.j, move.k, move.values[start : start + size]) for start in starts]


def _penalties(trace: Trace, rule: UpdateRule, move: Move) -> Array:
    """The penalty at each value, (P,)."""
    if not move.is_weight(trace):
        return np.full(len(move.values), trace.penalty)
    w, v = move.parameter(trace), move.values
    return trace.penalty + rule.l1 * (np.abs(v) - abs(w)) + 0.5 * rule.l2 * (v * v - w * w)
