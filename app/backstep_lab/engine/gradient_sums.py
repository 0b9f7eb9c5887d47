"""The gradient of a small network as sums over the examples, added in the order of the batch."""

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.memory.layout import Layout


class GradientSums:
    """Σ over the examples of δ·aᵀ for all parameters in one call, one example after the other.

    The indices of the δ and the a of each parameter in a buffer of this layout are computed once.
    """

    def __init__(self, layout: Layout) -> None:
        shape, N = layout.shape, layout.N
        index = np.arange(layout.size, dtype=np.float64)

        def indices(quantity: str, layer: int) -> NDArray[np.intp]:
            return layout.view(index, quantity, layer).T.astype(np.intp)  # (N, n)

        deltas, inputs = [], []
        for layer, (n_in, n_out) in enumerate(shape.pairs, start=1):
            deltas.append(np.repeat(indices("delta", layer), n_in + 1, axis=1))
            inputs.append(np.tile(indices("A1", layer - 1), n_out))
        self._delta_indices = np.ascontiguousarray(np.concatenate(deltas, axis=1))  # (N, parameters)
        self._input_indices = np.ascontiguousarray(np.concatenate(inputs, axis=1))  # (N, parameters)
        self._delta, self._a = (np.empty((N, shape.parameter_count)) for _ in range(2))

    def __call__(self, buffer: Array, out: Array) -> None:
        """Write the sums into `out` (parameters,), in the order of `Network.theta`."""
        delta, a = self._delta, self._a
        buffer.take(self._delta_indices, None, delta, "clip")
        buffer.take(self._input_indices, None, a, "clip")
        if len(a) == 1:
            np.multiply(delta[0], a[0], out)
        else:
            np.multiply(delta, a, a)
            np.add.reduce(a, 0, out=out)  # along the slow axis, where numpy adds one by one
