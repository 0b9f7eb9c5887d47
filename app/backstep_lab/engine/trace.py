"""The trace of an iteration: all of its numbers, read-only."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from backstep_lab.engine.memory.arrays import Array, frozen_view, quiet
from backstep_lab.engine.memory.layout import Layout
from backstep_lab.engine.network import Network, Shape


@dataclass(frozen=True)
class Overflow:
    """The first number of an iteration outside float64's range: its layer (0 for the loss) and quantity."""

    layer: int
    quantity: str


@dataclass(frozen=True, eq=False)
class OptimizerMemory:
    """The optimizer's memory before and after an iteration: its vectors, `names`, concatenated.

    `optimizer_step` is the number of iterations it has done before this one.
    """

    names: tuple[str, ...]
    before: Array
    after: Array
    optimizer_step: int = 0

    def vector(self, name: str, after: bool) -> Array:
        """One of the vectors, (parameters,), in the order of `Network.theta`."""
        whole = self.after if after else self.before
        size = len(whole) // len(self.names)
        start = self.names.index(name) * size
        return whole[start : start + size]


@dataclass(frozen=True, eq=False)
class Trace:
    """An iteration over N examples. Tuples hold one array per layer, layer 1 first; `A` starts with X.

    `overflow` names the first quantity that is not finite, None where every number is. It disregards `dL_dA`
    of a fused output (see `losses.py`), which is infinite where the output is saturated at the value opposite
    to its target, since no other number is computed from it.
    """

    layout: Layout
    X: Array  # (N, n₀)
    Y: Array  # (N, n_L)
    buffer: Array
    data_loss: float
    penalty: float
    learning_rate: float  # η of this iteration
    memory: OptimizerMemory
    overflow: Overflow | None

    @property
    def shape(self) -> Shape:
        """The network's shape."""
        return self.layout.shape

    @property
    def N(self) -> int:
        """The number of examples in the batch."""
        return self.layout.N

    @property
    def loss(self) -> float:
        """L: the mean, or the sum, of the batch's losses plus the penalty."""
        return self.data_loss + self.penalty

    @cached_property
    def Z(self) -> tuple[Array, ...]:
        """Weighted sums, (N, n_out)."""
        return self._per_layer("Z")

    @cached_property
    def A(self) -> tuple[Array, ...]:
        """Activations, (N, n_out); `A[0]` is X, `A[l]` belongs to layer l."""
        return (self.X, *(A1[:, :-1] for A1 in self._per_layer("A1")))

    @cached_property
    def dL_dA(self) -> tuple[Array, ...]:
        """∂ℓ/∂a of each example, (N, n_out)."""
        views = list(self._per_layer("dL_dA"))
        if self.shape.is_fused:
            views[-1] = np.empty_like(self.Y)
            with quiet():
                self.shape.loss_function.slope(self.Z[-1].T, self.A[-1].T, self.Y.T, views[-1].T)
            frozen_view(views[-1])
        return tuple(views)

    @cached_property
    def slope(self) -> tuple[Array, ...]:
        """f′(z), (N, n_out); of softmax the diagonal ∂a_j/∂z_j."""
        views = list(self._per_layer("slope"))
        if self.shape.is_fused:
            views[-1] = np.empty_like(self.Y)
            with quiet():
                self.shape.functions[-1].slope(self.Z[-1].T, self.A[-1].T, views[-1].T)
            frozen_view(views[-1])
        return tuple(views)

    @cached_property
    def delta(self) -> tuple[Array, ...]:
        """δ = ∂ℓ/∂z of each example, (N, n_out)."""
        return self._per_layer("delta")

    @cached_property
    def dW(self) -> tuple[Array, ...]:
        """∂L/∂W, (n_out, n_in), penalty included."""
        return self._weights("gradient")

    @cached_property
    def db(self) -> tuple[Array, ...]:
        """∂L/∂b, (n_out,)."""
        return self._biases("gradient")

    @cached_property
    def dW_data(self) -> tuple[Array, ...]:
        """The mean of ∂ℓ/∂W over the examples, without a penalty, (n_out, n_in)."""
        return self._weights("gradient_data")

    @cached_property
    def W(self) -> tuple[Array, ...]:
        """Weights of this iteration, (n_out, n_in)."""
        return self._weights("theta")

    @cached_property
    def b(self) -> tuple[Array, ...]:
        """Biases of this iteration, (n_out,)."""
        return self._biases("theta")

    @cached_property
    def W_next(self) -> tuple[Array, ...]:
        """Weights after the update, (n_out, n_in)."""
        return self._weights("theta_next")

    @cached_property
    def b_next(self) -> tuple[Array, ...]:
        """Biases after the update, (n_out,)."""
        return self._biases("theta_next")

    def remembered(self, name: str, after: bool) -> tuple[Array, ...]:
        """The optimizer's m or v for each layer, (n_out, n_in + 1), the last column for the biases."""
        return tuple(self.shape.matrices(self.memory.vector(name, after)))

    @cached_property
    def loss_terms(self) -> Array:
        """The term of each output in the loss, (N, n_L), before they are summed or averaged."""
        return self.layout.view(self.buffer, "loss_terms").T

    @cached_property
    def example_loss(self) -> Array:
        """ℓ of each example, (N,)."""
        return self.layout.view(self.buffer, "example_loss")

    @cached_property
    def network(self) -> Network:
        """The network of this iteration."""
        return Network(self.shape, self.layout.view(self.buffer, "theta"))

    @cached_property
    def network_next(self) -> Network:
        """The network after the update."""
        return Network(self.shape, self.layout.view(self.buffer, "theta_next"))

    @cached_property
    def gradient(self) -> Array:
        """∂L/∂θ, in the order of `Network.theta`."""
        return self.layout.view(self.buffer, "gradient")

    def example_gradient(self, layer: int, example: int) -> tuple[Array, Array]:
        """∂ℓ/∂W = δ·a_prevᵀ (n_out, n_in) and ∂ℓ/∂b = δ (n_out,) of one example and layer (from 1)."""
        delta = self.delta[layer - 1][example]
        return np.outer(delta, self.A[layer - 1][example]), delta

    def _per_layer(self, quantity: str) -> tuple[Array, ...]:
        layers = range(1, self.shape.depth + 1)
        return tuple(self.layout.view(self.buffer, quantity, layer).T for layer in layers)

    def _weights(self, quantity: str) -> tuple[Array, ...]:
        return tuple(m[:, :-1] for m in self.shape.matrices(self.layout.view(self.buffer, quantity)))

    def _biases(self, quantity: str) -> tuple[Array, ...]:
        return tuple(m[:, -1] for m in self.shape.matrices(self.layout.view(self.buffer, quantity)))


def first_overflow(trace: Trace) -> Overflow:
    """The first quantity, in the order of an iteration, with a number that is not finite."""
    layers = range(1, trace.shape.depth + 1)
    in_order: list[tuple[int, str, object]] = []
    for layer in layers:
        in_order += [(layer, "z", trace.Z[layer - 1]), (layer, "a", trace.A[layer])]
    in_order += [(0, "loss", trace.loss_terms), (0, "loss", trace.example_loss), (0, "loss", trace.loss)]
    for layer in reversed(layers):
        in_order += [
            (layer, "delta", trace.delta[layer - 1]),
            (layer, "dW", trace.dW[layer - 1]),
            (layer, "db", trace.db[layer - 1]),
        ]
    for name in trace.memory.names:
        in_order += [(n, name, m) for n, m in enumerate(trace.remembered(name, after=True), start=1)]
    for layer in layers:
        in_order += [(layer, "W", trace.W_next[layer - 1]), (layer, "b", trace.b_next[layer - 1])]
    for layer, quantity, values in in_order:
        if not np.isfinite(np.asarray(values, dtype=np.float64)).all():
            return Overflow(layer, quantity)
    return Overflow(trace.shape.depth, "W")
