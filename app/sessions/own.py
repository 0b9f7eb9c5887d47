"""How much data of a learner's own one session may come by."""

from collections.abc import Iterable, Mapping
from typing import Any

from app import limits
from app.sessions.edits import Edit
from app.sessions.problems import Invalid


def check_data_room(edits: Iterable[Edit], dataset: Mapping[str, Any]) -> None:
    """Raise Invalid where a session has come by as many data sets, or as many numbers, as it can."""
    sets = [*_datasets(edits), dataset]
    numbers = sum(len(row) for part in sets for name in ("X", "Y") for row in part.get(name, ()))
    if len(sets) > limits.MAX_DATA_EDITS or numbers > limits.MAX_DATA_EDIT_NUMBERS:
        raise Invalid(
            "dataset",
            f"This session has come by {len(sets) - 1} data sets, as many as it can hold; "
            "reset it to begin anew.",
            "problem-too-many-datasets",
            count=len(sets) - 1,
        )


def _datasets(edits: Iterable[Edit]) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = []
    for edit in edits:
        found += [edit.change.dataset] if edit.change.dataset else []
        found += _datasets(edit.dropped)
    return found
