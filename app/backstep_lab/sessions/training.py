"""Training many iterations in a row, in stretches that can be reported, kept and stopped."""

from dataclasses import dataclass, replace
from typing import Literal

from backstep_lab.sessions.history import Proceed, ReplayCursor
from backstep_lab.sessions.iteration import Iteration
from backstep_lab.sessions.session import Head, Session, check_iteration, diverged
from backstep_lab.sessions.stopping import StopCriteria, StopReason
from backstep_lab.sessions.transition import Transition

Stopped = Literal["completed", "time", "diverged", "stopped"] | StopReason


@dataclass(frozen=True, eq=False)
class Trained:
    """Where training has led to, after `iterations` more; `stopped` is None while it may go on.

    `until` knows what was seen on the way: the next stretch goes on with it.
    """

    session: Session
    iterations: int
    stopped: Stopped | None
    until: StopCriteria

    def at(self, session: Session) -> "Trained":
        """The same, with the session under another revision."""
        return replace(self, session=session)


def train(session: Session, iterations: int, until: StopCriteria, proceed: Proceed) -> Trained:
    """Up to `iterations` iterations from here, an iteration under way counting as the first.

    Stops after the first that meets `until`, where a number overflows, or when `proceed` says no. The session
    then stands at the end of the last iteration done.
    """
    check_trainable(session, iterations)
    first = session.iterations_done
    last = first + iterations - 1
    if session.current.overflow is not None:
        return Trained(session.at_step(session.current.limit), 0, "diverged", until)
    start = replace(_start(session), until=until)
    replay = start.advance_to(last, proceed=proceed)
    if replay.met is None:
        return _arrived(session, replay, first, last)
    end = replay.history.from_checkpoint(replay.at - 1).advance_to(replay.at - 1)
    return Trained(_standing(session, end, Iteration.of(end)), replay.at - first, replay.met, replay.until)


def check_trainable(session: Session, iterations: int) -> None:
    """Raise Invalid beyond the furthest iteration, Diverged where no number can be computed any more."""
    check_iteration(session.iterations_done + iterations - 1)
    if session.current.overflow is not None and session.step >= session.current.limit:
        raise diverged(session.current)


def _start(session: Session) -> ReplayCursor:
    """The road at the first iteration to be done: this one, or after this one."""
    if session.is_complete:
        return session.onward()
    return ReplayCursor(session.history, session.current.setup, session.iteration)


def _arrived(session: Session, replay: ReplayCursor, first: int, last: int) -> Trained:
    """With the iteration that the road has led to, which is kept whole."""
    current, until = Iteration.of(replay), replay.until
    there = _standing(session, replay, current)
    if current.overflow is not None:
        return Trained(there, replay.at - first, "diverged", until)
    stopped: Stopped | None = "completed" if replay.at == last else None
    if until.is_reached(current.trace.loss):
        stopped = "target"
    elif until.next_evaluation(replay.at, replay.setup) == replay.at + 1:
        until, met = until.evaluate(current.setup_after)
        stopped = met or stopped
    return Trained(there, replay.at - first + 1, stopped, until)


def _standing(session: Session, replay: ReplayCursor, current: Iteration) -> Session:
    """The session at the end of an iteration, or as far as its numbers go."""
    head = Head(replay.at, current.limit, session.head.focus)
    there = replace(session, head=head, history=replay.history, current=current)
    return there if current.overflow is not None else replace(there, history=there.with_own_loss())


def stopped(session: Session) -> Transition:
    """The same moment under a new revision, which ends a run under way."""
    return Transition(session, session.at_revision(session.revision), jumped=True, ends_run=True)
