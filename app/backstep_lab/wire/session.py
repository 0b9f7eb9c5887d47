"""A whole session as JSON, built as bytes for speed; a test compares it with its model `SessionState`."""

from collections.abc import Callable
from typing import Any

from backstep_lab.config import limits
from backstep_lab.presets.published import Check, SlipResult
from backstep_lab.sessions.published_checks import checks, published_figures
from backstep_lab.sessions.session import Session
from backstep_lab.wire.json_encoder import json_array, json_bytes, json_fields
from backstep_lab.wire.operation_json import (
    last_operation_json,
    next_operation_json,
    position_json,
    upcoming_json,
)

MAX_CACHED_CHECKS = 4096
_ENCODED_CHECKS: dict[tuple[int, float | None, SlipResult | None], bytes] = {}


def session_json(session: Session, **more: Any) -> bytes:
    """The whole session; `more` are further fields."""
    fields = shared_fields(session)
    if more:
        fields += b"," + json_fields(**{name: json_bytes(value) for name, value in more.items()})
    return identified(session, fields)


def shared_fields(session: Session) -> bytes:
    """The JSON fields that are the same for all sessions with these numbers at this place."""
    return json_fields(
        **{name: field(session) for name, field in (*SESSION_FIELDS.items(), *MOMENT_FIELDS.items())}
    )


def identified(session: Session, fields: bytes) -> bytes:
    """A JSON object of these fields after the session's own."""
    return b"{%b,%b}" % (json_fields(**{name: field(session) for name, field in OWN_FIELDS.items()}), fields)


def losses(session: Session) -> dict[str, Any]:
    """The loss curves up to the current position."""
    curves, iteration = session.history.curves, session.iteration
    own = [(iteration, session.current.loss)] if session.knows_loss else []
    return {
        "iteration": _points(curves.iteration.points(iteration) + own),
        "train": _points(curves.train.points(iteration + 1)),
        "test": _points(curves.test.points(iteration + 1)),
    }


def accuracies(session: Session) -> dict[str, Any]:
    """The curves of accuracy up to the moment at hand; empty where the targets are no classes."""
    curves, stop = session.history.curves, session.iteration + 1
    known = {"train": curves.train_accuracy, "test": curves.test_accuracy}
    return {
        name: [{"i": i, "accuracy": share} for i, share in curve.points(stop)]
        for name, curve in known.items()
    }


def _points(points: list[tuple[int, float]]) -> list[dict[str, float]]:
    return [{"i": i, "loss": loss} for i, loss in points]


def divergence(session: Session) -> dict[str, Any] | None:
    """Where training diverged, once the session stands there."""
    overflow = session.current.overflow
    if overflow is None or session.status != "diverged":
        return None
    return {"iteration": session.iteration, "layer": overflow.layer, "quantity": overflow.quantity}


def check_list(beside: list[Check]) -> bytes:
    """Published figures beside ours."""
    return json_array([_check(id(check.figure), check) for check in beside]) if beside else b"[]"


def _check(figure_id: int, check: Check) -> bytes:
    """One of them, encoded once: published figures never change."""
    key = (figure_id, check.computed, check.slip)
    encoded = _ENCODED_CHECKS.get(key)
    if encoded is None:
        if len(_ENCODED_CHECKS) >= MAX_CACHED_CHECKS:
            _ENCODED_CHECKS.clear()
        encoded = _ENCODED_CHECKS[key] = json_bytes(check_dict(check))
    return encoded


def check_dict(check: Check) -> dict[str, Any]:
    """A published figure beside ours."""
    figure = check.figure
    return {
        "ref": figure.ref,
        "label": figure.label,
        "iteration": figure.iteration,
        "published": figure.printed,
        "computed": check.computed,
        "agrees": check.agrees,
        "erratum": figure.erratum,
        "slip": None if check.slip is None else check.slip._asdict(),
    }


def stale(before: Session, after: Session) -> list[str]:
    """The refs that an edit has made unknown."""
    start = after.step if after.iteration == before.iteration else 0
    refs = before.current.refs_between(start, before.step)
    return [ref for ref, _ in zip(refs, range(limits.STALE_SHOWN), strict=False)]


# What no two sessions have in common.
OWN_FIELDS: dict[str, Callable[[Session], bytes]] = {
    "id": lambda session: json_bytes(session.id or None),
    "revision": lambda session: json_bytes(session.revision),
}
# What is the same at every step of an iteration.
SESSION_FIELDS: dict[str, Callable[[Session], bytes]] = {
    "spec": lambda session: json_bytes(session.current.spec.model_dump(exclude_none=True)),
    "accuracies": lambda session: json_bytes(accuracies(session)),
    "edits": lambda session: json_bytes(len(session.history.edits)),
    "furthest": lambda session: json_bytes(session.furthest),
}
MOMENT_FIELDS: dict[str, Callable[[Session], bytes]] = {
    "position": position_json,
    "parameters": lambda session: json_bytes(session.current.parameters(session.is_complete)),
    "parameters_before": lambda session: (
        json_bytes(session.current.parameters(False)) if session.is_complete else b"null"
    ),
    "values": lambda session: json_bytes(session.current.values(session.step, session.focus)),
    "operation": last_operation_json,
    "next": next_operation_json,
    "ahead": upcoming_json,
    "losses": lambda session: json_bytes(losses(session)),
    "checks": lambda session: check_list(checks(session, published_figures(session))),
    "state": lambda session: json_bytes(session.status),
    "divergence": lambda session: json_bytes(divergence(session)),
}
