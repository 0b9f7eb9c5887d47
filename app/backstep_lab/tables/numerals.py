"""Numbers as people write them: with a point or a comma, with signs between thousands, in full width."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from backstep_lab.spec.errors import Invalid

LONGEST = 40  # characters of a number

_EXPONENT = r"(?:[eE][+-]?\d+)?"
_NUMBERS = {
    # The sign between thousands is one of those in brackets, the same throughout.
    "point": rf"[+-]?(?:(?:[1-9]\d{{0,2}}([ ,'’])\d{{3}}(?:\1\d{{3}})*|\d+)(?:\.\d*)?|\.\d+){_EXPONENT}",
    "comma": rf"[+-]?(?:(?:[1-9]\d{{0,2}}([ .'’])\d{{3}}(?:\1\d{{3}})*|\d+)(?:,\d*)?|,\d+){_EXPONENT}",
}
_PATTERNS = {sign: re.compile(pattern, re.ASCII) for sign, pattern in _NUMBERS.items()}
_SEPARATORS = {"point": str.maketrans("", "", " ,'’"), "comma": str.maketrans(",", ".", " .'’")}
# Full-width digits and signs, spaces that do not break, and the minus sign.
_PLAIN = str.maketrans(
    {code: code - 0xFEE0 for code in range(0xFF0B, 0xFF1A)} | {0xA0: " ", 0x202F: " ", 0x2212: "-"}
)
MISSING = frozenset(("", "?", "na", "n/a", "#n/a", "<na>", "nan", "-nan", "null", "."))


class Decimal(NamedTuple):
    """The decimal sign, point or comma; `unsure` is a cell that either would read, where no other decides."""

    sign: str
    unsure: str | None


def value_of(cell: str, decimal: str) -> float | None:
    """The number in a cell, if it is one."""
    plain = cell if cell.isascii() else cell.translate(_PLAIN)
    if not _PATTERNS[decimal].fullmatch(plain):
        return None
    return float(plain.translate(_SEPARATORS[decimal]))


def is_missing(cell: str) -> bool:
    """Whether a cell stands for a value that is not known."""
    return cell.lower() in MISSING


def decimal_of(columns: Iterable[Sequence[str]], delimiter: str) -> Decimal:
    """The decimal sign by which the cells are numbers. Raises Invalid where some need one and some the other.

    1,5 and 0,123 need a comma, 1.5 and 1,234.5 a point; 1,234 may be either. A column that holds both signs
    has no decimal comma.
    """
    examples: dict[str, str] = {}
    unsure: str | None = None
    for cells in columns:
        readings = {cell: _readings(cell) for cell in cells if "," in cell or "." in cell}
        found = {signs[0]: cell for cell, signs in reversed(readings.items()) if len(signs) == 1}
        either = [cell for cell, signs in readings.items() if len(signs) == 2]
        if len(found) == 2 or ({"," in cell for cell in either} == {True, False}):
            found = {"point": found.get("point", either[0] if either else "")}
        examples = found | examples
        unsure = unsure or next((cell for cell in either if delimiter != "comma" or "," in cell), None)
    if len(examples) == 2:
        raise Invalid(
            "decimal",
            f"“{examples['comma']}” is a number only with a decimal comma, “{examples['point']}” only with a "
            "decimal point: choose one of them.",
            "problem-table-decimal",
            comma=examples["comma"],
            point=examples["point"],
        )
    if examples or unsure is None:
        return Decimal(next(iter(examples), "point"), None)
    return Decimal("comma" if delimiter == "semicolon" and "," in unsure else "point", unsure)


def _readings(cell: str) -> list[str]:
    return [sign for sign in _NUMBERS if len(cell) < LONGEST and value_of(cell, sign) is not None]
