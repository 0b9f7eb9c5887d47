"""Back to iteration 0: with the current settings and perhaps new weights, or as the session was created."""

from backstep_lab.models.change import Change
from backstep_lab.sessions.edits import Edit
from backstep_lab.sessions.permissions import check_unlocked
from backstep_lab.sessions.quota import check_edits
from backstep_lab.sessions.replay import ReplayCursor, from_checkpoint
from backstep_lab.sessions.session import Head, Session
from backstep_lab.sessions.transition import Transition


def reset(session: Session) -> Transition:
    """The session as it was created, without its edits."""
    start = Session.new(session.id, session.history.spec, session.revision)
    return Transition(session, start, needs_snapshot=True, ends_run=True)


def settings_at_start(session: Session) -> tuple[ReplayCursor, Change]:
    """Iteration 0 with its edits, and the change that gives it the current settings."""
    first = from_checkpoint(session.history, 0)
    return first, session.history.model.settings_since(first.setup, session.current.setup)


def rewound(session: Session) -> Transition:
    """The session at iteration 0 with its current settings. It is an edit: a step back undoes it."""
    first, change = settings_at_start(session)
    return _restarted(session, first, change)


def with_new_weights(session: Session) -> Transition:
    """The same, with initial weights from the next seed. Raises Locked."""
    check_unlocked(session, ("network",))
    first, change = settings_at_start(session)
    return _restarted(session, first, session.history.model.with_next_seed(change, session.current.setup))


def _restarted(session: Session, first: ReplayCursor, change: Change) -> Transition:
    edit = Edit(0, (session.iteration, session.step), (0, 0), session.head.focus, change)
    history = first.history.with_restart(edit)
    check_edits(history.edits)
    cursor = ReplayCursor(history, history.model.apply(first.setup, change), 0).evaluated()
    start = session.at_edit(Head(0, 0, session.head.focus), cursor.history, cursor.computed())
    return Transition(session, start, needs_snapshot=True, ends_run=True)
