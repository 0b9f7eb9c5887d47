"""A learner's own table: read as proposed or as corrected, and the examples that it becomes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from backstep_lab.config import limits
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.spec.errors import Invalid
from backstep_lab.tables.cells import Cells, cells_of
from backstep_lab.tables.column import Column
from backstep_lab.tables.header import Headed, headed
from backstep_lab.tables.inputs import inputs_of
from backstep_lab.tables.kinds import ColumnUse, Kind, kinds_of
from backstep_lab.tables.numerals import LONGEST, Decimal, decimal_of, is_missing
from backstep_lab.tables.scale import Scale, proposed_scale
from backstep_lab.tables.targets import targets_of

FEWEST_EXAMPLES = 2


@dataclass(frozen=True)
class Choices:
    """Corrections of how a table is read; what is left at its default is recognized."""

    delimiter: str = "auto"
    decimal: str = "auto"
    header: str = "auto"
    missing: Literal["refuse", "drop"] = "refuse"
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    targets: Sequence[str] | None = None
    classes: Sequence[str] | None = None


@dataclass(frozen=True)
class Reading:
    """What was recognized: `uses[k]` is the use of `columns[k]`, `holes` the rows without a needed cell."""

    cells: Cells
    decimal: Decimal
    header: str
    columns: list[Column]
    uses: list[ColumnUse]
    holes: list[int]

    @property
    def rows(self) -> int:
        """How many rows are examples, with those that miss a cell."""
        return len(self.cells.rows)


@dataclass(frozen=True)
class Table:
    """The examples of a table, not scaled, and the names of their numbers."""

    X: Array
    Y: Array
    inputs: list[str]
    outputs: list[str]
    classes: list[str]

    @property
    def scale(self) -> Scale:
        """The scaling that the inputs need."""
        return proposed_scale(self.X)

    @property
    def target_scale(self) -> Scale:
        """The scaling that the targets need; that of classes is none."""
        return "none" if self.classes else proposed_scale(self.Y)


def reading_of(text: str, choices: Choices) -> Reading:
    """How a table is read. Raises Invalid where no reading makes sense."""
    cells = cells_of(text, choices.delimiter)
    decimal = _decimal(cells, choices.decimal)
    table = headed(cells, decimal.sign, choices.header)
    _check_shape(table, text)
    columns = [
        Column(name, given, k + 1, [row[k] for row in table.cells.rows], table.cells.lines, decimal.sign)
        for k, (name, given) in enumerate(zip(table.names, table.given, strict=True))
    ]
    uses = kinds_of(columns, choices.kinds, choices.targets)
    used = [column for column, use in zip(columns, uses, strict=True) if use.kind != "left_out"]
    holes = [row for row in range(len(table.cells.rows)) if any(is_missing(c.cells[row]) for c in used)]
    return Reading(table.cells, decimal, table.header, columns, uses, holes)


def table_of(reading: Reading, choices: Choices) -> Table:
    """The examples. Raises Invalid with the line and the column at fault."""
    if reading.holes and choices.missing == "refuse":
        raise _missing(reading)
    left = set(reading.holes)
    rows = [row for row in range(reading.rows) if row not in left]
    if len(rows) < FEWEST_EXAMPLES:
        raise _too_few()
    columns = [column.kept(rows) for column in reading.columns] if left else reading.columns
    X, inputs = inputs_of(columns, reading.uses)
    targets = targets_of(columns, reading.uses, choices.classes)
    _check_numbers(X.size + targets.values.size)
    return Table(X, targets.values, inputs, targets.names, targets.classes)


def _decimal(cells: Cells, decimal: str) -> Decimal:
    if decimal != "auto":
        return Decimal(decimal, None)
    width = max(map(len, cells.rows))
    columns = ([row[k] for row in cells.rows if k < len(row)] for k in range(width))
    return decimal_of(columns, cells.delimiter)


def _check_shape(table: Headed, text: str) -> None:
    if len(table.names) > 1:
        if len(table.cells.rows) < FEWEST_EXAMPLES:
            raise _too_few()
        return
    sign = next((sign for sign in "，；、：:/" if sign in text), "")
    raise Invalid(
        "delimiter",
        f"No delimiter was found; is “{sign}” one? Put commas between the cells, or choose another delimiter."
        if sign
        else "No delimiter was found: every line has one cell. Put commas between the cells.",
        "problem-table-sign" if sign else "problem-table-one-column",
        sign=sign,
    )


def _too_few() -> Invalid:
    return Invalid("text", "There are too few rows: two examples are the least.", "problem-table-few")


def _missing(reading: Reading) -> Invalid:
    row = reading.holes[0]
    column = next(
        column
        for column, use in zip(reading.columns, reading.uses, strict=True)
        if use.kind != "left_out" and is_missing(column.cells[row])
    )
    line, value, count = column.lines[row], column.cells[row][:LONGEST], len(reading.holes)
    what = f"“{value}” stands for a missing value" if value else "the cell is empty"
    return Invalid(
        "missing",
        f"Line {line}, column {column.number} ({column.name}): {what}, as in {count} of {reading.rows} rows. "
        "Fill it in, leave such rows out, or leave the column out.",
        "problem-table-missing" if value else "problem-table-empty-cell",
        line=line,
        column=column.number,
        name=column.name,
        value=value,
        count=count,
        rows=reading.rows,
    )


def _check_numbers(count: int) -> None:
    if count > limits.MAX_CUSTOM_NUMBERS:
        raise Invalid(
            "text",
            f"The table has {count} numbers; it may have up to {limits.MAX_CUSTOM_NUMBERS}.",
            "problem-table-numbers",
            count=count,
            max=limits.MAX_CUSTOM_NUMBERS,
        )
