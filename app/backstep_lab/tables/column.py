"""A column of a table: its cells as numbers, or as names."""

import re
from dataclasses import dataclass

from backstep_lab.config import limits
from backstep_lab.spec.errors import Invalid

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
NO_NUMBERS = {"nan", "inf", "infinity", "+inf", "-inf", "-infinity"}


@dataclass(frozen=True)
class Column:
    """Cells of one column, with the lines they stand on; `comma` where 1,5 is a number."""

    name: str
    number: int
    cells: list[str]
    lines: list[int]
    comma: bool

    @property
    def is_named(self) -> bool:
        """Whether it holds names, inferred from its first cell."""
        first = self.cells[0].lower()
        return value_of(first, self.comma) is None and first not in NO_NUMBERS and first != ""

    def numbers(self) -> list[float]:
        """All cells as numbers. Raises Invalid for the first that is none."""
        return [self._number(cell, line) for cell, line in zip(self.cells, self.lines, strict=True)]

    def _number(self, cell: str, line: int) -> float:
        value = value_of(cell, self.comma)
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


def value_of(cell: str, comma: bool) -> float | None:
    """The number in a cell, if it is one."""
    cell = cell.replace(",", ".", 1) if comma else cell
    return float(cell) if _NUMBER.fullmatch(cell) else None
