"""Positions for the marks of a graph: columns by the longest path, rows by the middle of what is read."""

from collections.abc import Sequence

from backstep_lab.exports.images.marks import HEIGHT, WIDTH

LEFT, RIGHT, TOP, BOTTOM = 90.0, WIDTH - 90.0, 76.0, HEIGHT - 96.0
SWEEPS = 4  # over the columns, forward and back in turn: enough to untangle a picture of this size

Position = tuple[float, float]


def positions(inputs: Sequence[Sequence[int]]) -> list[Position]:
    """(x, y) of each mark; `inputs` are the earlier marks that each is connected to."""
    columns = _columns(inputs)
    neighbours = _neighbours(inputs)
    row = {mark: float(i) for column in columns for i, mark in enumerate(column)}
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            column.sort(key=lambda mark: (_middle(row, neighbours[mark], row[mark]), mark))
            for i, mark in enumerate(column):
                row[mark] = i - (len(column) - 1) / 2
    found: list[Position] = [(0.0, 0.0)] * len(inputs)
    gap = (RIGHT - LEFT) / max(1, len(columns) - 1)
    for at, column in enumerate(columns):
        pitch = min(110.0, (BOTTOM - TOP) / max(1, len(column) - 1))
        first = (TOP + BOTTOM - pitch * (len(column) - 1)) / 2
        for i, mark in enumerate(column):
            found[mark] = (LEFT + gap * at, first + pitch * i)
    return found


def _columns(inputs: Sequence[Sequence[int]]) -> list[list[int]]:
    """The marks of each column; a mark without inputs stands right before the first that reads it."""
    depth = [0] * len(inputs)
    for mark, below in enumerate(inputs):
        depth[mark] = max((depth[i] + 1 for i in below), default=0)
    for mark in reversed(range(len(inputs))):
        readers = [depth[above] for above, below in enumerate(inputs) if mark in below]
        if not inputs[mark] and readers:
            depth[mark] = min(readers) - 1
    columns: list[list[int]] = [[] for _ in range(max(depth) + 1)]
    for mark, at in enumerate(depth):
        columns[at].append(mark)
    return columns


def _neighbours(inputs: Sequence[Sequence[int]]) -> list[list[int]]:
    found = [list(below) for below in inputs]
    for mark, below in enumerate(inputs):
        for i in below:
            found[i].append(mark)
    return found


def _middle(row: dict[int, float], marks: Sequence[int], own: float) -> float:
    return sum(row[mark] for mark in marks) / len(marks) if marks else own
