"""The memory one iteration is computed in, prepared once for a shape and a number of examples."""

from collections.abc import Callable
from functools import lru_cache
from math import isfinite
from threading import local
from typing import NamedTuple

import numpy as np

from backstep_lab.engine.example_sums import ExampleSums
from backstep_lab.engine.functions.activation import Activation
from backstep_lab.engine.memory.arrays import Array, scalar
from backstep_lab.engine.memory.layout import Layout, layout_of
from backstep_lab.engine.network import Shape
from backstep_lab.engine.products import Product, in_blocks, in_order, is_in_order


class Descent(NamedTuple):
    """What takes δ of a layer down to the layer below, whose arrays these are."""

    hand_down: Product
    slope_of: Callable[[Array, Array, Array], None]
    Z: Array
    A: Array
    slope: Array
    dL_dA: Array
    delta: Array


SEVERAL_THREADS = 10_000  # numbers: a dot of so many is shared among threads, which wait for each other


class LayerMemory(NamedTuple):
    """The arrays of one layer, in the order in which an iteration fills them; see `Layout`.

    Small products cost little more than their call, so each layer keeps its own ready to call.
    """

    function: Activation
    matrix: Array  # (n_out, n_in + 1), [W | b]
    Z: Array  # (n_out, N)
    A: Array  # (n_out, N)
    slope: Array  # (n_out, N)
    dL_dA: Array  # (n_out, N)
    delta: Array  # (n_out, N)
    d_matrix: Array  # (n_out, n_in + 1), [dW | db] before a penalty
    weigh: Product  # Z = W·A_prev + b
    hand_down: Product  # dL_dA of the layer below = Wᵀ·δ; layer 1 has none below
    add_up: Product  # d_matrix = δ·A_prevᵀ, before it is divided by N
    value_of: Callable[[Array, Array], None]  # the activation
    slope_of: Callable[[Array, Array, Array], None]  # its derivative


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
        self.X1 = self.view("A1")
        self.examples = scalar(float(N))
        self.is_weight = weight_mask(shape)
        self.is_bias = ~self.is_weight
        is_small = is_in_order(shape.parameter_count, N)
        self.gradient_in_order = ExampleSums(self.layout) if is_small else None
        self._product = in_order if is_small else in_blocks
        self.layers = self._layers()
        self.output = self.layers[-1]
        self.terms_of = shape.loss_function.terms
        self.is_mean = shape.loss_function.reduction == "mean"
        self.upwards = [(layer.weigh, layer.value_of, layer.Z, layer.A) for layer in self.layers]
        self.downwards = [
            Descent(above.hand_down, below.slope_of, below.Z, below.A, below.slope, below.dL_dA, below.delta)
            for above, below in zip(self.layers[:0:-1], self.layers[-2::-1], strict=True)
        ]

    def view(self, quantity: str, layer: int = 0) -> Array:
        """The quantity inside this buffer."""
        return self.layout.view(self.buffer, quantity, layer)

    def is_finite(self) -> bool:
        """Whether every number in the buffer is; the sum of many may overflow where none of them does."""
        if self.buffer.size < SEVERAL_THREADS:
            return bool(self.buffer.dot(self.nothing) == 0.0)  # 0·∞ and 0·NaN are NaN, all else is 0
        return isfinite(np.add.reduce(self.buffer)) or bool(np.isfinite(self.buffer).all())

    def _layers(self) -> list[LayerMemory]:
        matrices = self.shape.matrices(self.theta)
        d_matrices = self.shape.matrices(self.gradient_data)
        A1_below, dL_dA_below, layers = self.X1, np.empty_like(self.X1[:-1]), []
        for layer, (matrix, d_matrix) in enumerate(zip(matrices, d_matrices, strict=True), start=1):
            Z, A1, slope, dL_dA, delta = (
                self.view(name, layer) for name in ("Z", "A1", "slope", "dL_dA", "delta")
            )
            A1[-1] = 1.0
            function = self.shape.functions[layer - 1]
            layers.append(
                LayerMemory(
                    function=function,
                    matrix=matrix,
                    Z=Z,
                    A=A1[:-1],
                    slope=slope,
                    dL_dA=dL_dA,
                    delta=delta,
                    d_matrix=d_matrix,
                    weigh=self._product(matrix, A1_below, Z),
                    hand_down=self._product(matrix[:, :-1].T, delta, dL_dA_below),
                    add_up=self._product(delta, A1_below.T, d_matrix),
                    value_of=function.value,
                    slope_of=function.slope,
                )
            )
            A1_below, dL_dA_below = A1, dL_dA
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
    latest: Workspace | None = getattr(_threads, "latest", None)
    if latest is not None and latest.shape is shape and latest.N == N:
        return latest
    kept: dict[tuple[Shape, int], Workspace] = _threads.__dict__.setdefault("kept", {})
    known = kept.pop((shape, N), None)
    work = kept[shape, N] = _threads.latest = known or Workspace(shape, N)
    while (
        known is None and len(kept) > 1 and (len(kept) > KEPT or sum(map(_bytes, kept.values())) > KEPT_BYTES)
    ):
        del kept[next(iter(kept))]
    return work


def _bytes(work: Workspace) -> int:
    products = 7 * 8 * work.shape.parameter_count * work.N if work.gradient_in_order else 0
    return 2 * work.buffer.nbytes + products  # `nothing` is as large


def discard(work: Workspace) -> None:
    """Forgets a workspace with an overflow in it: not every place is written again by the next iteration."""
    _threads.latest = None
    _threads.__dict__.get("kept", {}).pop((work.shape, work.N), None)
