"""A session as its whole JSON."""

from typing import Any

from backstep_lab.config import limits
from backstep_lab.engine.network import Network
from backstep_lab.presets.published import Check
from backstep_lab.sessions.published_checks import checks, figures
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.values import known, refs_between
from backstep_lab.wire import operation_json as told

MOST_TOLD_CHECKS = 4096
_TOLD_CHECKS: dict[tuple[int, float | None], bytes] = {}


def session_json(session: Session, **more: Any) -> bytes:
    """The whole session; `more` are further fields."""
    return joined(
        id=told.json(session.id or None),
        revision=told.json(session.revision),
        spec=told.json(session.current.setup.spec.model_dump(exclude_none=True)),
        position=told.position(session),
        parameters=_parameters(session.network),
        parameters_before=_parameters(session.current.trace.network) if session.is_complete else b"null",
        values=told.json(known(session.current.trace, session.current.program, session.step, session.focus)),
        operation=told.last(session),
        next=told.following(session),
        ahead=told.array(told.ahead(session)),
        losses=told.json(losses(session)),
        checks=check_list(checks(session, figures(session))),
        edits=told.json(len(session.history.edits)),
        furthest=told.json(session.furthest),
        state=told.json(session.status),
        divergence=told.json(divergence(session)),
        **{name: told.json(value) for name, value in more.items()},
    )


def joined(**fields: bytes) -> bytes:
    """A JSON object of fields that are JSON already."""
    return b"{" + b",".join(b'"' + name.encode() + b'":' + value for name, value in fields.items()) + b"}"


def _parameters(network: Network) -> bytes:
    return told.json({"W": _lists(network.W), "b": _lists(network.b)})


def _lists(arrays: Any) -> list[Any]:
    return [array.tolist() for array in arrays]


def losses(session: Session) -> dict[str, Any]:
    """The loss curves up to the moment at hand."""
    curves, iteration = session.history.curves, session.iteration
    own = [(iteration, session.current.trace.loss)] if session.knows_loss else []
    return {
        "iteration": _points(curves.iteration.points(iteration) + own),
        "train": _points(curves.train.points(iteration + 1)),
        "test": _points(curves.test.points(iteration + 1)),
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
    return told.array([_check(id(check.figure), check) for check in beside]) if beside else b"[]"


def _check(figure_id: int, check: Check) -> bytes:
    """One of them; figures live as long as the process, so what is told of them once stays told."""
    key = (figure_id, check.computed)
    known = _TOLD_CHECKS.get(key)
    if known is None:
        if len(_TOLD_CHECKS) >= MOST_TOLD_CHECKS:
            _TOLD_CHECKS.clear()
        known = _TOLD_CHECKS[key] = told.json(check_dict(check))
    return known


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
    }


def stale(before: Session, after: Session) -> list[str]:
    """The refs that an edit has made unknown."""
    start = after.step if after.iteration == before.iteration else 0
    refs = refs_between(before.current.program, start, before.step)
    return [ref for ref, _ in zip(refs, range(limits.STALE_SHOWN), strict=False)]
