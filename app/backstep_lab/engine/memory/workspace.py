"""The preallocated memory of an iteration, made once for a shape and a number of examples."""

from collections.abc import Callable
from functools import lru_cache, partial
from itertools import groupby
from math import isfinite
from threading import local
from typing import NamedTuple

import numpy as np

from backstep_lab.engine.functions.activation import Activation
from backstep_lab.engine.gradient_sums import GradientSums
from backstep_lab.engine.memory.arrays import Array, scalar
from backstep_lab.engine.memory.layout import Layout, layout_of
from backstep_lab.engine.network import Shape
from backstep_lab.engine.products import Product, in_blocks, in_order, is_in_order

THREADED_DOT_SIZE = 10_000  # from so many numbers on, the BLAS starts threads for a dot product


class LayerMemory(NamedTuple):
    """The arrays of one layer, views into the workspace's buffer, and its products, bound to those arrays.

    A small product costs little more than its call, so each is prepared once: see `products.py`.
    """

    function: Activation
    f: Callable[[Array, Array], None]  # A = f(Z)
    Wb: Array  # (n_out, n_in + 1), [W | b]
    Z: Array  # (n_out, N)
    A: Array  # (n_out, N)
    slope: Array  # (n_out, N)
    dL_dA: Array  # (n_out, N)
    delta: Array  # (n_out, N)
    dWb: Array  # (n_out, n_in + 1), [dW | db] before a penalty
    Wb_dot: Product  # Z = [W | b] @ A1_prev
    WT_dot: Product  # dL_dA of the layer below = W.T @ delta; of layer 1 unused
    delta_dot: Product  # dWb = delta @ A1_prev.T, the sum over the examples


class ForwardLayer(NamedTuple):
    """What the forward pass uses of one layer."""

    Wb_dot: Product
    f: Callable[[Array, Array], None]
    Z: Array
    A: Array


class BackwardPair(NamedTuple):
    """What delta of a hidden layer is computed from: `WT_dot` of the layer above and its own arrays."""

    WT_dot: Product
    slope: Array
    dL_dA: Array
    delta: Array


class SlopeCall(NamedTuple):
    """What computes f′ of layers in a row that have the same activation; their arrays are (units, N)."""

    f_slope: Callable[[Array, Array, Array], None]
    Z: Array
    A: Array
    slope: Array


class Workspace:
    """Preallocated memory of an iteration over N examples, with one view for each quantity; see `Layout`."""

    def __init__(self, shape: Shape, N: int) -> None:
        self.layout: Layout = layout_of(shape, N)
        self.shape, self.N = shape, N
        self.loss_function = shape.loss_function
        self.is_in_order = is_in_order(shape.parameter_count, N)
        self.buffer = np.zeros(self.layout.size)
        self.zeros = np.zeros(self.layout.size)
        self.batch_divisor = self.loss_function.batch_divisor(N)
        self.batch_divisor_array = scalar(float(self.batch_divisor))
        self.X1 = self.view("A1")
        self.loss_terms = self.view("loss_terms")
        self.example_loss = self.view("example_loss")
        self.gradient_data = self.view("gradient_data")
        self.gradient = self.view("gradient")
        self.theta = self.view("theta")
        self.theta_next = self.view("theta_next")
        self.is_weight = weight_mask(shape)
        self.is_bias = ~self.is_weight
        self.layers = self._layers()
        self.output = self.layers[-1]
        self.forward_layers = [ForwardLayer(layer.Wb_dot, layer.f, layer.Z, layer.A) for layer in self.layers]
        self.backward_pairs = [
            BackwardPair(above.WT_dot, layer.slope, layer.dL_dA, layer.delta)
            for above, layer in zip(self.layers[:0:-1], self.layers[-2::-1], strict=True)
        ]
        self.slope_calls = [self._slope_call(layers) for layers in _alike(shape)]
        self.delta_dots = self._delta_dots()

    def view(self, quantity: str, layer: int = 0) -> Array:
        """The quantity inside this buffer."""
        return self.layout.view(self.buffer, quantity, layer)

    def is_finite(self) -> bool:
        """Whether every number in the buffer is finite."""
        if self.buffer.size < THREADED_DOT_SIZE:
            return bool(self.buffer.dot(self.zeros) == 0.0)  # 0·∞ and 0·NaN are NaN, all else is 0
        # A sum may overflow although none of its terms does.
        return isfinite(np.add.reduce(self.buffer)) or bool(np.isfinite(self.buffer).all())

    def _layers(self) -> list[LayerMemory]:
        bound = in_order if self.is_in_order else in_blocks
        Wbs, dWbs = self.shape.matrices(self.theta), self.shape.matrices(self.gradient_data)
        A1_prev, dL_dA_prev, layers = self.X1, np.empty_like(self.X1[:-1]), []
        for layer, (function, Wb, dWb) in enumerate(zip(self.shape.functions, Wbs, dWbs, strict=True), 1):
            Z, A1, slope, dL_dA, delta = (
                self.view(name, layer) for name in ("Z", "A1", "slope", "dL_dA", "delta")
            )
            A1[-1] = 1.0
            layers.append(
                LayerMemory(
                    function=function,
                    f=function.value,
                    Wb=Wb,
                    Z=Z,
                    A=A1[:-1],
                    slope=slope,
                    dL_dA=dL_dA,
                    delta=delta,
                    dWb=dWb,
                    Wb_dot=bound(Wb, A1_prev, Z),
                    WT_dot=bound(Wb[:, :-1].T, delta, dL_dA_prev),
                    delta_dot=bound(delta, A1_prev.T, dWb),
                )
            )
            A1_prev, dL_dA_prev = A1, dL_dA
        return layers

    def _slope_call(self, layers: range) -> SlopeCall:
        Z, slope = (self.layout.view_of_layers(self.buffer, name, layers) for name in ("Z", "slope"))
        first = self.layers[layers[0] - 1]
        # Only softmax reads A, which the last layer alone can have.
        return SlopeCall(first.function.slope, Z, first.A if len(layers) == 1 else slope, slope)

    def _delta_dots(self) -> list[Product]:
        """The products that fill `gradient_data`: one for each layer, in a small iteration one for all."""
        if self.is_in_order:
            return [partial(GradientSums(self.layout), self.buffer, self.gradient_data)]
        return [layer.delta_dot for layer in self.layers]


def _alike(shape: Shape) -> list[range]:
    """The layers whose f′ is needed, those in a row with the same activation together.

    A fused loss needs no f′ of the output.
    """
    needed = enumerate(shape.functions[:-1] if shape.is_fused else shape.functions, start=1)
    rows = [[layer for layer, _ in row] for _, row in groupby(needed, lambda one: one[1])]
    return [range(row[0], row[-1] + 1) for row in rows]


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
MAX_WORKSPACES = 32  # of a thread: enough for a lecture on a few presets, with full and partial batches
MAX_WORKSPACE_BYTES = 32 * 1024 * 1024  # of a thread in total; the latest one stays, however large it is


def workspace(shape: Shape, N: int) -> Workspace:
    """This thread's workspace for the shape and the number of examples; the least recently used ones go."""
    latest: Workspace | None = getattr(_threads, "latest", None)
    if latest is not None and latest.shape is shape and latest.N == N:
        return latest
    cached: dict[tuple[Shape, int], Workspace] = _threads.__dict__.setdefault("cached", {})
    known = cached.pop((shape, N), None)
    work = cached[shape, N] = _threads.latest = known or Workspace(shape, N)
    while known is None and len(cached) > 1 and _is_too_much(cached):
        del cached[next(iter(cached))]
    return work


def _is_too_much(cached: dict[tuple[Shape, int], Workspace]) -> bool:
    return len(cached) > MAX_WORKSPACES or sum(map(_bytes, cached.values())) > MAX_WORKSPACE_BYTES


def _bytes(work: Workspace) -> int:
    """The size of a workspace: its buffer, as many zeros, and the terms of its products in order."""
    products = 7 * 8 * work.shape.parameter_count * work.N if work.is_in_order else 0
    return 2 * work.buffer.nbytes + products


def discard(work: Workspace) -> None:
    """Drop a workspace with an overflow in it: the next iteration would not overwrite every number."""
    _threads.latest = None
    _threads.__dict__.get("cached", {}).pop((work.shape, work.N), None)
