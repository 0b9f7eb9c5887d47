"""Training many iterations in a row, in stretches that can be reported, kept and stopped."""

from dataclasses import dataclass, replace
from typing import Literal

from app.sessions.history import Proceed, Road
from app.sessions.moment import Moment
from app.sessions.session import Head, Session, check_iteration, diverged

Stopped = Literal["completed", "target", "time", "diverged"]


@dataclass(frozen=True, eq=False)
class Trained:
    """Where training has led to, after `iterations` more; `stopped` is None while it may go on."""

    session: Session
    iterations: int
    stopped: Stopped | None


def train(session: Session, iterations: int, until: float | None, proceed: Proceed) -> Trained:
    """Up to `iterations` iterations from here, an iteration under way counting as the first.

    Stops after the first whose loss is at most `until`, where a number overflows, or when `proceed` says no.
    The session then stands at the end of the last iteration done.
    """
    first = session.iteration + session.is_complete
    last = first + iterations - 1
    check_iteration(last)
    if session.moment.overflow is not None:
        if session.step >= session.moment.limit:
            raise diverged(session.moment)
        return Trained(session.at_step(session.moment.limit), 0, "diverged")
    road = _start(session)
    if road.at <= last:
        road = road.travel(last + 1, until=until, proceed=proceed)
    return _arrived(session, road, first, last)


def _start(session: Session) -> Road:
    """The road at the first iteration to be done: this one, or after this one."""
    if session.is_complete:
        return session.onward()
    return Road(session.history, session.moment.world, session.iteration)


def _arrived(session: Session, road: Road, first: int, last: int) -> Trained:
    done = road.at - first
    if road.overflow is not None:
        moment = Moment.of(road)
        there = replace(
            session, head=Head(road.at, moment.limit, session.head.focus), history=road.history, moment=moment
        )
        return Trained(there, done, "diverged")
    stopped: Stopped | None = "target" if road.reached_target else "completed" if road.at > last else None
    if done == 0:
        return Trained(session, 0, stopped)
    moment = Moment.of(road.last_iteration())
    head = Head(moment.iteration, moment.steps, session.head.focus)
    return Trained(replace(session, head=head, history=road.history, moment=moment), done, stopped)
