"""Training many iterations in a row, in slices that can be reported, stored and stopped."""

from dataclasses import dataclass, replace
from typing import Literal

from backstep_lab.models.protocol import Iteration
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.replay import ReplayCursor, from_end_of, from_start_of, replayed
from backstep_lab.sessions.session import Head, Session, check_iteration, diverged
from backstep_lab.sessions.stopping import StopCriteria, StopReason
from backstep_lab.sessions.transition import Transition

Stopped = Literal["completed", "time", "diverged", "stopped"] | StopReason


@dataclass(frozen=True, eq=False)
class Trained:
    """The session after `iterations` more; `stopped` is None while training may go on.

    `criteria` remembers the losses seen so far, for the next slice.
    """

    session: Session
    iterations: int
    stopped: Stopped | None
    criteria: StopCriteria

    def at(self, session: Session) -> "Trained":
        """The same, with the session under another revision."""
        return replace(self, session=session)


def train(session: Session, iterations: int, criteria: StopCriteria, proceed: ShouldContinue) -> Trained:
    """Up to `iterations` iterations from here; a partial one counts as the first.

    Stops after the first that meets a criterion, where a number overflows, or when `proceed` is False. The
    session is then at the end of the last complete iteration.
    """
    check_trainable(session, iterations)
    if session.current.overflow is not None:
        return Trained(session.at_step(session.current.limit), 0, "diverged", criteria)
    first = session.iterations_done
    last = first + iterations - 1
    begin = from_end_of if session.is_complete else from_start_of
    cursor = replace(begin(session.history, session.current), criteria=criteria)
    cursor = cursor.advance_to(last, proceed=proceed)
    if cursor.stop_reason is None:
        return _with_last(session, cursor, first, last)
    met = replayed(cursor.history, cursor.iteration - 1)
    done = cursor.iteration - first
    return Trained(_at_end(session, cursor, met), done, cursor.stop_reason, cursor.criteria)


def check_trainable(session: Session, iterations: int) -> None:
    """Raise Invalid beyond the furthest iteration, Diverged where no number can be computed any more."""
    check_iteration(session.iterations_done + iterations - 1)
    if session.current.overflow is not None and session.step >= session.current.limit:
        raise diverged(session.current)


def _with_last(session: Session, cursor: ReplayCursor, first: int, last: int) -> Trained:
    """With the iteration that the cursor has reached, which is the last one and computed whole."""
    current, criteria = cursor.computed(), cursor.criteria
    end = _at_end(session, cursor, current)
    if current.overflow is not None:
        return Trained(end, cursor.iteration - first, "diverged", criteria)
    stopped: Stopped | None = "completed" if cursor.iteration == last else None
    if criteria.is_reached(current.loss):
        stopped = "target"
    elif criteria.next_evaluation(cursor.iteration, current.place_in_epoch.length) == cursor.iteration + 1:
        criteria, reason = criteria.evaluate(cursor.history.model, current.setup_after)
        stopped = reason or stopped
    return Trained(end, cursor.iteration - first + 1, stopped, criteria)


def _at_end(session: Session, cursor: ReplayCursor, current: Iteration) -> Session:
    """The session at the end of an iteration, or as far as its numbers are finite."""
    head, history = Head(current.number, current.limit, session.head.focus), cursor.history
    if current.overflow is None:
        history = history.with_loss(current.number, current.loss)
    return replace(session, head=head, history=history, current=current)


def stopped(session: Session) -> Transition:
    """The same session under a new revision, which ends a run under way."""
    return Transition(session, session.at_revision(session.revision), needs_snapshot=True, ends_run=True)
