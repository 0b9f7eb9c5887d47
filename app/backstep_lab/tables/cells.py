"""Text split into rows of cells, each with its line number."""

import csv
from collections import Counter
from dataclasses import dataclass

from backstep_lab.config import limits
from backstep_lab.spec.errors import Invalid

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " "}
SAMPLE_LINES = 20  # from which the delimiter is inferred


@dataclass(frozen=True)
class Cells:
    """Rows of one length; `lines[i]` is the line, from 1, of `rows[i]`."""

    rows: list[list[str]]
    lines: list[int]
    delimiter: str

    @property
    def width(self) -> int:
        """Cells in a row."""
        return len(self.rows[0])


def cells_of(text: str, delimiter: str) -> Cells:
    """The text's rows. Empty lines and lines that begin with # are passed over. Raises Invalid."""
    text = text.removeprefix("\ufeff")
    name = _inferred_delimiter(text) if delimiter == "auto" else delimiter
    rows, lines = [], []
    for line, row in _read(text, name):
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#"):
            continue
        rows.append(cells)
        lines.append(line)
        _check(rows, line, lines[0])
    if not rows:
        raise Invalid("text", "There are no rows: paste a line for each example.", "problem-table-empty")
    return Cells(rows, lines, name)


def _read(text: str, name: str) -> list[tuple[int, list[str]]]:
    if name == "space":
        return [(number, line.split()) for number, line in enumerate(text.splitlines(), start=1)]
    reader = csv.reader(text.splitlines(), delimiter=DELIMITERS[name], strict=True, skipinitialspace=True)
    found = []
    try:
        for row in reader:
            found.append((reader.line_num, row))
    except csv.Error as error:
        line = reader.line_num
        raise Invalid(
            "text",
            f"Line {line} cannot be read ({error}): look for a stray quotation mark.",
            "problem-table-line",
            line=line,
        ) from None
    return found


def _inferred_delimiter(text: str) -> str:
    """The delimiter that most lines have, and have equally often."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")][:SAMPLE_LINES]
    best, most = "comma", 0
    for name in ("tab", "semicolon", "comma", "space"):
        sign = DELIMITERS[name]
        counts = Counter(len(line.split()) - 1 if name == "space" else line.count(sign) for line in lines)
        count, alike = counts.most_common(1)[0] if counts else (0, 0)
        if count and alike > most:
            best, most = name, alike
    return best


def _check(rows: list[list[str]], line: int, first_line: int) -> None:
    """Raise Invalid where the newest row has another length than the first, or is one too many."""
    wanted, got = len(rows[0]), len(rows[-1])
    if got != wanted:
        raise Invalid(
            "text",
            f"Line {line} has {got} cells, line {first_line} has {wanted}: every line needs as many.",
            "problem-table-ragged",
            line=line,
            count=got,
            first=first_line,
            wanted=wanted,
        )
    if wanted > limits.MAX_COLUMNS:
        raise Invalid(
            "text",
            f"Line {line} has {wanted} cells; a table may have up to {limits.MAX_COLUMNS} columns.",
            "problem-table-wide",
            line=line,
            count=wanted,
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
