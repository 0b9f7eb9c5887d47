"""From drafts to nodes: refs that are unique, groups that hold something."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from backstep_lab.engine.graph.graph import CONSTANT, LEAF, Group, Node
from backstep_lab.language.drafts import Draft, Drafts, element_ref, variable_ref

KEPT_GROUPS = frozenset(("loop", "section"))
"""Kinds of groups that stay with a single operation."""


@dataclass(frozen=True, slots=True)
class Finished:
    """Nodes and groups that refer to each other, and where each draft went."""

    nodes: tuple[Node, ...]
    groups: tuple[Group, ...]
    places: Mapping[int, int]


def finish(drafts: Drafts) -> Finished:
    """The nodes of all drafts that are not dropped, with refs that are unique."""
    kept = [i for i, draft in enumerate(drafts.nodes) if not draft.dropped]
    places = {old: new for new, old in enumerate(kept)}
    groups, moved = _finish_groups(drafts, kept)
    refs = _refs([drafts.nodes[i] for i in kept])
    nodes = tuple(
        Node(
            ref,
            draft.function,
            tuple(places[node] for node in draft.inputs),
            draft.value if draft.function == CONSTANT else None,
            draft.name,
            draft.index,
            draft.place,
            draft.element,
            None if draft.group is None else moved[draft.group],
        )
        for ref, draft in zip(refs, (drafts.nodes[i] for i in kept), strict=True)
    )
    return Finished(nodes, groups, places)


def _finish_groups(drafts: Drafts, kept: Sequence[int]) -> tuple[tuple[Group, ...], dict[int, int | None]]:
    """The groups that hold two operations or more, and for each draft of a group the one that remains."""
    sizes = Counter[int]()
    for i in kept:
        draft = drafts.nodes[i]
        if draft.function not in (LEAF, CONSTANT) and draft.group is not None:
            sizes[draft.group] += 1
    for i in reversed(range(len(drafts.groups))):
        parent = drafts.groups[i].parent
        if parent is not None:
            sizes[parent] += sizes[i]
    finished: list[Group] = []
    moved: dict[int, int | None] = {}
    for i, group in enumerate(drafts.groups):
        parent = None if group.parent is None else moved[group.parent]
        moved[i] = parent
        if sizes[i] > 1 or (group.kind in KEPT_GROUPS and sizes[i]):
            moved[i] = len(finished)
            finished.append(Group(group.kind, group.label, parent))
    return tuple(finished), moved


def _refs(drafts: Sequence[Draft]) -> Iterator[str]:
    """`q`, `h[2]`, `d#2[0]` for what has a name, `L:3.2` for what has none, `C:3.1` for constants."""
    inner = Counter[tuple[str, int]]()
    named = Counter[str]()
    for draft in drafts:
        if draft.name:
            base = element_ref(variable_ref(draft.name, draft.version), draft.index)
            named[base] += 1
            yield base if named[base] == 1 else f"{base}#{named[base]}"
        else:
            letter = "C" if draft.function == CONSTANT else "L"
            inner[letter, draft.place.line] += 1
            yield f"{letter}:{draft.place.line}.{inner[letter, draft.place.line]}"
