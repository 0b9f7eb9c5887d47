"""A column of a table: its cells as numbers, or as names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from backstep_lab.config import limits
from backstep_lab.spec.errors import Invalid
from backstep_lab.tables.class_order import ordered
from backstep_lab.tables.numerals import LONGEST, is_missing, value_of


@dataclass(frozen=True)
class Column:
    """The cells of one column, counted from 1, with the lines they stand on."""

    name: str
    given: str
    number: int
    cells: Sequence[str]
    lines: Sequence[int]
    decimal: str

    @cached_property
    def present(self) -> list[str]:
        """Cells that are not missing."""
        return [cell for cell in self.cells if not is_missing(cell)]

    @cached_property
    def values(self) -> list[float | None]:
        """The present cells as numbers, where they are numbers."""
        return [value_of(cell, self.decimal) for cell in self.present]

    @cached_property
    def is_numeric(self) -> bool:
        """Whether most of its cells are numbers: the others are then mistakes."""
        return 2 * sum(value is not None for value in self.values) > len(self.values)

    @cached_property
    def whole(self) -> list[int] | None:
        """Its numbers in order, where all of them are whole."""
        whole = [int(value) for value in self.values if value is not None and value.is_integer()]
        return sorted(whole) if whole and len(whole) == len(self.values) else None

    @cached_property
    def distinct(self) -> list[str]:
        """Its different values, in the order in which classes are numbered; 1 and 1.0 are one value."""
        return ordered(dict.fromkeys(self.labels_of(self.present)))

    def labels_of(self, cells: Sequence[str]) -> list[str]:
        """Cells as names of classes: numbers in one spelling."""
        if not self.is_numeric:
            return list(cells)
        values = [value_of(cell, self.decimal) for cell in cells]
        return [
            cell if value is None else f"{value + 0.0:.15g}"
            for cell, value in zip(cells, values, strict=True)
        ]

    def kept(self, rows: Sequence[int]) -> "Column":
        """The same column with these rows alone."""
        cells, lines = [self.cells[row] for row in rows], [self.lines[row] for row in rows]
        return Column(self.name, self.given, self.number, cells, lines, self.decimal)

    def numbers(self) -> list[float]:
        """All cells as numbers. Raises Invalid for the first that is none."""
        return [self._number(cell, line) for cell, line in zip(self.cells, self.lines, strict=True)]

    def _number(self, cell: str, line: int) -> float:
        value = value_of(cell, self.decimal)
        if value is None:
            raise Invalid(
                "text",
                f"Line {line}, column {self.number} ({self.name}): “{cell[:LONGEST]}” is not a number.",
                "problem-table-cell",
                line=line,
                column=self.number,
                name=self.name,
                value=cell[:LONGEST],
            )
        if abs(value) > limits.MAX_NUMBER:
            raise Invalid(
                "text",
                f"Line {line}, column {self.number} ({self.name}): {cell[:LONGEST]} is too large; "
                f"numbers may go from {-limits.MAX_NUMBER:.0f} to {limits.MAX_NUMBER:.0f}.",
                "problem-table-number",
                line=line,
                column=self.number,
                name=self.name,
                value=cell[:LONGEST],
                max=int(limits.MAX_NUMBER),
            )
        return value
