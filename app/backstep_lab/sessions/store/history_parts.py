"""A history as named parts, so that storing a change costs in proportion to what changed.

    base                 the spec, and the version of these parts
    course               the interval of checkpoints, the loss curves, and the work of opening the session
    edit 00012           one edit, by its place
    checkpoint 00000480  one checkpoint, by its iteration
    whole                all of it, as `codec.pack` writes it: what an older program has stored

Edits and checkpoints never change once made, so a part is written again only where its object is another one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgpack  # type: ignore[import-untyped]

from backstep_lab.sessions.history import History
from backstep_lab.sessions.quota import packed_edit
from backstep_lab.sessions.store.codec import (
    CodecError,
    checkpoint_fields,
    curves_fields,
    decoded,
    history_from,
    spec_fields,
    unpack,
    unpacked,
)

VERSION = 1
WHOLE = "whole"
EDIT_WORK = 500_000  # multiplications that applying an edit is worth, most of it checking the spec again
BYTE_WORK = 30  # and reading a stored byte
LARGE_WORK = 10**12
_BASE, _COURSE, _EDIT, _CHECKPOINT = "base", "course", "edit ", "checkpoint "


@dataclass(frozen=True)
class PartsChange:
    """The parts that differ between two histories."""

    put: dict[str, bytes]
    delete: list[str]


def parts_of(history: History, work: int) -> dict[str, bytes]:
    """All parts. `work` is what opening the session costs at least, see `Session.opening_work`."""
    return {
        _BASE: msgpack.packb([VERSION, spec_fields(history.spec)]),
        _COURSE: _course(history, work),
        **{name: packed_edit(edit) for name, edit in _edits(history).items()},
        **{name: msgpack.packb(checkpoint_fields(history, c)) for name, c in _checkpoints(history).items()},
    }


def changed_parts(stored: History | None, new: History, work: int) -> PartsChange:
    """What has to be written so that a store that holds `stored` holds `new`; None: it holds a whole."""
    if stored is None:
        return PartsChange(parts_of(new, work), [WHOLE])
    put: dict[str, bytes] = {_COURSE: _course(new, work)}
    delete: list[str] = []
    if new.spec is not stored.spec:
        put[_BASE] = msgpack.packb([VERSION, spec_fields(new.spec)])
    before, after = _edits(stored), _edits(new)
    put |= {name: packed_edit(edit) for name, edit in after.items() if edit is not before.get(name)}
    delete += before.keys() - after.keys()
    old, now = _checkpoints(stored), _checkpoints(new)
    put |= {
        name: msgpack.packb(checkpoint_fields(new, c)) for name, c in now.items() if c is not old.get(name)
    }
    delete += old.keys() - now.keys()
    return PartsChange(put, delete)


def history_of(parts: Mapping[str, bytes]) -> History:
    """The history of these parts. Raises CodecError, and nothing else, where they hold none."""
    if WHOLE in parts:
        return unpack(parts[WHOLE])
    return decoded(lambda: _history(parts))


def _history(parts: Mapping[str, bytes]) -> History:
    version, spec = unpacked(parts[_BASE])
    if version != VERSION:
        raise CodecError(f"version {version!r}; this program reads version {VERSION}")
    course = msgpack.unpackb(parts[_COURSE], strict_map_key=True, max_ext_len=0)
    edits, checkpoints = (
        [msgpack.unpackb(parts[name], max_ext_len=0) for name in sorted(parts) if name.startswith(kind)]
        for kind in (_EDIT, _CHECKPOINT)
    )
    return history_from({**course, "spec": spec}, edits, checkpoints)


def opening_work(parts: Mapping[str, bytes]) -> int:
    """Roughly the multiplications that opening the session takes, but for iterations since the last
    checkpoint.

    Read without applying anything; 0 where the parts cannot be read, which opening reports.
    """
    try:
        work = msgpack.unpackb(parts[_COURSE], max_ext_len=0)["work"]
        edits = sum(name.startswith(_EDIT) for name in parts)
        return int(work) + EDIT_WORK * edits + BYTE_WORK * sum(map(len, parts.values()))
    except (ValueError, TypeError, KeyError, msgpack.UnpackException):
        return LARGE_WORK if WHOLE in parts else 0


def spec_in(parts: Mapping[str, bytes]) -> dict[str, Any] | None:
    """The spec as it is stored, for a session that cannot be opened; None where it cannot be read either."""
    try:
        if WHOLE in parts:
            return dict(unpacked(parts[WHOLE])[1]["spec"])
        return dict(unpacked(parts[_BASE])[1])
    except (CodecError, ValueError, TypeError, KeyError, IndexError, RecursionError, msgpack.UnpackException):
        return None


def _course(history: History, work: int) -> bytes:
    fields = {"interval": history.interval, **curves_fields(history.curves), "work": work}
    packed: bytes = msgpack.packb(fields)
    return packed


def _edits(history: History) -> dict[str, Any]:
    return {f"{_EDIT}{place:05}": edit for place, edit in enumerate(history.edits)}


def _checkpoints(history: History) -> dict[str, Any]:
    return {f"{_CHECKPOINT}{checkpoint.iteration:08}": checkpoint for checkpoint in history.checkpoints}
