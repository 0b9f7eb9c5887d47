"""Undo of the newest edit."""

from backstep_lab.sessions.edits import Position
from backstep_lab.sessions.history import ShouldContinue, never_stop
from backstep_lab.sessions.replay import from_checkpoint
from backstep_lab.sessions.session import Head, Session


def newest_landing(session: Session) -> Position | None:
    """The position that the newest edit led to; None where there is no edit."""
    return session.history.edits[-1].landing if session.history.edits else None


def undone(session: Session, proceed: ShouldContinue = never_stop) -> Session:
    """The session as it was before its newest edit, bit for bit."""
    newest = session.history.edits[-1]
    iteration, step = newest.origin
    start = from_checkpoint(session.history.without_newest_edit(), iteration)
    cursor = start.advance_to(iteration, proceed=proceed)
    return session.at_edit(Head(iteration, step, newest.focus), cursor.history, cursor.computed())
