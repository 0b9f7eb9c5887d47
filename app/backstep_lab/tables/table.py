"""A learner's own table of examples: which columns are inputs, which are targets, and their numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.spec.errors import Invalid
from backstep_lab.tables.cells import Cells, cells_of
from backstep_lab.tables.column import NO_NUMBERS, Column, value_of
from backstep_lab.tables.scaling import scaled
from backstep_lab.tables.targets import targets_of


@dataclass(frozen=True)
class Table:
    """What was read. `classes` are the names in a target column of names, in the order of their outputs."""

    delimiter: str
    has_header: bool
    columns: list[str]
    targets: list[str]
    classes: list[str]
    X: Array
    Y: Array


def read_table(
    text: str,
    delimiter: str = "auto",
    header: str = "auto",
    targets: Sequence[str] | None = None,
    scale: str = "none",
) -> Table:
    """The table in a text. Without `targets` the last column is the target. Raises Invalid."""
    cells = cells_of(text, delimiter)
    comma = cells.delimiter in ("semicolon", "tab")
    has_header = header == "yes" or (header == "auto" and _looks_headed(cells, comma))
    names = _names(cells, has_header)
    columns = _columns(cells, names, has_header, comma)
    chosen = _chosen(names, targets)
    inputs = [column for column in columns if column.name not in chosen]
    _bounded(columns)
    X = np.array([column.numbers() for column in inputs]).T
    Y, classes = targets_of([column for column in columns if column.name in chosen])
    return Table(cells.delimiter, has_header, names, chosen, classes, scaled(X, scale), Y)


def _looks_headed(cells: Cells, comma: bool) -> bool:
    """A first row without a number, and in it a word over one."""
    first, below = cells.rows[0], (cells.rows[1:2] or cells.rows)[0]
    is_number = [value_of(cell, comma) is not None or cell.lower() in NO_NUMBERS for cell in first]
    return not any(is_number) and (
        len(cells.rows) == 1 or any(value_of(cell, comma) is not None for cell in below)
    )


def _names(cells: Cells, has_header: bool) -> list[str]:
    row = cells.rows[0] if has_header else [""] * cells.width
    names = [cell[:40] or f"column {number}" for number, cell in enumerate(row, start=1)]
    for number, name in enumerate(names, start=1):
        if name in names[: number - 1]:
            raise Invalid(
                "text",
                f"Line {cells.lines[0]}, column {number}: “{name}” is the name of two columns.",
                "problem-table-twice",
                line=cells.lines[0],
                column=number,
                name=name,
            )
    return names


def _columns(cells: Cells, names: list[str], has_header: bool, comma: bool) -> list[Column]:
    start = int(has_header)
    if len(cells.rows) - start < 2:
        raise Invalid(
            "text",
            "There are too few rows: two examples are the least.",
            "problem-table-few",
        )
    return [
        Column(name, k + 1, [row[k] for row in cells.rows[start:]], cells.lines[start:], comma)
        for k, name in enumerate(names)
    ]


def _chosen(names: list[str], targets: Sequence[str] | None) -> list[str]:
    chosen = names[-1:] if targets is None else list(targets)
    for name in chosen:
        if name not in names:
            raise Invalid(
                "targets",
                f"There is no column “{name}”; there are {', '.join(names)}.",
                "problem-table-column",
                name=name,
                choices=", ".join(names),
            )
    if not chosen or len(set(chosen)) == len(names):
        raise Invalid(
            "targets",
            f"{len(set(chosen))} of {len(names)} columns are targets: "
            "at least one must be, and at least one must be left as an input.",
            "problem-table-roles",
            count=len(set(chosen)),
            columns=len(names),
        )
    return [name for name in names if name in chosen]


def _bounded(columns: list[Column]) -> None:
    numbers = len(columns) * len(columns[0].cells)
    if numbers > limits.MAX_CUSTOM_NUMBERS:
        raise Invalid(
            "text",
            f"The table has {numbers} numbers; it may have up to {limits.MAX_CUSTOM_NUMBERS}.",
            "problem-table-numbers",
            count=numbers,
            max=limits.MAX_CUSTOM_NUMBERS,
        )
