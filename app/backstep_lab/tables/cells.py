"""Text split into rows of cells, each with its line number."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from backstep_lab.config import limits
from backstep_lab.spec.errors import Invalid
from backstep_lab.tables.numerals import value_of

DELIMITERS = {
    "tab": "\t",
    "semicolon": ";",
    "pipe": "|",
    "fullwidth_semicolon": "；",
    "comma": ",",
    "fullwidth_comma": "，",
    "space": " ",
}
"""In the order in which they are preferred where several would do."""
SAMPLE_ROWS = 20  # from which the delimiter is inferred
_SAID = re.compile(r"\s*\"?sep=(.)\"?[ ]*(?:\r\n|\r|\n|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Cells:
    """`lines[i]` is the line, from 1, on which `rows[i]` begins; `comments` lines began with #."""

    rows: list[list[str]]
    lines: list[int]
    delimiter: str
    comments: int = 0

    @property
    def width(self) -> int:
        """Cells in a row, once all have as many."""
        return len(self.rows[-1])

    def without_first(self) -> "Cells":
        """The rows below the first."""
        return replace(self, rows=self.rows[1:], lines=self.lines[1:])


def cells_of(text: str, delimiter: str) -> Cells:
    """The text's rows, of any lengths, without empty lines and those that begin with #. Raises Invalid."""
    text = text.removeprefix("\ufeff")
    said = _SAID.match(text)
    known = said and next((name for name, sign in DELIMITERS.items() if sign == said[1]), None)
    text, skipped = (text[said.end() :], 1) if said and known else (text, 0)
    name = known or _inferred_delimiter(text) if delimiter == "auto" else delimiter
    rows, lines, comments = [], [], 0
    for line, row in _records(text, name):
        if row and row[0].startswith("#"):
            comments += 1
            continue
        if not any(row):
            continue
        rows.append(row)
        lines.append(line + skipped)
        _check_size(rows, lines[-1])
    if not rows:
        raise Invalid("text", "There are no rows: paste a line for each example.", "problem-table-empty")
    return Cells(rows, lines, name, comments)


def check_widths(cells: Cells) -> None:
    """Raise Invalid where a row has another length than the first."""
    first = cells.lines[0]
    wanted = len(cells.rows[0])
    for row, line in zip(cells.rows, cells.lines, strict=True):
        if len(row) != wanted:
            raise Invalid(
                "text",
                f"Line {line} has {len(row)} cells, line {first} has {wanted}: every line needs as many.",
                "problem-table-ragged",
                line=line,
                count=len(row),
                first=first,
                wanted=wanted,
            )


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows as the standard reader reads them, with the line on which each begins. Raises Invalid."""
    lines: Iterable[str] = io.StringIO(text, newline="")
    if delimiter == "space":
        lines = (line.rstrip().replace("\t", " ") + "\n" for line in lines)
    reader = csv.reader(lines, delimiter=DELIMITERS[delimiter], strict=True, skipinitialspace=True)
    line = 1
    try:
        for row in reader:
            yield line, [" ".join(map(str.strip, cell.splitlines())) for cell in row]
            line = reader.line_num + 1
    except csv.Error as error:
        raise Invalid(
            "text",
            f"The row that begins on line {line} cannot be read ({error}): look for a stray quotation mark.",
            "problem-table-line",
            line=line,
        ) from None


def _inferred_delimiter(text: str) -> str:
    """The delimiter by which the most rows have the same number of cells, more than one.

    Among several the one by which the largest share of cells are numbers: 1,5;2,5 has a semicolon.
    """
    best, most = "comma", (0, 0.0)
    for name in DELIMITERS:
        try:
            sample = list(islice((row for _, row in _records(text, name) if any(row)), SAMPLE_ROWS))
        except Invalid:
            continue
        rows = [row for row in sample if not row[0].startswith("#")]
        width, alike = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
        score = (alike, _share_of_numbers(rows))
        if width > 1 and score > most:
            best, most = name, score
    return best


def _share_of_numbers(rows: list[list[str]]) -> float:
    cells = [cell for row in rows for cell in row]
    return sum(
        value_of(cell, "point") is not None or value_of(cell, "comma") is not None for cell in cells
    ) / (len(cells) or 1)


def _check_size(rows: list[list[str]], line: int) -> None:
    count = len(rows[-1])
    if count > limits.MAX_COLUMNS:
        raise Invalid(
            "text",
            f"Line {line} has {count} cells; a table may have up to {limits.MAX_COLUMNS} columns.",
            "problem-table-wide",
            line=line,
            count=count,
            max=limits.MAX_COLUMNS,
        )
    if len(rows) > limits.MAX_EXAMPLES + 1:
        raise Invalid(
            "text",
            f"The table goes on after line {line}; it may have up to {limits.MAX_EXAMPLES} rows.",
            "problem-table-long",
            line=line,
            max=limits.MAX_EXAMPLES,
        )
