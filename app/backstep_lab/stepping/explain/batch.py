"""Means and sums over the examples of a batch: which rows are shown, and under which names."""

from __future__ import annotations

MOST = 64  # rows of a batch that an operation lists: as many as a table can be read through


def rows(examples: int, focus: int) -> list[int]:
    """The rows listed: all up to `MOST`; of larger batches the first, and always the focus."""
    if examples <= MOST:
        return list(range(examples))
    first = list(range(MOST))
    return first if focus < MOST else [*first[:-1], focus]


def at(ref: str, row: int, focus: int) -> str:
    """The ref of a row's number; the focus example's goes by its plain name."""
    return ref if row == focus else f"{ref}@{row}"
