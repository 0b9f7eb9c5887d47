"""A model as it was read: layers with their parameters, and what it says of its training."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.notebook.refusal import no_layer, unknown
from backstep_lab.spec.errors import Invalid


@dataclass(frozen=True)
class Dense:
    """Weights [units, inputs], biases [units] or None, the activation function, and which are trained."""

    W: Array
    b: Array | None
    activation: str = "identity"
    alpha: float | None = None
    trains_weights: bool = True
    trains_biases: bool = True


@dataclass(frozen=True)
class NotebookTraining:
    """Loss, optimizer and penalty as fields of a spec; None where the model does not say."""

    loss: str | None = None
    output: str | None = None  # the activation that the loss applies to the last layer itself
    optimizer: dict[str, Any] | None = None
    batch_size: int | str | None = None
    l2: float = 0.0
    conventions: Mapping[str, Any] = field(default_factory=dict)  # of the loss: its sums, its δ

    def over(self, other: NotebookTraining) -> NotebookTraining:
        """This training, and what it leaves open from another."""
        return NotebookTraining(
            self.loss or other.loss,
            self.output if self.loss else other.output,
            self.optimizer or other.optimizer,
            self.batch_size or other.batch_size,
            self.l2 or other.l2,
            self.conventions if self.loss else other.conventions,
        )


@dataclass(frozen=True)
class NotebookModel:
    """A whole model; `classes` are the labels of its classes, in order, where it has some."""

    layers: tuple[Dense, ...]
    training: NotebookTraining = field(default_factory=NotebookTraining)
    classes: tuple[Any, ...] | None = None
    input_names: tuple[str, ...] = ()

    @property
    def trains_biases(self) -> bool:
        """Whether any bias is trained."""
        return any(layer.b is not None and layer.trains_biases for layer in self.layers)

    @property
    def frozen(self) -> list[str]:
        """The parameters that are not trained, by ref; without the biases where none of them is."""
        return [ref for place, layer in enumerate(self.layers, start=1) for ref in self._frozen(place, layer)]

    def _frozen(self, place: int, layer: Dense) -> Iterator[str]:
        units, inputs = layer.W.shape
        if not layer.trains_weights:
            yield from (f"W{place}[{j},{k}]" for j in range(units) for k in range(inputs))
        if self.trains_biases and (layer.b is None or not layer.trains_biases):
            yield from (f"b{place}[{j}]" for j in range(units))

    def finished(self, training: NotebookTraining) -> NotebookModel:
        """With the activation that the loss brings along."""
        *hidden, last = self.layers
        if training.output is None:
            return replace(self, training=training)
        if last.activation not in ("identity", training.output):
            raise no_layer(last.activation, f"{training.loss} of raw outputs")
        return replace(self, layers=(*hidden, replace(last, activation=training.output)), training=training)


class Builder:
    """Layers one after the other: each activation belongs to the weights before it."""

    def __init__(self) -> None:
        self.layers: list[Dense] = []
        self._open = False

    def dense(self, W: Any, b: Any, trains_weights: bool = True, trains_biases: bool = True) -> None:
        """A fully connected layer. Raises Invalid for arrays of another shape."""
        weights = np.asarray(W, np.float64)
        biases = None if b is None else np.asarray(b, np.float64)
        if weights.ndim != 2 or (biases is not None and biases.shape != (weights.shape[0],)):
            raise _misshapen(len(self.layers), weights, biases)
        if self.layers and self.layers[-1].W.shape[0] != weights.shape[1]:
            raise _misshapen(len(self.layers), weights, biases)
        layer = Dense(weights, biases, trains_weights=trains_weights, trains_biases=trains_biases)
        self.layers.append(layer)
        self._open = True

    def activation(self, name: str, layer: str, alpha: float | None = None) -> None:
        """The activation function of the weights before; `layer` is what its model calls it."""
        if not self._open:
            raise no_layer(layer, "no weights before it")
        if name not in ACTIVATIONS:
            raise unknown("activation", name, ACTIVATIONS)
        self.layers[-1] = replace(self.layers[-1], activation=name, alpha=alpha)
        self._open = False

    def model(self, training: NotebookTraining, classes: Sequence[Any] | None = None) -> NotebookModel:
        """The model. Raises Invalid for one without weights."""
        if not self.layers:
            raise no_layer("Sequential", "no weights")
        return NotebookModel(tuple(self.layers), training, None if classes is None else tuple(classes))


def _misshapen(place: int, W: Array, b: Array | None) -> Invalid:
    shapes = " and ".join(str(array.shape) for array in (W, b) if array is not None)
    return Invalid(
        "network",
        f"The arrays of layer {place + 1} do not fit: their shapes are {shapes}; weights have one row for "
        "each unit and one column for each input, biases one number for each unit.",
        "problem-arrays-unfit",
        layer=place + 1,
        shapes=shapes,
    )
