"""A file of this folder, read."""

from pathlib import Path
from typing import Any

from backstep_lab.tables.encoding import decoded
from backstep_lab.tables.table import Choices, Reading, Table, reading_of, table_of

FILES = Path(__file__).with_name("files")


def read(text: str, **choices: Any) -> tuple[Reading, Table]:
    """How a text is read, and its examples. Raises Invalid."""
    reading = reading_of(text, Choices(**choices))
    return reading, table_of(reading, Choices(**choices))


def read_file(name: str, encoding: str = "auto", **choices: Any) -> tuple[str, Reading, Table]:
    """The encoding of a file, how it is read, and its examples. Raises Invalid."""
    text, found = decoded((FILES / name).read_bytes(), encoding)
    return found, *read(text, **choices)
