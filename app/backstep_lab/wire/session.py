"""A whole session as JSON, built as bytes for speed; a test compares it with its model `SessionState`."""

from typing import Any

from backstep_lab.config import limits
from backstep_lab.presets.published import Check, SlipResult
from backstep_lab.sessions.published_checks import checks, published_figures
from backstep_lab.sessions.session import Session
from backstep_lab.wire.json_encoder import json_array, json_bytes, json_object
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
    return json_object(
        id=json_bytes(session.id or None),
        revision=json_bytes(session.revision),
        spec=json_bytes(session.current.spec.model_dump(exclude_none=True)),
        position=position_json(session),
        parameters=json_bytes(session.current.parameters(session.is_complete)),
        parameters_before=json_bytes(session.current.parameters(False)) if session.is_complete else b"null",
        values=json_bytes(session.current.values(session.step, session.focus)),
        operation=last_operation_json(session),
        next=next_operation_json(session),
        ahead=upcoming_json(session),
        losses=json_bytes(losses(session)),
        accuracies=json_bytes(accuracies(session)),
        checks=check_list(checks(session, published_figures(session))),
        edits=json_bytes(len(session.history.edits)),
        furthest=json_bytes(session.furthest),
        state=json_bytes(session.status),
        divergence=json_bytes(divergence(session)),
        **{name: json_bytes(value) for name, value in more.items()},
    )


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
