"""A network: its shape, and its parameters frozen in one flat vector."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from backstep_lab.engine.functions.activation import Activation
from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.conventions import USUAL, Conventions, activation_of, loss_of
from backstep_lab.engine.functions.loss import Loss
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.memory.arrays import Array, frozen, quiet
from backstep_lab.engine.products import is_in_order, ordered


class ShapeError(ValueError):
    """An inconsistent network: the message has both sizes.

    `key` and `args_of_key` are the same message in the catalogues.
    """

    def __init__(self, detail: str, key: str, **args: str | int) -> None:
        super().__init__(detail)
        self.key, self.args_of_key = key, args


@dataclass(frozen=True)
class Shape:
    """What a network is, without its numbers.

    `inputs` is n₀; `units` and `activations` have one entry per layer, layer 1 first. Activations and loss
    follow the `conventions`.
    Raises ShapeError where the parts do not fit.
    """

    inputs: int
    units: tuple[int, ...]
    activations: tuple[str, ...]
    loss: str
    conventions: Conventions = USUAL

    def __post_init__(self) -> None:
        if not self.units or len(self.units) != len(self.activations):
            raise ShapeError(
                f"{len(self.units)} layer sizes and {len(self.activations)} activations: "
                "a network needs at least one layer, and one activation for each.",
                "problem-shape-layers",
            )
        if min(self.sizes) < 1:
            raise ShapeError(
                f"Layer sizes {self.sizes}: every layer needs at least one unit.", "problem-shape-layers"
            )
        for name in self.activations:
            if name not in ACTIVATIONS:
                raise _unknown("activation", name, ACTIVATIONS)
        if any(ACTIVATIONS[name].is_softmax for name in self.activations[:-1]):
            raise ShapeError("softmax is for the last layer only.", "problem-softmax-last")
        if self.loss not in LOSSES:
            raise _unknown("loss", self.loss, LOSSES)
        needs = LOSSES[self.loss].needs
        if needs is not None and self.activations[-1] != needs:
            raise ShapeError(
                f"The loss {self.loss} needs {needs} in the last layer, which has {self.activations[-1]}.",
                "problem-loss-needs",
                loss=self.loss,
                needs=needs,
                activation=self.activations[-1],
            )
        if LOSSES[self.loss].is_rule and self.depth > 1:
            raise ShapeError(
                f"The {self.loss}'s rule is for a single layer of step units; this network has "
                f"{self.depth} layers, and a step passes no gradient to the layers below it.",
                "problem-single-layer",
                layers=self.depth,
            )

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """(n₀, n₁, …, n_L)."""
        return (self.inputs, *self.units)

    @property
    def depth(self) -> int:
        """L, the number of layers with weights."""
        return len(self.units)

    @property
    def outputs(self) -> int:
        """n_L."""
        return self.units[-1]

    @cached_property
    def blocks(self) -> tuple[slice, ...]:
        """Where each layer's [W | b], an (n_out, n_in + 1) matrix, lies in the flat vector of parameters."""
        ends = np.cumsum([n_out * (n_in + 1) for n_in, n_out in self.pairs]).tolist()
        return tuple(slice(start, end) for start, end in zip([0, *ends[:-1]], ends, strict=True))

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """(n_in, n_out) of each layer."""
        return list(zip(self.sizes[:-1], self.units, strict=True))

    @cached_property
    def parameter_count(self) -> int:
        """Weights and biases together."""
        return sum(n_out * (n_in + 1) for n_in, n_out in self.pairs)

    @cached_property
    def functions(self) -> tuple[Activation, ...]:
        """The activation of each layer."""
        alphas = self.conventions.alphas or (None,) * self.depth
        return tuple(activation_of(name, alpha) for name, alpha in zip(self.activations, alphas, strict=True))

    @cached_property
    def loss_function(self) -> Loss:
        """The loss."""
        return loss_of(self.loss, self.conventions)

    @property
    def is_fused(self) -> bool:
        """Whether ∂ℓ/∂z of the output is computed in one piece (a cross-entropy with its activation)."""
        return self.loss_function.fused is not None

    def matrices(self, flat: Array) -> tuple[Array, ...]:
        """[W | b] of each layer, (n_out, n_in + 1): views into a flat vector of parameters."""
        return tuple(
            flat[block].reshape(n_out, n_in + 1)
            for block, (n_in, n_out) in zip(self.blocks, self.pairs, strict=True)
        )


@dataclass(frozen=True, eq=False)
class Network:
    """A shape with its parameters; `theta` is their flat, read-only vector, [W | b] layer by layer."""

    shape: Shape
    theta: Array

    def __post_init__(self) -> None:
        expected = (self.shape.parameter_count,)
        if self.theta.shape != expected:
            raise _misshapen("θ", self.theta.shape, expected)

    @classmethod
    def from_parameters(cls, shape: Shape, W: Sequence[object], b: Sequence[object]) -> "Network":
        """From one W (n_out, n_in) and one b (n_out,) per layer. Raises ShapeError, showing both shapes."""
        if len(W) != shape.depth or len(b) != shape.depth:
            raise ShapeError(
                f"{len(W)} weight matrices and {len(b)} bias vectors for {shape.depth} layers.",
                "problem-parameters-layers",
                weights=len(W),
                biases=len(b),
                layers=shape.depth,
            )
        theta = np.empty(shape.parameter_count)
        for layer, (matrix, (n_in, n_out)) in enumerate(
            zip(shape.matrices(theta), shape.pairs, strict=True), start=1
        ):
            matrix[:, :-1] = _fitting(f"W{layer}", W[layer - 1], (n_out, n_in))
            matrix[:, -1] = _fitting(f"b{layer}", b[layer - 1], (n_out,))
        return cls(shape, frozen(theta))

    @cached_property
    def W(self) -> tuple[Array, ...]:
        """Weights of each layer, (n_out, n_in)."""
        return tuple(matrix[:, :-1] for matrix in self.shape.matrices(self.theta))

    @cached_property
    def b(self) -> tuple[Array, ...]:
        """Biases of each layer, (n_out,)."""
        return tuple(matrix[:, -1] for matrix in self.shape.matrices(self.theta))

    def parameter(self, name: str, layer: int, index: tuple[int, ...]) -> float:
        """One number: `name` is "W" or "b", `layer` counts from 1."""
        return float((self.W if name == "W" else self.b)[layer - 1][index])

    def with_parameter(self, name: str, layer: int, index: tuple[int, ...], value: float) -> "Network":
        """The same network with one number changed: `name` is "W" or "b", `layer` counts from 1."""
        theta = self.theta.copy()
        matrix = self.shape.matrices(theta)[layer - 1]
        row, column = (index[0], index[1]) if name == "W" else (index[0], -1)
        matrix[row, column] = value
        return Network(self.shape, frozen(theta))

    def forward(self, X: Array) -> tuple[list[Array], list[Array]]:
        """Z and A of each layer for any inputs X (N, n₀); A starts with X itself."""
        Z: list[Array] = []
        A: list[Array] = [X]
        product = ordered if is_in_order(self.shape.parameter_count, len(X)) else np.matmul
        with quiet():
            for W, b, function in zip(self.W, self.b, self.shape.functions, strict=True):
                Z.append(product(A[-1], W.T) + b)  # (N, n_out)
                A.append(np.empty_like(Z[-1]))
                function.value(Z[-1].T, A[-1].T)
        return Z, A

    def predict(self, X: Array) -> Array:
        """ŷ (N, n_L) for inputs X (N, n₀)."""
        return self.forward(X)[1][-1]


def _fitting(name: str, values: object, expected: tuple[int, ...]) -> Array:
    try:
        array = np.array(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ShapeError(
            f"{name} must be numbers of shape {expected}: {error}.",
            "problem-parameters-ragged",
            name=name,
            wanted=_sized(expected),
        ) from None
    if array.shape != expected:
        raise _misshapen(name, array.shape, expected)
    if not np.isfinite(array).all():
        raise ShapeError(f"{name} has a number that is not finite.", "problem-parameters-finite", name=name)
    return array


def _misshapen(name: str, given: tuple[int, ...], wanted: tuple[int, ...]) -> ShapeError:
    return ShapeError(
        f"{name} has shape {given}, where {wanted} is needed.",
        "problem-parameters-shape",
        name=name,
        given=_sized(given),
        wanted=_sized(wanted),
    )


def _sized(shape: tuple[int, ...]) -> str:
    """A shape as people write it: 2 × 3."""
    return " × ".join(map(str, shape)) or "1"


def _unknown(what: str, name: str, table: Mapping[str, object]) -> ShapeError:
    choices = ", ".join(table)
    detail = f"Unknown {what} '{name}'; there are {choices}."
    return ShapeError(detail, "problem-unknown-choice", value=name, choices=choices)
