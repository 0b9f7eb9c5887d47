"""Encodes target columns as Y."""

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.spec.errors import Invalid
from backstep_lab.tables.column import Column


def targets_of(columns: list[Column]) -> tuple[Array, list[str]]:
    """Y, and the names of the classes where the one target column holds names."""
    first = columns[0]
    if len(columns) > 1 or not first.is_named:
        Y = np.array([column.numbers() for column in columns]).T
        if len(np.unique(Y, axis=0)) == 1:
            raise _alike(first, first.cells[0])
        return Y, []
    classes = list(dict.fromkeys(first.cells))
    if len(classes) == 1:
        raise _alike(first, classes[0])
    if len(classes) > limits.MAX_UNITS:
        raise Invalid(
            "targets",
            f"Column {first.number} ({first.name}) has {len(classes)} different names; "
            f"there may be up to {limits.MAX_UNITS} classes.",
            "problem-table-classes",
            column=first.number,
            name=first.name,
            count=len(classes),
            max=limits.MAX_UNITS,
        )
    labels = np.array([classes.index(cell) for cell in first.cells])
    return (labels[:, np.newaxis] * 1.0 if len(classes) == 2 else np.eye(len(classes))[labels]), classes


def _alike(column: Column, value: str) -> Invalid:
    return Invalid(
        "targets",
        f"Column {column.number} ({column.name}) is “{value[:40]}” in every line: there is nothing to learn. "
        "Two different targets are the least.",
        "problem-table-one-class",
        column=column.number,
        name=column.name,
        value=value[:40],
    )
