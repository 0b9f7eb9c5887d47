"""A model as plain arrays: `[(W, b, "tanh"), …]`, with W[j][k] from input k to unit j."""

from collections.abc import Sequence
from typing import Any

from backstep_lab.notebook.examples import array_of
from backstep_lab.notebook.network import Builder, NotebookModel, NotebookTraining
from backstep_lab.notebook.refusal import unknown

FORM = ("[(W, b, activation), …]", "W[unit][input]")


def read(layers: Sequence[Any]) -> NotebookModel:
    """The model. Raises Invalid where a layer is no such triple."""
    builder = Builder()
    for layer in layers:
        if not isinstance(layer, list | tuple) or len(layer) != 3 or not isinstance(layer[2], str):
            raise unknown("model", type(layer).__name__, FORM)
        W, b, activation = layer
        builder.dense(array_of(W), None if b is None else array_of(b))
        builder.activation(activation, activation)
    return builder.model(NotebookTraining())
