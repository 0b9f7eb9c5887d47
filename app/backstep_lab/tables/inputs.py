"""Encodes input columns as X: numbers as they are, a category as 0 and 1."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.spec.errors import Invalid
from backstep_lab.tables.column import Column
from backstep_lab.tables.kinds import ColumnUse


class Encoded(NamedTuple):
    """Numbers, a row for each example, and the name of each of their columns; empty where it has none."""

    values: Array
    names: list[str]


def inputs_of(columns: Sequence[Column], uses: Sequence[ColumnUse]) -> Encoded:
    """X and the names of its columns. Raises Invalid."""
    parts = [
        _category(column) if use.kind == "category" else _number(column)
        for column, use in zip(columns, uses, strict=True)
        if use.kind in ("number", "category")
    ]
    names = [name for part in parts for name in part.names]
    if len(names) > limits.MAX_INPUTS:
        raise Invalid(
            "columns",
            f"The columns make {len(names)} inputs; a network may have up to {limits.MAX_INPUTS}: "
            "leave columns out.",
            "problem-table-inputs",
            count=len(names),
            max=limits.MAX_INPUTS,
        )
    return Encoded(np.hstack([part.values for part in parts]), names)


def _number(column: Column) -> Encoded:
    return Encoded(np.array(column.numbers())[:, np.newaxis], [column.given and column.name])


def _category(column: Column) -> Encoded:
    """An input for each value; of two values one input, 1 for the second."""
    labels, distinct = column.labels_of(column.cells), column.distinct
    shown = distinct[1:] if len(distinct) == 2 else distinct
    values = np.array([[label == value for value in shown] for label in labels], dtype=np.float64)
    return Encoded(values, [f"{column.name}={value}" for value in shown])
