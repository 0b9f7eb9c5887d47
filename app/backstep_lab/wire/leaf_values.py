"""The values of leaves as an address says them: `x:3,W:[[1,2],[3,4]]`."""

import json
import math
import re

from backstep_lab.config import limits

Tensor = float | list["Tensor"]

_NAME = re.compile(r"[^\W\d]\w*", re.UNICODE)
_BARE_POINT = re.compile(r"(?<!\d)\.(?=\d)")  # of .5, which JSON does not have


def read_values(text: str) -> tuple[dict[str, Tensor], list[str]]:
    """(the values by name, the entries that are none). A list is written as in JSON."""
    values: dict[str, Tensor] = {}
    wrong: list[str] = []
    for entry in _entries(text):
        name, _, written = (part.strip() for part in entry.partition(":"))
        value = _tensor(written)
        if value is None or not _NAME.fullmatch(name):
            wrong.append(entry.strip())
        else:
            values[name] = value
    return values, wrong


def _entries(text: str) -> list[str]:
    """Split at the commas outside of brackets; one trailing comma ends the last entry."""
    entries, depth = [""], 0
    for character in text:
        depth += (character == "[") - (character == "]")
        if character == "," and depth <= 0:
            entries.append("")
        else:
            entries[-1] += character
    return [entry for entry in entries if entry.strip()]


def _tensor(text: str) -> Tensor | None:
    """A number or a nested list of numbers; None where the text is neither."""
    try:
        value = json.loads(_BARE_POINT.sub("0.", text))
    except (ValueError, RecursionError):
        return None
    return value if _is_tensor(value, 0) else None


def _is_tensor(value: object, depth: int) -> bool:
    if isinstance(value, list):
        return (
            depth < limits.MAX_LEAF_DEPTH
            and bool(value)
            and all(_is_tensor(part, depth + 1) for part in value)
        )
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and abs(value) <= limits.MAX_NUMBER
