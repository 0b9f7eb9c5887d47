"""Where each step leads, from every moment of a recording to another; None where it leads out of it."""

from backstep_lab.exports.offline.span import Span
from backstep_lab.sessions.navigation import Phase, advance, advance_phase, iterations_ahead, position_before
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.undo import newest_landing
from backstep_lab.spec.errors import OutOfTurn
from backstep_lab.stepping.cursor import Unit

PHASES: tuple[Phase, ...] = ("forward", "backward", "update")
Leads = list[int | None]


def moves_of(span: Span) -> dict[str, dict[str, Leads]]:
    """For every call, by its unit, the moments that it leads to."""
    moments = span.moments
    units = span.last.current.units
    return {
        "step": {unit: [_on(span, current, unit) for current in moments] for unit in units},
        "back": {unit: [_back(span, current, unit) for current in moments] for unit in units},
        **{phase: {"pass": [_through(span, current, phase) for current in moments]} for phase in PHASES},
    }


def _on(span: Span, session: Session, unit: Unit) -> int | None:
    if _ends(span, session):
        return None
    if unit not in ("iteration", "epoch"):
        return _index(span, advance(session, unit, 1).end)
    target = session.iteration + iterations_ahead(session, unit, 1) - 1 + session.is_complete
    diverges = span.last.current.overflow is not None
    return span.index(min(target, span.last.iteration) if diverges else target, None)


def _back(span: Span, session: Session, unit: Unit) -> int | None:
    landing = newest_landing(session)
    if landing == (session.iteration, session.step):
        return None  # this step back would take an edit back, and then all numbers are others
    if session.step == 0:
        if session.iteration == span.first:
            return None
        before = span.iterations[session.iteration - 1 - span.first]
        session = before.at_step(before.current.steps)
    return span.index(*position_before(session, unit))


def _through(span: Span, session: Session, phase: Phase) -> int | None:
    if _ends(span, session):
        return None
    try:
        return _index(span, advance_phase(session, phase, "pass").end)
    except OutOfTurn:
        return None


def _ends(span: Span, session: Session) -> bool:
    """Whether nothing that is recorded comes after this moment."""
    return session.iteration == span.last.iteration and session.step == session.current.limit


def _index(span: Span, there: Session) -> int | None:
    return span.index(there.iteration, there.step)
