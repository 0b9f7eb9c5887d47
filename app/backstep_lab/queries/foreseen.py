"""Where the next steps from a moment lead, forward and back, so that a page can show them at once.

Nothing is foreseen where upcoming numbers are hidden: a moment may be later than the session's own.
"""

from collections.abc import Iterator

from backstep_lab.config import limits
from backstep_lab.queries.query import SLOW, Arguments, Query
from backstep_lab.sessions.concurrency.work import (
    OPERATION_WORK,
    back_work,
    is_inline,
    seek_work,
    snapshot_work,
    step_work,
)
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.navigation import advance, position_before, retreat
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.transition import Transition
from backstep_lab.sessions.undo import newest_landing
from backstep_lab.spec.errors import Problem
from backstep_lab.stepping.cursor import Unit
from backstep_lab.wire.foreseen import foreseen_json
from backstep_lab.wire.json_encoder import json_array, json_bytes, json_object


def foreseen(session: Session, unit: Unit, iteration: int, step: int, proceed: ShouldContinue) -> bytes:
    """`ForeseenMoments` as JSON. Raises Invalid where there is no such step."""
    if not _is_foreseen(session, iteration):
        return _json([], [], boundary=False)
    there = session.at_iteration(iteration, proceed).reaching(step)
    on = list(_forward(there, unit, proceed))
    return _json(on, list(_backward(there, unit, proceed)), bool(on) and _leads_back(there, on[0].end, unit))


def _json(on: list[Transition], back: list[Transition], boundary: bool) -> bytes:
    return json_object(
        on=json_array([foreseen_json(transition) for transition in on]),
        back=json_array([foreseen_json(transition) for transition in back]),
        boundary=json_bytes(boundary),
    )


def _leads_back(here: Session, there: Session, unit: Unit) -> bool:
    """Whether a step back from `there`, which is one step forward, leads `here` again."""
    iteration, step = position_before(there, unit)
    is_end = step == here.step or (step is None and here.is_complete)
    return iteration == here.iteration and is_end


def _is_foreseen(session: Session, iteration: int) -> bool:
    small = session.current.parameter_count <= limits.FORESEEN_PARAMETERS
    return session.history.spec.reveal_upcoming and small and is_inline(seek_work(session, iteration))


def _forward(here: Session, unit: Unit, proceed: ShouldContinue) -> Iterator[Transition]:
    for _ in range(_steps(unit)):
        iterations = int(unit == "iteration")
        if not is_inline(step_work(here, unit, iterations, 1)):
            return
        try:
            transition = advance(here, unit, 1, proceed)
        except Problem:
            return
        yield transition
        here = transition.end


def _backward(here: Session, unit: Unit, proceed: ShouldContinue) -> Iterator[Transition]:
    """Up to the newest edit, which a step back would undo."""
    for _ in range(limits.FORESEEN_BACK):
        place = (here.iteration, here.step)
        if place in ((0, 0), newest_landing(here)) or not is_inline(back_work(here, unit, 1)):
            return
        transition = retreat(here, unit, 1, proceed)
        yield transition
        here = transition.end


def _steps(unit: Unit) -> int:
    return limits.FORESEEN_ITERATIONS if unit == "iteration" else limits.FORESEEN_STEPS


def _work(session: Session, arguments: Arguments) -> int:
    if not _is_foreseen(session, arguments["iteration"]):
        return 0
    if not session.is_inline(limits.FORESEEN_STEPS):
        return SLOW
    moments = _steps(arguments["unit"]) + limits.FORESEEN_BACK
    is_small_unit = arguments["unit"] not in ("pass", "iteration")
    return moments * OPERATION_WORK + (1 if is_small_unit else moments // 2) * (
        session.work + snapshot_work(session)
    )


QUERY = Query(
    lambda session, arguments, proceed: foreseen(
        session, arguments["unit"], arguments["iteration"], arguments["step"], proceed
    ),
    _work,
)
