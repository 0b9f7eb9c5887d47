"""Inputs and targets from whatever a notebook has: lists, arrays, tensors, tables."""

from typing import Any

import numpy as np

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.notebook.network import NotebookModel
from backstep_lab.spec.errors import Invalid


def array_of(values: Any) -> Any:
    """A numpy array; tensors are taken from their device and their graph."""
    if hasattr(values, "detach"):
        values = values.detach().cpu()
    return np.asarray(values)


def examples_of(model: NotebookModel, X: Any, y: Any, loss: str) -> tuple[Array, Array]:
    """(X, Y), a row for each example. Raises Invalid where they do not fit the model."""
    inputs, outputs = model.layers[0].W.shape[1], model.layers[-1].W.shape[0]
    rows = _rows("X", _numbers("X", array_of(X)), inputs)
    labels = array_of(y)
    if model.classes is not None or (loss == "cross_entropy" and labels.size == len(rows) and outputs > 1):
        targets = _one_hot(labels.reshape(-1), model.classes, outputs)
    else:
        targets = _rows("y", _numbers("y", labels), outputs)
    if len(rows) != len(targets):
        raise _unfit(f"X has {len(rows)} rows, y has {len(targets)}", f"{len(rows)} ≠ {len(targets)}")
    return rows, targets


def _numbers(name: str, values: Any) -> Array:
    try:
        return np.asarray(values, np.float64)
    except (TypeError, ValueError):
        raise _unfit(f"{name} holds something other than numbers", name) from None


def _rows(name: str, values: Array, width: int) -> Array:
    """Rows of so many numbers; a single example, or one number for each, is put into shape."""
    if values.ndim <= 1 and (values.size == width or width == 1):
        values = values.reshape(-1, width)
    elif values.ndim > 2:
        values = values.reshape(len(values), -1)
    if values.ndim != 2 or values.shape[1] != width:
        shape = " × ".join(map(str, values.shape)) or "1"
        raise _unfit(
            f"{name} is {shape}, and the model has {width} numbers in a row of it",
            f"{name}: {shape} ≠ {width}",
        )
    return values


def _one_hot(labels: Any, classes: tuple[Any, ...] | None, outputs: int) -> Array:
    """A column for each class; of two classes with one output, 0 and 1."""
    known = list(range(outputs)) if classes is None else list(classes)
    places = {label: place for place, label in enumerate(known)}
    for label in labels.tolist():
        if label not in places:
            raise _unfit(f"y has {label!r}, which is none of the classes {known}", f"{label!r}")
    found = [places[label] for label in labels.tolist()]
    if outputs == 1:
        return np.array(found, np.float64).reshape(-1, 1)
    return np.eye(outputs)[found]


def _unfit(detail: str, short: str) -> Invalid:
    return Invalid(
        "data", f"These examples do not fit the model: {detail}.", "problem-examples-unfit", why=short
    )
