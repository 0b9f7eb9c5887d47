"""One slice of a training run: what goes into a compute process, and what comes back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.training import Trained, train
from backstep_lab.wire.operation_json import position_json
from backstep_lab.wire.session import session_json
from backstep_lab.wire.training import LiveKnown, edits_mark, live_fields


def trained_slice(session: Session, arguments: Mapping[str, Any], proceed: ShouldContinue) -> Trained:
    """Train until `proceed` returns False, `stop` iterations are done in all, or `most` in this slice.

    `arguments`: `stop`, `most`, and `until` with fields of `StopCriteria`. Counted from the session's start,
    the goal stays the same whatever steps are done during the run, and whether a slice was stored or not.
    """
    until = arguments["until"]
    wanted = StopCriteria(until["loss"], until["accuracy"], until["no_change"], tuple(until["seen"]))
    left = arguments["stop"] - session.iterations_done
    if left <= 0:
        return Trained(session, 0, "completed", wanted)
    most = arguments["most"]
    if most is None or left <= most:
        return train(session, left, wanted, proceed)
    trained = train(session, most, wanted, proceed)
    return replace(trained, stopped=None) if trained.stopped == "completed" else trained


def until_fields(until: StopCriteria) -> dict[str, Any]:
    """The goal as plain values, with what has been seen of it so far."""
    return {
        "loss": until.loss,
        "accuracy": until.accuracy,
        "no_change": until.no_change,
        "seen": list(until.seen),
    }


def slice_fields(trained: Trained, with_events: bool, known: LiveKnown | None) -> dict[str, Any]:
    """What the server needs to know of a slice, in addition to the session's parts.

    `known` is what the events before have sent; the whole session comes with the last slice only.
    """
    session, current = trained.session, trained.session.current
    return {
        "done": session.iterations_done,
        "stopped": trained.stopped,
        "until": until_fields(trained.criteria),
        "examples": examples_used(session),
        "loss": current.loss if session.knows_loss else None,
        "position": position_json(session),
        "status": session.status,
        "known": [session.iteration, edits_mark(session)],
        "live": live_fields(session, known) if with_events else {},
        "json": session_json(session) if with_events and trained.stopped else b"",
    }


def examples_used(session: Session) -> int:
    """How many examples training has used up to here, each epoch's counted again."""
    return session.current.examples_used(session.is_complete)
