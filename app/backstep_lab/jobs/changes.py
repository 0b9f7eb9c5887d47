"""Changes of a session, named as their endpoints: what makes each, its answer, and how much it has to
compute.

The arguments are plain values, so that a change can be made in a compute process.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from backstep_lab.exports.safetensors_import import imported
from backstep_lab.jobs.bodies import validated
from backstep_lab.queries.query import SLOW
from backstep_lab.sessions.concurrency.work import back_work, edit_work, seek_work, snapshot_work, step_work
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.navigation import Phase, advance, advance_phase, iterations_ahead, retreat, seek
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.restart import reset, rewound, with_new_weights
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.training import stopped
from backstep_lab.sessions.transition import Transition
from backstep_lab.spec.create import SessionPatch
from backstep_lab.spec.errors import check_revision
from backstep_lab.wire.session import session_json, stale
from backstep_lab.wire.step import step_json

Arguments = Mapping[str, Any]
LIGHT_UNITS, LIGHT_EXAMPLES = 64, 1_000  # of an edit of shape or data that is made on the event loop


@dataclass(frozen=True)
class ChangeCall:
    """`act(session, arguments, proceed)` makes it, `answer(transition, arguments)` writes it, `work` is in
    multiplications.
    """

    act: Callable[[Session, Arguments, ShouldContinue], Transition]
    answer: Callable[[Transition, Arguments], bytes]
    work: Callable[[Session, Arguments], int]


def _step_work(session: Session, arguments: Arguments) -> int:
    unit, count = arguments["unit"], arguments["count"]
    iterations = iterations_ahead(session, unit, count) if unit in ("iteration", "epoch") else 0
    return step_work(session, unit, iterations, count)


def _phase(phase: Phase) -> ChangeCall:
    return ChangeCall(
        lambda session, arguments, _: advance_phase(session, phase, arguments["unit"]),
        moved_json,
        lambda session, arguments: step_work(session, arguments["unit"], 0, 1),
    )


def _patch(session: Session, arguments: Arguments, proceed: ShouldContinue) -> Transition:
    if "body" not in arguments:
        return patched(session, arguments["parts"])
    call = validated(SessionPatch, arguments["body"])
    check_revision(call.revision, session.revision)
    return patched(session, call.model_dump(exclude_unset=True, exclude_none=True))


def _patch_work(session: Session, arguments: Arguments) -> int:
    parts = arguments.get("parts", {})
    if "graph" in parts:
        return SLOW
    is_large = "body" in arguments or "dataset" in parts or "network" in parts
    return SLOW if is_large and not _is_light(session, arguments) else edit_work(session)


def _is_light(session: Session, arguments: Arguments) -> bool:
    """Whether an edit of the shape or the data leads to something small, by what it asks for."""
    if "body" in arguments:
        return False
    data, network = arguments["parts"].get("dataset", {}), arguments["parts"].get("network", {})
    units = [layer["units"] for layer in network.get("layers", ())]
    examples = data.get("samples") or 0
    return sum(units) <= LIGHT_UNITS and examples <= LIGHT_EXAMPLES and not data.get("X")


def moved_json(change: Transition, arguments: Arguments) -> bytes:
    """The answer to a move, without the operations that the caller knows."""
    known = arguments.get("known")  # a list where it came from another process
    return step_json(change, None if known is None else (known[0], known[1]))


def edited_json(change: Transition, arguments: Arguments) -> bytes:
    """The session after an edit, with the refs that it made stale."""
    return session_json(change.end, stale=stale(change.start, change.end))


CHANGES: dict[str, ChangeCall] = {
    "step": ChangeCall(lambda s, a, p: advance(s, a["unit"], a["count"], p), moved_json, _step_work),
    "back": ChangeCall(
        lambda s, a, p: retreat(s, a["unit"], a["count"], p),
        moved_json,
        lambda s, a: back_work(s, a["unit"], a["count"]),
    ),
    "seek": ChangeCall(
        lambda s, a, p: seek(s, a["iteration"], a["step"], p),
        moved_json,
        lambda s, a: seek_work(s, a["iteration"]),
    ),
    "forward": _phase("forward"),
    "backward": _phase("backward"),
    "update": _phase("update"),
    "patch": ChangeCall(_patch, edited_json, _patch_work),
    "reset": ChangeCall(
        lambda s, a, p: reset(s), lambda change, a: session_json(change.end), lambda s, a: edit_work(s)
    ),
    "rewind": ChangeCall(
        lambda s, a, p: rewound(s), lambda change, a: session_json(change.end), lambda s, a: edit_work(s)
    ),
    "new-weights": ChangeCall(
        lambda s, a, p: with_new_weights(s),
        lambda change, a: session_json(change.end),
        lambda s, a: edit_work(s),
    ),
    "stop": ChangeCall(
        lambda s, a, p: stopped(s), lambda change, a: session_json(change.end), lambda s, a: snapshot_work(s)
    ),
    "import-safetensors": ChangeCall(
        lambda s, a, p: imported(s, a["file"]), edited_json, lambda s, a: edit_work(s)
    ),
}
