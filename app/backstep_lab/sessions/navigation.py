"""Step forward, step back, seek."""

from typing import Literal

from backstep_lab.config import limits
from backstep_lab.sessions.concurrency.work import replay_distance
from backstep_lab.sessions.edits import Position
from backstep_lab.sessions.history import ShouldContinue, never_stop
from backstep_lab.sessions.session import Session, diverged
from backstep_lab.sessions.shared_sessions import following
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.training import train
from backstep_lab.sessions.transition import Transition
from backstep_lab.sessions.undo import newest_landing, undone
from backstep_lab.spec.errors import Invalid, NothingBehind, OutOfTurn
from backstep_lab.stepping.cursor import Unit
from backstep_lab.stepping.operations import BACKWARD, FORWARD, LOSS, UPDATE

Phase = Literal["forward", "backward", "update"]
PHASES_OF: dict[Phase, tuple[str, ...]] = {
    "forward": (FORWARD, LOSS),
    "backward": (BACKWARD,),
    "update": (UPDATE,),
}


def advance(session: Session, unit: Unit, count: int, proceed: ShouldContinue = never_stop) -> Transition:
    """Forward by `count` units, or to where training diverges. Raises Diverged where it already has."""
    check_unit(session, unit)
    if unit in ("iteration", "epoch"):
        return Transition(session, _iterations_on(session, iterations_ahead(session, unit, count), proceed))
    here = session
    for _ in range(count):
        proceed()
        if here.status == "diverged" and here is not session:
            break
        here = _one_forward(here, unit)
    return Transition(session, here)


def check_unit(session: Session, unit: Unit) -> None:
    """Raise Invalid where the session's model has no such unit."""
    if unit not in session.current.units:
        choices = ", ".join(session.current.units)
        raise Invalid(
            "unit",
            f"A step of this session has no unit {unit}; there are {choices}.",
            "problem-unknown-choice",
            value=unit,
            choices=choices,
        )


def _iterations_on(session: Session, iterations: int, proceed: ShouldContinue) -> Session:
    def trained() -> Session:
        return train(session, iterations, StopCriteria(), proceed).session

    # more of them may end early, where the time is over
    return following(session, trained, "end", session.is_complete) if iterations == 1 else trained()


def _next_iteration(session: Session) -> Session:
    return following(session, session.next_iteration, "start")


def _one_forward(session: Session, unit: Unit) -> Session:
    if session.is_complete:
        session = _next_iteration(session)
    elif session.step >= session.current.limit:
        raise diverged(session.current)
    return session.at_step(min(session.current.next_boundary(session.step, unit), session.current.limit))


def iterations_ahead(session: Session, unit: Unit, count: int) -> int:
    """How many iterations `count` units are, the current one included. Raises Invalid beyond bounds."""
    iterations = iterations_of_epochs(session, count) if unit == "epoch" else count
    check_iterations("count", iterations)
    return iterations


def iterations_of_epochs(session: Session, epochs: int) -> int:
    """How many iterations so many epochs are; the rest of the current epoch counts as one."""
    epoch = session.current.place_in_epoch
    return ((epoch.left - session.is_complete) or epoch.length) + (epochs - 1) * epoch.length


def check_iterations(field: str, iterations: int) -> None:
    """Raise Invalid where a call would compute too many iterations."""
    if iterations > limits.MAX_AHEAD:
        raise Invalid(
            field,
            f"{field} asks for {iterations} iterations at once; it must be at most {limits.MAX_AHEAD}.",
            "problem-too-far",
            value=iterations,
            max=limits.MAX_AHEAD,
        )


def advance_phase(session: Session, phase: Phase, unit: Unit) -> Transition:
    """Forward within a phase. Raises OutOfTurn when another one is next."""
    check_unit(session, unit)
    here = _next_iteration(session) if session.is_complete else session
    current, allowed = here.current, PHASES_OF[phase]
    if current.phase_of(here.step) not in allowed:
        kind, ref = current.name_of(here.step)
        raise OutOfTurn(phase, {"kind": kind, "ref": ref, "phase": current.phase_of(here.step)})
    stop = min(current.next_boundary(here.step, unit), current.phases[allowed[-1]][1], current.limit)
    if stop <= here.step and here is session:
        raise diverged(current)
    return Transition(session, here.at_step(stop))


def retreat(session: Session, unit: Unit, count: int, proceed: ShouldContinue = never_stop) -> Transition:
    """Back by `count` units; an edit that is passed is undone. Raises NothingBehind."""
    check_unit(session, unit)
    here, undid_edit = session, False
    for done in range(count):
        if here.history.edits and newest_landing(here) == (here.iteration, here.step):
            here, undid_edit = undone(here, proceed), True
        elif (here.iteration, here.step) == (0, 0):
            if done == 0:
                raise NothingBehind
            break
        else:
            here = _one_back(here, unit, proceed)
        proceed()
    return Transition(session, here, needs_snapshot=undid_edit, ends_run=True)


def _one_back(session: Session, unit: Unit, proceed: ShouldContinue) -> Session:
    if session.step == 0:
        before = session.at_iteration(session.iteration - 1, proceed)
        session = before.at_step(before.current.steps)
    iteration, step = position_before(session, unit)
    there = session.at_iteration(iteration, proceed)
    return there.at_step(there.current.steps if step is None else step)


def position_before(session: Session, unit: Unit) -> tuple[int, int | None]:
    """The position one unit back from a step above 0; step None stands for the end of that iteration."""
    position: Position = (session.iteration, session.current.previous_boundary(session.step, unit))
    if unit == "epoch":
        position = (max(0, session.iteration - session.current.place_in_epoch.done), 0)
    landing = newest_landing(session)
    if landing is not None and position < landing < (session.iteration, session.step):
        return landing
    if position[1] == 0 and position[0] > 0 and position != landing:
        return position[0] - 1, None
    return position


def seek(
    session: Session, iteration: int, step: int | None, proceed: ShouldContinue = never_stop
) -> Transition:
    """To any iteration and step; without a step, to the end of the iteration.

    Raises Invalid where there is no such step, Diverged where its numbers overflow.
    """
    check_iterations("iteration", replay_distance(session, iteration))
    there = session.at_iteration(iteration, proceed)
    if step is None:
        return Transition(session, there.at_step(there.current.limit), ends_run=True)
    return Transition(session, there.reaching(step), ends_run=True)
