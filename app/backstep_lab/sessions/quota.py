"""Limits the total size of a session's edits; checked before an edit is applied."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

import msgpack  # type: ignore[import-untyped]

from backstep_lab.config import limits
from backstep_lab.sessions.edits import Edit
from backstep_lab.spec.errors import Invalid

FIRST_PARTS = ("training", "network", "dataset")  # of an edit's parts, as they have always been stored
_PACKED: WeakKeyDictionary[Edit, bytes] = WeakKeyDictionary()


def packed_edit(edit: Edit) -> bytes:
    """The edit as it is stored, packed once. Edits that it has dropped are inside."""
    known = _PACKED.get(edit)
    if known is None:
        known = _PACKED[edit] = msgpack.packb(edit_fields(edit))
    return known


def edit_fields(edit: Edit) -> list[Any]:
    """The edit as lists, dictionaries and numbers."""
    change = edit.change
    parts = {name: dict(part) for name, part in change.parts.items()}
    what = [dict(change.parameters), dict(change.data), change.row]
    what += [parts.pop(name, {}) for name in FIRST_PARTS]
    if parts:
        what.append(parts)
    dropped = [edit_fields(one) for one in edit.dropped]
    return [edit.iteration, list(edit.origin), list(edit.landing), edit.focus, what, dropped]


def check_edits(edits: Iterable[Edit]) -> None:
    """Raise Invalid where a session's edits, dropped ones included, are more than one may hold."""
    edits = list(edits)
    every = list(_with_dropped(edits, 0))
    if len(every) > limits.MAX_EDITS:
        raise Invalid(
            "parameters",
            f"This session holds {limits.MAX_EDITS} edits, the most it can; reset it to begin again.",
            "problem-too-many-edits",
            limit=limits.MAX_EDITS,
        )
    _check_datasets([dataset for edit in every if (dataset := edit.change.part("dataset"))])
    _check_programs([graph for edit in every if (graph := edit.change.part("graph"))])
    size = sum(len(packed_edit(edit)) for edit in edits)
    if size > limits.MAX_EDITS_BYTES:
        raise Invalid(
            "parameters",
            f"The edits of this session would hold {size / 1e6:.1f} MB; they may hold "
            f"{limits.MAX_EDITS_BYTES / 1e6:g} MB. Reset the session, or go back before its large edits.",
            "problem-edits-too-large",
            megabytes=round(size / 1e6, 1),
            max=limits.MAX_EDITS_BYTES / 1e6,
        )


def _with_dropped(edits: Sequence[Edit], depth: int) -> Iterator[Edit]:
    if edits and depth > limits.MAX_EDITS_DEPTH:
        raise Invalid(
            "parameters",
            f"This session has gone back before its edits and edited again {limits.MAX_EDITS_DEPTH} times, "
            "the most it can remember; reset it to begin again.",
            "problem-too-many-edits",
            limit=limits.MAX_EDITS_DEPTH,
        )
    for edit in edits:
        yield edit
        yield from _with_dropped(edit.dropped, depth + 1)


def _check_programs(graphs: list[Mapping[str, Any]]) -> None:
    programs = {graph["program"] for graph in graphs if "program" in graph}
    if len(programs) > limits.MAX_GRAPH_EDITS:
        raise Invalid(
            "graph.program",
            f"This session's edits hold {limits.MAX_GRAPH_EDITS} programs, the most they can; "
            "start a new session with the next one.",
            "problem-too-many-programs",
            limit=limits.MAX_GRAPH_EDITS,
        )


def _check_datasets(sets: list[Mapping[str, Any]]) -> None:
    numbers = sum(len(row) for part in sets for name in ("X", "Y") for row in part.get(name, ()))
    if len(sets) > limits.MAX_DATA_EDITS or numbers > limits.MAX_DATA_EDIT_NUMBERS:
        raise Invalid(
            "dataset",
            f"This session's edits would hold {len(sets)} data sets with {numbers} numbers of its own; "
            f"they may hold {limits.MAX_DATA_EDITS} with {limits.MAX_DATA_EDIT_NUMBERS}. "
            "Reset it to begin again.",
            "problem-too-many-datasets",
            count=len(sets) - 1,
        )
