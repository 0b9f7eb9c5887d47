"""What a unit's activation does to its gradient: its curve, and where little or nothing passes back."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.memory.arrays import Array, quiet
from backstep_lab.engine.network import Network
from backstep_lab.engine.trace import Trace

Counts = NDArray[np.intp]

POINTS = 161
REACH = 6.0  # of z to either side: σ and tanh are flat there
ROOM = 1.25  # beyond the point that is shown
SATURATED = 0.1  # of the steepest slope of a function that is level on both sides


@dataclass(frozen=True, eq=False)
class UnitCurve:
    """a = f(z) and f′(z) of one unit over a range of z, (P,) each; of softmax with the other sums fixed."""

    z: Array
    a: Array
    slope: Array


def unit_curve(trace: Trace, layer: int, unit: int, example: int, is_known: bool) -> UnitCurve:
    """The curve; wide enough to hold this example's sum if that is known. `layer` counts from 1."""
    sums = trace.Z[layer - 1][example]
    reach = max(REACH, ROOM * abs(float(sums[unit]))) if is_known else REACH
    z = reach * np.linspace(-1.0, 1.0, POINTS)  # (P,); 0 is among them, where most slopes are steepest
    return curve_at(trace, layer, unit, example, z)


def curve_at(trace: Trace, layer: int, unit: int, example: int, z: Array) -> UnitCurve:
    """f and f′ of one unit at each z, (P,), the layer's other sums as this example has them."""
    Z = np.repeat(trace.Z[layer - 1][example][:, None], len(z), axis=1)  # (n_out, P)
    Z[unit] = z
    A, S = np.empty_like(Z), np.empty_like(Z)
    function = trace.shape.functions[layer - 1]
    with quiet():
        function.value(Z, A)
        function.slope(Z, A, S)
    return UnitCurve(z, A[unit], S[unit])


def flat_examples(trace: Trace, layer: int) -> Counts:
    """For each unit of the layer, for how many examples of the batch its slope is 0, (n_out,)."""
    counts: Counts = np.count_nonzero(trace.slope[layer - 1] == 0.0, axis=0)
    return counts


def saturated_share(network: Network, X: Array) -> float | None:
    """How many of layer 1's activations for inputs X (N, n₀) have a slope below a tenth of the steepest.

    A share of all; None where the layer's activation is not level on both sides, or where its δ is computed
    without its slope.
    """
    shape = network.shape
    steepest = shape.functions[0].steepest
    if steepest is None or (shape.depth == 1 and shape.is_fused):
        return None
    Z, A = network.forward(X)
    slopes = np.empty_like(Z[0])
    with quiet():
        shape.functions[0].slope(Z[0].T, A[1].T, slopes.T)
    return float(np.mean(slopes < SATURATED * steepest))
