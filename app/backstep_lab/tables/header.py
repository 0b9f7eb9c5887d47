"""The first line of a table: names of its columns, or already an example."""

from dataclasses import dataclass, replace

from backstep_lab.config import limits
from backstep_lab.spec.errors import Invalid
from backstep_lab.tables.cells import Cells, check_widths
from backstep_lab.tables.numerals import is_missing, value_of

NAME = limits.MAX_COLUMN_NAME


@dataclass(frozen=True)
class Headed:
    """The examples' cells, the names of all columns, and how the first line was read: yes, no or counts."""

    cells: Cells
    names: list[str]
    given: list[str]
    header: str

    @property
    def has_names(self) -> bool:
        """Whether the table itself names its columns."""
        return self.header == "yes"


def headed(cells: Cells, decimal: str, header: str) -> Headed:
    """The table without its header, its columns named. Raises Invalid where rows differ in length."""
    kind = _recognized(cells, decimal) if header == "auto" else header
    if kind == "counts" and len(cells.rows) > 1:
        cells = _with_class_names(cells)
        check_widths(cells)
        given = [""] * cells.width
    else:
        if kind == "yes" and _is_short(cells):
            first = ["", *cells.rows[0]]  # as R writes it: the names of the rows have none
            cells = replace(cells, rows=[first, *cells.rows[1:]])
        check_widths(cells)
        given = cells.rows[0] if kind == "yes" else [""] * cells.width
        _check_lengths(given, cells.lines[0])
        cells = cells.without_first() if kind == "yes" else cells
    return Headed(cells, _unique(given), given, kind)


def _recognized(cells: Cells, decimal: str) -> str:
    if _has_counts(cells):
        return "counts"
    first, below = cells.rows[0], list(zip(*cells.rows[1:], strict=False))
    words = [not is_missing(cell) and value_of(cell, decimal) is None for cell in first]
    if (_is_short(cells) and all(words)) or _is_range(cells):
        return "yes"
    over_numbers = [
        word and _are_numbers(column, decimal) for word, column in zip(words, below, strict=False)
    ]
    if len(cells.rows) == 1:
        return "yes" if all(words) else "no"
    if any(over_numbers):
        return "yes" if 2 * sum(words) >= sum(not is_missing(cell) for cell in first) else "no"
    recurs = any(cell in column for cell, column in zip(first, below, strict=False))
    return "yes" if all(words) and not recurs and len(set(first)) == len(first) else "no"


def _are_numbers(cells: tuple[str, ...], decimal: str) -> bool:
    known = [cell for cell in cells if not is_missing(cell)]
    return bool(known) and 2 * sum(value_of(cell, decimal) is not None for cell in known) > len(known)


def _is_short(cells: Cells) -> bool:
    """A first line with one cell less than all others."""
    lengths = {len(row) for row in cells.rows[1:]}
    return lengths == {len(cells.rows[0]) + 1}


def _is_range(cells: Cells) -> bool:
    """0, 1, 2 …, as pandas numbers columns without names; before them the empty cell over row numbers.

    Two columns 0 and 1 may be an example of a truth table, unless other rows hold other numbers.
    """
    first = cells.rows[0]
    numbered = first[1:] if first[0] == "" else first
    if numbered != [str(number) for number in range(len(numbered))] or len(cells.rows) == 1:
        return False
    return len(first) > 2 or any(cell not in ("0", "1") for row in cells.rows[1:] for cell in row)


def _has_counts(cells: Cells) -> bool:
    """The numbers of rows and of inputs, then the names of the classes, as in scikit-learn's own files."""
    first, *below = cells.rows
    return (
        bool(below)
        and len(first) > 2
        and first[:2] == [str(len(below)), str(len(below[0]) - 1)]
        and {row[-1] for row in below} <= {str(number) for number in range(len(first) - 2)}
    )


def _with_class_names(cells: Cells) -> Cells:
    """The rows below a first line of counts, with classes in place of their numbers."""
    classes = cells.rows[0][2:]
    rest = cells.without_first()
    names = {str(number): name for number, name in enumerate(classes)}
    return replace(rest, rows=[[*row[:-1], names.get(row[-1], row[-1])] for row in rest.rows])


def _check_lengths(given: list[str], line: int) -> None:
    """Raise Invalid where a name is longer than NAME characters."""
    for number, name in enumerate(given, start=1):
        if len(name.strip()) > NAME:
            raise Invalid(
                "text",
                f"Line {line}, column {number}: the name has {len(name.strip())} characters; "
                f"it may have up to {NAME}.",
                "problem-table-name",
                line=line,
                column=number,
                count=len(name.strip()),
                max=NAME,
            )


def _unique(given: list[str]) -> list[str]:
    """Names that differ; a column without one is called by its number."""
    names: list[str] = []
    for number, name in enumerate(given, start=1):
        wanted, times = name.strip() or f"column {number}", 1
        chosen = wanted
        while chosen in names:
            times += 1
            chosen = f"{wanted[: NAME - 6].strip()} ({times})"
        names.append(chosen)
    return names
