"""What changes from one JSON value to the next, so that what stays is written once."""

from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]
Patch = list[tuple[Path, Any]]  # (path, the new value there); an index beyond a list's end appends to it


def patch_of(before: Any, after: Any) -> Patch:
    """What leads from one value to the other. Objects keep their keys."""
    return list(_changes(before, after, ()))


def _changes(before: Any, after: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if before == after:
        return
    if not _is_similar(before, after):
        yield path, after
        return
    keys = after if isinstance(after, dict) else range(len(after))
    inner = [change for key in keys for change in _changes(_at(before, key), after[key], (*path, key))]
    whole = isinstance(after, list) and len(inner) > len(after) // 2
    yield from [(path, after)] if whole else inner


def _is_similar(before: Any, after: Any) -> bool:
    """Whether both are objects with the same keys, or lists of which the second is no shorter."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys()
    return isinstance(before, list) and isinstance(after, list) and 0 < len(before) <= len(after)


def _at(value: Any, key: str | int) -> Any:
    """The value under a key; what equals nothing beyond the end of a list."""
    return _NOTHING if isinstance(value, list) and key >= len(value) else value[key]  # type: ignore[operator]


_NOTHING = object()
