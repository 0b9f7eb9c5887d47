"""The memory one iteration is computed in, prepared once for a shape and a number of examples."""

from collections.abc import Callable
from functools import lru_cache
from threading import local
from typing import NamedTuple

import numpy as np

from app.engine.activation import Activation
from app.engine.arrays import Array, scalar
from app.engine.layout import Layout, layout_of
from app.engine.network import Shape

Product = Callable[[Array, Array], Array]  # an array's own `dot(other, out)`: half the cost of `np.dot`


class LayerMemory(NamedTuple):
    """The arrays of one layer, in the order in which an iteration fills them; see `Layout`.

    Small products cost little more than their call, so each layer keeps those it needs ready to call.
    """

    function: Activation
    matrix: Array  # (n_out, n_in + 1), [W | b]
    Z: Array  # (n_out, N)
    A1: Array  # (n_out + 1, N), the last row ones
    A1_T: Array  # (N, n_out + 1)
    A: Array  # (n_out, N)
    slope: Array  # (n_out, N)
    dL_dA1: Array  # (n_out + 1, N), the last row without meaning; (n_out, N) at the output
    dL_dA: Array  # (n_out, N)
    delta: Array  # (n_out, N)
    d_matrix: Array  # (n_out, n_in + 1), [dW | db] before a penalty
    weighted: Product  # [W | b] · A1
    handed_down: Product  # [W | b]ᵀ · δ
    value_of: Callable[[Array, Array], None]  # the activation
    slope_of: Callable[[Array, Array, Array], None]  # its derivative
    added_up: Product  # δ · A1ᵀ of the layer below


class Workspace:
    """Preallocated memory with one view per quantity; each thread has its own."""

    def __init__(self, shape: Shape, N: int) -> None:
        self.layout: Layout = layout_of(shape, N)
        self.shape, self.N = shape, N
        self.buffer = np.zeros(self.layout.size)
        self.nothing = np.zeros(self.layout.size)
        self.loss_terms = self.view("loss_terms")
        self.example_loss = self.view("example_loss")
        self.gradient_data = self.view("gradient_data")
        self.gradient = self.view("gradient")
        self.theta = self.view("theta")
        self.theta_next = self.view("theta_next")
        mean = shape.loss_function.reduction == "mean"
        self.per_output = np.full(shape.outputs, 1.0 / shape.outputs if mean else 1.0)
        self.per_example = np.full(N, 1.0 / N)
        self.examples = scalar(float(N))
        self.is_weight = weight_mask(shape)
        self.is_bias = ~self.is_weight
        self.layers = self._layers()
        self.downwards = list(zip(self.layers[:0:-1], self.layers[-2::-1], strict=True))

    def view(self, quantity: str, layer: int = 0) -> Array:
        """The quantity inside this buffer."""
        return self.layout.view(self.buffer, quantity, layer)

    def is_finite(self) -> bool:
        """Whether every number in the buffer is: 0·∞ and 0·NaN are NaN, all else is 0."""
        return bool(self.buffer.dot(self.nothing) == 0.0)

    def _layers(self) -> list[LayerMemory]:
        matrices = self.shape.matrices(self.theta)
        d_matrices = self.shape.matrices(self.gradient_data)
        layers = []
        for layer, (matrix, d_matrix) in enumerate(zip(matrices, d_matrices, strict=True), start=1):
            A1, dL_dA1, delta = (self.view(name, layer) for name in ("A1", "dL_dA1", "delta"))
            A1[-1] = 1.0
            layers.append(
                LayerMemory(
                    function=self.shape.functions[layer - 1],
                    matrix=matrix,
                    Z=self.view("Z", layer),
                    A1=A1,
                    A1_T=A1.T,
                    A=A1[:-1],
                    slope=self.view("slope", layer),
                    dL_dA1=dL_dA1,
                    dL_dA=dL_dA1[: self.shape.units[layer - 1]],
                    delta=delta,
                    d_matrix=d_matrix,
                    weighted=matrix.dot,
                    handed_down=matrix.T.dot,
                    added_up=delta.dot,
                    value_of=self.shape.functions[layer - 1].value,
                    slope_of=self.shape.functions[layer - 1].slope,
                )
            )
        return layers


@lru_cache(maxsize=256)
def weight_mask(shape: Shape) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """True where the flat vector of parameters holds a weight, False where it holds a bias."""
    flags = np.zeros(shape.parameter_count)
    for matrix in shape.matrices(flags):
        matrix[:, :-1] = 1.0
    mask = flags > 0.0
    mask.flags.writeable = False
    return mask


_threads = local()
KEPT = 32  # workspaces a thread keeps: a lecture on a few presets, with full and partial batches
KEPT_BYTES = 32 * 1024 * 1024  # of them together; the one used last stays, however large it is


def workspace(shape: Shape, N: int) -> Workspace:
    """This thread's workspace for the shape and the number of examples."""
    kept: dict[tuple[Shape, int], Workspace] = _threads.__dict__.setdefault("kept", {})
    known = kept.pop((shape, N), None)
    work = kept[shape, N] = known or Workspace(shape, N)
    while (
        known is None and len(kept) > 1 and (len(kept) > KEPT or sum(map(_bytes, kept.values())) > KEPT_BYTES)
    ):
        del kept[next(iter(kept))]
    return work


def _bytes(work: Workspace) -> int:
    return 2 * work.buffer.nbytes  # `nothing` is as large


def discard(work: Workspace) -> None:
    """Forgets a workspace with an overflow in it: not every place is written again by the next iteration."""
    _threads.__dict__.get("kept", {}).pop((work.shape, work.N), None)
