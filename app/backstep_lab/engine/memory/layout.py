"""Where each quantity of an iteration lies in one flat buffer.

Training works in such a buffer, and a trace is a copy of it: the same arithmetic serves both, so
their numbers are the same bits, and keeping an iteration costs one copy.

Inside the buffer an example is a column: activations are (n + 1, N) with a last row of ones, and a
layer's parameters are the matrix [W | b]. One product then adds the bias, one product gives dW and db
together, and every quantity is contiguous, which for small arrays is what numpy's time depends on. A quantity
of one layer is followed by that of the next, so that a function of several layers is one call.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import prod

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.network import Shape

BufferSlice = tuple[slice, tuple[int, ...]]


@dataclass(frozen=True)
class Layout:
    """The places of all quantities of one iteration over N examples; layers count from 1."""

    shape: Shape
    N: int

    @cached_property
    def places(self) -> dict[tuple[str, int], BufferSlice]:
        """(quantity, layer) → its slice and shape; layer 0 where the quantity has none."""
        N, outputs, parameters = self.N, self.shape.outputs, self.shape.parameter_count
        wanted: list[tuple[tuple[str, int], tuple[int, ...]]] = [(("A1", 0), (self.shape.inputs + 1, N))]
        for quantity, more in (("Z", 0), ("A1", 1), ("slope", 0), ("dL_dA", 0), ("delta", 0)):
            wanted += [
                ((quantity, layer), (n_out + more, N))
                for layer, n_out in enumerate(self.shape.units, start=1)
            ]
        wanted += [
            (("loss_terms", 0), (outputs, N)),
            *([(("example_loss", 0), (N,))] if outputs > 1 else []),
            (("gradient_data", 0), (parameters,)),
            (("gradient", 0), (parameters,)),
            (("theta", 0), (parameters,)),
            (("theta_next", 0), (parameters,)),
        ]
        places: dict[tuple[str, int], BufferSlice] = {}
        start = 0
        for key, shape in wanted:
            places[key] = (slice(start, start + prod(shape)), shape)
            start += prod(shape)
        if outputs == 1:  # an example's loss is its only term
            places["example_loss", 0] = (places["loss_terms", 0][0], (N,))
        return places

    @cached_property
    def size(self) -> int:
        """Length of the buffer, in numbers."""
        return int(max(place.stop for place, _ in self.places.values()))

    def view_of_layers(self, buffer: Array, quantity: str, layers: range) -> Array:
        """A quantity of layers that follow each other as one array, (units of them all, N)."""
        first, last = (self.places[quantity, layer][0] for layer in (layers[0], layers[-1]))
        return buffer[first.start : last.stop].reshape(-1, self.N)

    def view(self, buffer: Array, quantity: str, layer: int = 0) -> Array:
        """The quantity inside the buffer, in its own shape."""
        place, shape = self.places[quantity, layer]
        return buffer[place].reshape(shape)


@lru_cache(maxsize=256)
def layout_of(shape: Shape, N: int) -> Layout:
    """The layout, made once for each shape and number of examples."""
    return Layout(shape, N)
