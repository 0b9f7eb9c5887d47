"""Training many iterations in a row, in stretches that can be reported, kept and stopped."""

from dataclasses import dataclass, replace
from typing import Literal

from backstep_lab.sessions.history import Proceed, Road
from backstep_lab.sessions.iteration import Moment
from backstep_lab.sessions.session import Head, Session, check_iteration, diverged
from backstep_lab.sessions.stopping import Met, Until
from backstep_lab.sessions.transition import Walk

Stopped = Literal["completed", "time", "diverged", "stopped"] | Met


@dataclass(frozen=True, eq=False)
class Trained:
    """Where training has led to, after `iterations` more; `stopped` is None while it may go on.

    `until` knows what was seen on the way: the next stretch goes on with it.
    """

    session: Session
    iterations: int
    stopped: Stopped | None
    until: Until

    def at(self, session: Session) -> "Trained":
        """The same, with the session under another revision."""
        return replace(self, session=session)


def train(session: Session, iterations: int, until: Until, proceed: Proceed) -> Trained:
    """Up to `iterations` iterations from here, an iteration under way counting as the first.

    Stops after the first that meets `until`, where a number overflows, or when `proceed` says no. The session
    then stands at the end of the last iteration done.
    """
    check_trainable(session, iterations)
    first = session.iterations_done
    last = first + iterations - 1
    if session.moment.overflow is not None:
        return Trained(session.at_step(session.moment.limit), 0, "diverged", until)
    start = replace(_start(session), until=until)
    road = start.travel(last, proceed=proceed)
    if road.met is None:
        return _arrived(session, road, first, last)
    end = road.history.nearest(road.at - 1).travel(road.at - 1)
    return Trained(_standing(session, end, Moment.of(end)), road.at - first, road.met, road.until)


def check_trainable(session: Session, iterations: int) -> None:
    """Raise Invalid beyond the furthest iteration, Diverged where no number can be computed any more."""
    check_iteration(session.iterations_done + iterations - 1)
    if session.moment.overflow is not None and session.step >= session.moment.limit:
        raise diverged(session.moment)


def _start(session: Session) -> Road:
    """The road at the first iteration to be done: this one, or after this one."""
    if session.is_complete:
        return session.onward()
    return Road(session.history, session.moment.world, session.iteration)


def _arrived(session: Session, road: Road, first: int, last: int) -> Trained:
    """With the iteration that the road has led to, which is kept whole."""
    moment, until = Moment.of(road), road.until
    there = _standing(session, road, moment)
    if moment.overflow is not None:
        return Trained(there, road.at - first, "diverged", until)
    stopped: Stopped | None = "completed" if road.at == last else None
    if until.is_reached(moment.trace.loss):
        stopped = "target"
    elif until.next_judgement(road.at, road.world) == road.at + 1:
        until, met = until.judged(moment.world_after)
        stopped = met or stopped
    return Trained(there, road.at - first + 1, stopped, until)


def _standing(session: Session, road: Road, moment: Moment) -> Session:
    """The session at the end of an iteration, or as far as its numbers go."""
    head = Head(road.at, moment.limit, session.head.focus)
    there = replace(session, head=head, history=road.history, moment=moment)
    return there if moment.overflow is not None else replace(there, history=there.with_own_loss())


def stopped(session: Session) -> Walk:
    """The same moment under a new revision, which ends a run under way."""
    return Walk(session, session.at_revision(session.revision), jumped=True, ends_run=True)
