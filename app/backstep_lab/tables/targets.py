"""Encodes target columns as Y."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.spec.errors import Invalid
from backstep_lab.tables.column import Column
from backstep_lab.tables.inputs import Encoded
from backstep_lab.tables.kinds import TARGETS, ColumnUse
from backstep_lab.tables.numerals import LONGEST


class Targets(NamedTuple):
    """Y, the names of its columns, and of one column of classes the classes, class 0 first."""

    values: Array
    names: list[str]
    classes: list[str]


def targets_of(columns: Sequence[Column], uses: Sequence[ColumnUse], order: Sequence[str] | None) -> Targets:
    """Y of the columns that are targets. `order` names the classes, the first being 0. Raises Invalid."""
    chosen = [(column, use) for column, use in zip(columns, uses, strict=True) if use.kind in TARGETS]
    named = [column for column, use in chosen if use.kind == "class"]
    if order is not None and (len(named) != 1 or len(chosen) != 1):
        raise Invalid(
            "classes",
            "An order of classes needs one target column, and that of classes.",
            "problem-table-order-of",
        )
    classes = _ordered(named[0], order) if len(chosen) == 1 and named else []
    parts = [
        _classes(column, classes or column.distinct, len(chosen))
        if use.kind == "class"
        else Encoded(np.array(column.numbers())[:, np.newaxis], [column.given and column.name])
        for column, use in chosen
    ]
    Y = np.hstack([part.values for part in parts])
    if len(np.unique(Y, axis=0)) == 1:
        raise _alike(chosen[0][0])
    return Targets(Y, [name for part in parts for name in part.names], classes)


def _classes(column: Column, classes: Sequence[str], targets: int) -> Encoded:
    """Two classes are 0 and 1, more have an output each."""
    if len(classes) == 1:
        raise _alike(column)
    if len(classes) > limits.MAX_UNITS:
        raise Invalid(
            "columns",
            f"Column {column.number} ({column.name}) has {len(classes)} different values; "
            f"there may be up to {limits.MAX_UNITS} classes.",
            "problem-table-classes",
            column=column.number,
            name=column.name,
            count=len(classes),
            max=limits.MAX_UNITS,
        )
    if len(classes) > 2 and targets > 1:
        raise Invalid(
            "columns",
            f"Column {column.number} ({column.name}) has {len(classes)} classes, which need an output each: "
            "it must be the only target.",
            "problem-table-only-target",
            column=column.number,
            name=column.name,
            count=len(classes),
        )
    place = {label: k for k, label in enumerate(classes)}
    labels = np.array([place[label] for label in column.labels_of(column.cells)])
    if len(classes) == 2:
        return Encoded(labels[:, np.newaxis] * 1.0, [column.given and column.name])
    return Encoded(np.eye(len(classes))[labels], [])  # an output goes by its class


def _ordered(column: Column, order: Sequence[str] | None) -> list[str]:
    if order is None:
        return column.distinct
    if sorted(order) != sorted(column.distinct):
        there = ", ".join(column.distinct[: limits.MAX_CHOICES])
        raise Invalid(
            "classes",
            f"The order must name each class of column {column.number} ({column.name}) once: {there}.",
            "problem-table-order",
            column=column.number,
            name=column.name,
            choices=there,
        )
    return list(order)


def _alike(column: Column) -> Invalid:
    value = column.cells[0][:LONGEST]
    return Invalid(
        "targets",
        f"Column {column.number} ({column.name}) is “{value}” in every line: there is nothing to learn. "
        "Two different targets are the least.",
        "problem-table-one-class",
        column=column.number,
        name=column.name,
        value=value,
    )
