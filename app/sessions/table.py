"""A learner's own table of examples: which columns are inputs, which are targets, and their numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app import limits
from app.engine.arrays import Array
from app.sessions.cells import Cells, cells_of
from app.sessions.problems import Invalid
from app.sessions.scaling import scaled

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_NO_NUMBERS = {"nan", "inf", "infinity", "+inf", "-inf", "-infinity"}


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


@dataclass(frozen=True)
class _Column:
    name: str
    number: int
    cells: list[str]
    lines: list[int]
    comma: bool

    @property
    def is_named(self) -> bool:
        """Whether it holds names, told by its first cell."""
        first = self.cells[0].lower()
        return _value(first, self.comma) is None and first not in _NO_NUMBERS and first != ""

    def numbers(self) -> list[float]:
        return [self._number(cell, line) for cell, line in zip(self.cells, self.lines, strict=True)]

    def _number(self, cell: str, line: int) -> float:
        value = _value(cell, self.comma)
        if value is None:
            raise Invalid(
                "text",
                f"Line {line}, column {self.number} ({self.name}): “{cell[:40]}” is not a number.",
                "problem-table-cell",
                line=line,
                column=self.number,
                name=self.name,
                value=cell[:40],
            )
        if abs(value) > limits.MAX_NUMBER:
            raise Invalid(
                "text",
                f"Line {line}, column {self.number} ({self.name}): {cell[:40]} is too large; numbers may go "
                f"from {-limits.MAX_NUMBER:.0f} to {limits.MAX_NUMBER:.0f}.",
                "problem-table-number",
                line=line,
                column=self.number,
                name=self.name,
                value=cell[:40],
                max=int(limits.MAX_NUMBER),
            )
        return value


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
    Y, classes = _targets([column for column in columns if column.name in chosen])
    return Table(cells.delimiter, has_header, names, chosen, classes, scaled(X, scale), Y)


def _value(cell: str, comma: bool) -> float | None:
    cell = cell.replace(",", ".", 1) if comma else cell
    return float(cell) if _NUMBER.fullmatch(cell) else None


def _looks_headed(cells: Cells, comma: bool) -> bool:
    """A first row with a word over a number, or of words alone where that is the only way it can be told."""
    first, below = cells.rows[0], cells.rows[1:2]
    return any(
        _value(cell, comma) is None and (not below or _value(under, comma) is not None)
        for cell, under in zip(first, below[0] if below else first, strict=True)
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


def _columns(cells: Cells, names: list[str], has_header: bool, comma: bool) -> list[_Column]:
    start = int(has_header)
    if len(cells.rows) - start < 2:
        raise Invalid(
            "text",
            "There are too few rows: two examples are the least.",
            "problem-table-few",
        )
    return [
        _Column(name, k + 1, [row[k] for row in cells.rows[start:]], cells.lines[start:], comma)
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


def _bounded(columns: list[_Column]) -> None:
    numbers = len(columns) * len(columns[0].cells)
    if numbers > limits.MAX_CUSTOM_NUMBERS:
        raise Invalid(
            "text",
            f"The table has {numbers} numbers; it may have up to {limits.MAX_CUSTOM_NUMBERS}.",
            "problem-table-numbers",
            count=numbers,
            max=limits.MAX_CUSTOM_NUMBERS,
        )


def _targets(columns: list[_Column]) -> tuple[Array, list[str]]:
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


def _alike(column: _Column, value: str) -> Invalid:
    return Invalid(
        "targets",
        f"Column {column.number} ({column.name}) is “{value[:40]}” in every line: there is nothing to learn. "
        "Two different targets are the least.",
        "problem-table-one-class",
        column=column.number,
        name=column.name,
        value=value[:40],
    )
