"""What training sends: events on the way, and the session at its end."""

from collections.abc import Mapping
from typing import Any
from zlib import crc32

from backstep_lab.config import limits
from backstep_lab.sessions.loss_curve import spacing
from backstep_lab.sessions.quota import packed_edit
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.operations import LOSS
from backstep_lab.wire.json_encoder import json_bytes, json_object
from backstep_lab.wire.session import accuracies, losses

FORWARD_VALUES = ("x", "y", "z", "a", "loss_terms", "example_loss", "data_loss", "penalty", "loss")

LiveKnown = tuple[int, list[int]]  # iteration and mark of the edits of the last event


def trained_json(session: bytes, iterations: int, stopped: str) -> bytes:
    """The session after training, `session` being its JSON."""
    return session[:-1] + b',"ran":' + json_bytes({"iterations": iterations, "stopped": stopped}) + b"}"


def progress_json(revision: int, done: int, wanted: int, examples: int, fields: Mapping[str, Any]) -> bytes:
    """How far training has come; `fields` are those of the slice, `live` being the JSON of `live_fields`."""
    return json_object(
        revision=json_bytes(revision),
        position=fields["position"],
        queued=b"0",
        done=json_bytes(done),
        wanted=json_bytes(wanted),
        examples=json_bytes(examples),
        loss=json_bytes(fields["loss"]),
        state=json_bytes(fields["status"]),
        **fields["live"],
    )


def live_fields(session: Session, known: LiveKnown | None) -> dict[str, bytes]:
    """What a picture that follows the run needs, without what the last event has sent already.

    The parameters are those that the iteration was computed with, so that the values beside them follow from
    them.
    """
    current, since = session.current, -1 if known is None else known[0]
    values = current.values(min(session.step, current.phases[LOSS][1]), session.focus)
    edits = edits_mark(session)
    return {
        "parameters": json_bytes(current.parameters(False)),
        "values": json_bytes(_known_values(values)),
        "spec": json_bytes(current.spec.model_dump(exclude_none=True))
        if known is None or known[1] != edits
        else b"null",
        "edits": json_bytes(len(session.history.edits)),
        "furthest": json_bytes(session.furthest),
        "curves": json_bytes(curves_since(session, since)),
    }


def _known_values(values: Any) -> dict[str, Any]:
    """What the forward pass computed: of a network by name, of a graph by ref."""
    if isinstance(values, Mapping):
        return {ref: value for ref, value in values.items() if value is not None}
    return {name: getattr(values, name) for name in FORWARD_VALUES}


def curves_since(session: Session, since: int) -> dict[str, Any]:
    """The points of all curves after an iteration, and how far apart the points of each are by now."""
    return {
        "since": since,
        "losses": {
            name: {
                "every": spacing(length, capacity),
                "points": [point for point in points if point["i"] > since],
            }
            for (name, points), (length, capacity) in zip(
                losses(session).items(), _lengths(session), strict=True
            )
        },
        "accuracies": {
            name: {
                "every": spacing(session.iteration + 1, limits.EVALUATIONS_SHOWN),
                "points": [point for point in points if point["i"] > since],
            }
            for name, points in accuracies(session).items()
        },
    }


def _lengths(session: Session) -> list[tuple[int, int]]:
    evaluated = (session.iteration + 1, limits.EVALUATIONS_SHOWN)
    return [(session.iteration, limits.LOSSES_SHOWN), evaluated, evaluated]


def edits_mark(session: Session) -> list[int]:
    """A mark in which two histories of edits of one session differ, and so two of its specs."""
    edits = session.history.edits
    return [len(edits), crc32(packed_edit(edits[-1])) if edits else 0]


def queued_json(before: int, done: int, wanted: int) -> bytes:
    """A run that waits for its turn."""
    return json_bytes({"queued": before, "done": done, "wanted": wanted})
