"""A walk's answer: what it changed."""

from app import limits
from app.presets import Figure
from app.schemas import told
from app.schemas.session import check_dict, divergence, joined, session_json
from app.sessions.change import Walk
from app.sessions.checks import checks, figures
from app.sessions.session import Session
from app.stepping.values import changed


def step_json(walk: Walk) -> bytes:
    """The answer to a step; with a snapshot where the numbers between both steps are not all that changed."""
    start, end = walk.start, walk.end
    within = walk.same_iteration and abs(end.step - start.step) <= limits.CHANGES_SHOWN
    updated = walk.parameters_changed
    first = start.step if walk.same_iteration else 0
    numbers = _changed(walk) if within else {}
    return joined(
        id=told.json(end.id),
        revision=told.json(end.revision),
        position=told.position(end),
        operation=told.last(end),
        operations=b"[" + b",".join(told.operations(end, first, end.step)) + b"]",
        changed=told.json(numbers),
        next=told.following(end),
        ahead=b"[" + b",".join(told.ahead(end)) + b"]",
        checks=told.json([check_dict(check) for check in checks(end, _touched(end, numbers))]),
        parameters_changed=b"true" if updated else b"false",
        state=told.json(end.status),
        divergence=told.json(divergence(end)),
        snapshot=b"null" if within and not updated else session_json(end),
    )


def _changed(walk: Walk) -> dict[str, float | None]:
    moment = walk.end.moment
    return changed(moment.trace, moment.program, walk.start.step, walk.end.step, walk.end.focus)


def _touched(session: Session, numbers: dict[str, float | None]) -> list[Figure]:
    return [f for f in figures(session) if f.iteration == session.iteration and f.ref in numbers]
