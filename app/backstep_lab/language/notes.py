"""Remarks on a program that are no mistakes: names that nothing reads, names with several values."""

from collections.abc import Iterator, Mapping, Set

from backstep_lab.engine.graph.graph import Note
from backstep_lab.language.variables import Binding, Scope


def notes(scope: Scope, values: Mapping[str, object], results: Set[str]) -> tuple[Note, ...]:
    """The remarks on a program that was read; `results` are the names of what is differentiated."""
    by_name: dict[str, list[Binding]] = {}
    for binding in scope.bindings:
        by_name.setdefault(binding.name, []).append(binding)
    return tuple(
        note
        for bindings in by_name.values()
        for note in _of_name(bindings, values, bindings[0].name in results)
    )


def _of_name(bindings: list[Binding], values: Mapping[str, object], is_result: bool) -> Iterator[Note]:
    first, second = bindings[0], bindings[1] if len(bindings) > 1 else None
    name = first.name
    if not is_result and not any(binding.read for binding in bindings):
        yield Note("program-note-unused", {"name": name, "line": first.line})
    if second is not None and first.is_leaf and not first.read:
        yield Note("program-note-shadowed", {"name": name, "line": first.line, "again": second.line})
    elif second is not None:
        yield Note("program-note-assigned-again", {"name": name, "line": second.line, "ref": second.ref})
    if name in values and not first.is_leaf:
        yield Note("program-note-value-not-used", {"name": name, "line": first.line})
    if any(min(index) < 0 for binding in bindings for index in binding.pieces):
        yield Note("program-note-negative-index", {"name": name})
