"""A history as bytes: msgpack, with arrays as raw float64. Never pickle: foreign bytes can only fail to load.

A packed history is `[VERSION, {...}]`; every count and size is checked before memory is taken for it, what
edits may hold is checked before one is applied, and the spec passes the same validation as a learner's.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import msgpack  # type: ignore[import-untyped]
import numpy as np
from pydantic import ValidationError

from backstep_lab.config import limits
from backstep_lab.engine.memory.arrays import Array, frozen
from backstep_lab.models.change import Change
from backstep_lab.models.protocol import ModelSpec
from backstep_lab.models.registry import model_in
from backstep_lab.sessions.edits import Edit
from backstep_lab.sessions.history import MOST_CHECKPOINTS, Checkpoint, History
from backstep_lab.sessions.loss_curve import Curve
from backstep_lab.sessions.loss_curves import Curves
from backstep_lab.sessions.quota import FIRST_PARTS, check_edits, edit_fields
from backstep_lab.spec.errors import Problem
from backstep_lab.spec.examples import stored_data

T = TypeVar("T")
VERSION = 2
MAX_BYTES = 32 * 1024 * 1024  # far above the largest history; what is longer was not written here
_CURVES = {
    "iteration": limits.LOSSES_SHOWN,
    "train": limits.EVALUATIONS_SHOWN,
    "test": limits.EVALUATIONS_SHOWN,
    "train_accuracy": limits.EVALUATIONS_SHOWN,
    "test_accuracy": limits.EVALUATIONS_SHOWN,
}
_LATER_CURVES = ("train_accuracy", "test_accuracy")  # not in what was stored before there were accuracies


class CodecError(Exception):
    """Bytes that are no history of this version."""


def pack(history: History) -> bytes:
    """The history as bytes."""
    body = {
        "spec": spec_fields(history.spec),
        "edits": [edit_fields(edit) for edit in history.edits],
        "interval": history.interval,
        "checkpoints": [checkpoint_fields(history, checkpoint) for checkpoint in history.checkpoints],
        **curves_fields(history.curves),
    }
    packed: bytes = msgpack.packb([VERSION, body])
    return packed


def spec_fields(spec: ModelSpec) -> dict[str, Any]:
    """The spec, without `reveal_upcoming` where that has its default: a link stays short."""
    return spec.model_dump(exclude_none=True, exclude={"reveal_upcoming"} if spec.reveal_upcoming else None)


def curves_fields(curves: Curves) -> dict[str, Any]:
    """The loss curves, and how far they are known."""
    return {
        "curves": {
            name: [level.tobytes() for level in getattr(curves, name).levels]
            for name in _CURVES
            if name not in _LATER_CURVES or getattr(curves, name).levels
        },
        "reached": curves.reached,
        "evaluated": curves.evaluated,
    }


def unpack(data: bytes) -> History:
    """The history that these bytes hold. Raises CodecError, and nothing else, where they hold none."""
    return decoded(lambda: _history(*unpacked(data)))


def unpacked(data: bytes) -> tuple[int, Any]:
    """(version, content) of packed bytes. Raises CodecError, or what `decoded` turns into one."""
    if len(data) > MAX_BYTES:
        raise CodecError(f"{len(data)} bytes; a history has at most {MAX_BYTES}")
    version, content = msgpack.unpackb(data, strict_map_key=True, max_ext_len=0)
    return version, content


def decoded(decode: Callable[[], T]) -> T:
    """The outcome of `decode`. Raises CodecError, and nothing else, whatever is wrong with its bytes."""
    try:
        return decode()
    except CodecError:
        raise
    except (ValidationError, Problem) as error:
        raise CodecError(f"an invalid spec or edit: {error}") from error
    except (
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        OverflowError,
        RecursionError,
        msgpack.UnpackException,
    ) as error:
        raise CodecError(f"no history: {type(error).__name__}: {error}") from error


def _history(version: int, body: Mapping[str, Any]) -> History:
    if version != VERSION:
        raise CodecError(f"version {version!r}; this program reads version {VERSION}")
    return history_from(body, body["edits"], body["checkpoints"])


def history_from(body: Mapping[str, Any], edits: Sequence[Any], checkpoints: Sequence[Any]) -> History:
    """The history with the spec, interval and curves of `body`, and these edits and checkpoints.

    What the edits may hold is checked before the first of them is applied.
    """
    spec = model_in(body["spec"]).read_spec(body["spec"])
    read = tuple(_edit_in(raw) for raw in _listed(edits, limits.MAX_EDITS))
    check_edits(read)
    interval = _whole(body["interval"], 1)
    stored: dict[str, Any] = {name: [] for name in _LATER_CURVES} | _mapping(body["curves"])
    curves = Curves(
        **{name: _curve(stored[name], capacity) for name, capacity in _CURVES.items()},
        reached=_whole(body["reached"]),
        evaluated=_whole(body["evaluated"]),
    )
    bare = History(spec, read, (), interval, curves)
    _check_order(bare)
    kept = tuple(_checkpoints_in(bare, _listed(checkpoints, MOST_CHECKPOINTS)))
    return replace(bare, checkpoints=kept)


def _check_order(history: History) -> None:
    """Raise where an edit belongs to an earlier iteration than the edit before it."""
    if any(a.iteration > b.iteration for a, b in zip(history.edits, history.edits[1:], strict=False)):
        raise CodecError("edits out of order")


def _checkpoints_in(history: History, raw: Sequence[Any]) -> Iterator[Checkpoint]:
    """The checkpoints, each read for the setup that it belongs to. Applies every edit, so that all fit."""
    model, setup, edits, last = history.model, history.initial_setup, deque(history.edits), 0
    for iteration, *state in raw:
        if _whole(iteration, 1) <= last:
            raise CodecError("checkpoints out of order")
        while edits and edits[0].iteration < iteration:
            setup = model.apply(setup, edits.popleft().change)
        yield Checkpoint(iteration, model.decode_state(setup, state))
        last = iteration
    for edit in edits:
        setup = model.apply(setup, edit.change)


def _edit_in(raw: Any) -> Edit:
    iteration, origin, landing, focus, what, dropped = raw
    parameters, data, row, *fields = what
    first, others = fields[: len(FIRST_PARTS)], _listed(fields[len(FIRST_PARTS) :], 1)
    parts = dict(zip(FIRST_PARTS, first, strict=True))
    for other in others:
        parts |= _mapping(other)
    parts = {name: _mapping(part) for name, part in parts.items() if part != {}}
    if "dataset" in parts:
        parts["dataset"] = stored_data(parts["dataset"])
    change = Change(_numbers(parameters), _numbers(data), _whole(row), parts)
    later = tuple(_edit_in(one) for one in _listed(dropped, limits.MAX_EDITS))
    return Edit(_whole(iteration), _place(origin), _place(landing), _whole(focus), change, later)


def checkpoint_fields(history: History, checkpoint: Checkpoint) -> list[Any]:
    """The checkpoint as numbers and raw arrays."""
    return [checkpoint.iteration, *history.model.encode_state(checkpoint.state)]


def _curve(raw: Any, capacity: int) -> Curve:
    levels = []
    for level in _listed(raw, 32):
        if not isinstance(level, bytes) or len(level) > 8 * capacity:
            raise CodecError("a loss curve of the wrong size")
        levels.append(_array(level, len(level) // 8))
    return Curve(capacity, tuple(levels))


def _array(raw: Any, size: int) -> Array:
    if not isinstance(raw, bytes) or len(raw) != 8 * size:
        raise CodecError(f"an array that has not {size} numbers")
    return frozen(np.frombuffer(raw, dtype="<f8"))


def _whole(value: Any, low: int = 0) -> int:
    if type(value) is not int or not low <= value <= 2**53:
        raise CodecError(f"{value!r} where a whole number from {low} belongs")
    return value


def _place(raw: Any) -> tuple[int, int]:
    iteration, step = raw
    return _whole(iteration), _whole(step)


def _listed(raw: Any, most: int) -> list[Any]:
    if not isinstance(raw, list) or len(raw) > most:
        raise CodecError(f"a list of at most {most} entries belongs here")
    return raw


def _mapping(raw: Any) -> dict[str, Any]:
    if not isinstance(raw, dict) or not all(isinstance(key, str) for key in raw):
        raise CodecError("an object belongs here")
    return raw


def _numbers(raw: Any) -> dict[str, float]:
    numbers = _mapping(raw)
    if not all(type(v) in (int, float) and abs(v) <= limits.MAX_NUMBER for v in numbers.values()):
        raise CodecError("finite numbers of a sensible size belong here")
    return {key: float(value) for key, value in numbers.items()}
