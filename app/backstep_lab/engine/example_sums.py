"""The gradient of a whole network as a sum over the examples, added in the order of the batch."""

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.memory.layout import Layout


class ExampleSums:
    """Σ over the examples of δ·aᵀ for every parameter at once, an example after the other.

    Where each parameter finds its δ and its a in a buffer is looked up once.
    """

    def __init__(self, layout: Layout) -> None:
        shape, N = layout.shape, layout.N
        place = np.arange(layout.size, dtype=np.float64)

        def places(quantity: str, layer: int) -> NDArray[np.intp]:
            return layout.view(place, quantity, layer).T.astype(np.intp)  # (N, n)

        deltas, inputs = [], []
        for layer, (n_in, n_out) in enumerate(shape.pairs, start=1):
            deltas.append(np.repeat(places("delta", layer), n_in + 1, axis=1))
            inputs.append(np.tile(places("A1", layer - 1), n_out))
        self._deltas = np.ascontiguousarray(np.concatenate(deltas, axis=1))
        self._inputs = np.ascontiguousarray(np.concatenate(inputs, axis=1))
        self._delta, self._a = (np.empty((N, shape.parameter_count)) for _ in range(2))

    def __call__(self, buffer: Array, out: Array) -> None:
        """Write the sums into `out`, in the order of `Network.theta`."""
        delta, a = self._delta, self._a
        buffer.take(self._deltas, None, delta, "clip")
        buffer.take(self._inputs, None, a, "clip")
        if len(a) == 1:
            np.multiply(delta[0], a[0], out)
        else:
            np.multiply(delta, a, a)
            np.add.reduce(a, 0, out=out)  # over the slow axis, where numpy adds one by one
