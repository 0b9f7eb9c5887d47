"""Whether a sum over a batch has dots where rows are left out, and nowhere else."""

from collections.abc import Iterator
from typing import Any

from tests.oracle.audit.latex import Tree, UnreadableError, places, read
from tests.oracle.audit.recipes import Json


def dots(operation: Json, examples: int, focus: int) -> Iterator[tuple[str, str]]:
    """Rows of a batch that are left out must have dots in their place, and no other dots may stand there."""
    if not operation["kind"].startswith("batch"):
        return
    refs = [operand["ref"] for operand in operation["operands"]]
    penalties = [[place] for place, ref in enumerate(refs) if ref == "penalty"]
    rows = [int(ref.partition("@")[2]) if "@" in ref else focus for ref in refs]
    if examples == 1:
        return
    try:
        terms = _sum_in(read(operation["formula"]["templates"]["symbols"])[0])
    except UnreadableError:
        return  # said already
    of_rows = [term for term in terms if places(term) not in penalties]  # of a sum it may be one term more
    shown = [None if term == ("...",) else rows[places(term)[0]] for term in of_rows]
    last, left_out = -1, False
    for row in [*shown, examples]:
        if row is None:
            left_out = True
        elif left_out != (row != last + 1):
            end = operation["formula"]["symbols"][-110:]
            yield "dots", f"{operation['ref']} of {examples} examples, row {focus} in focus: …{end}"
            return
        else:
            last, left_out = row, False


def _sum_in(tree: Any) -> list[Tree]:
    """The terms of the sum over the rows."""
    if not isinstance(tree, tuple):
        return []
    if tree[0] == "+" and all(part[0] in ("place", "...") for part in tree[1:]):
        return list(tree[1:])
    return max((_sum_in(part) for part in tree[1:]), key=len, default=[])
