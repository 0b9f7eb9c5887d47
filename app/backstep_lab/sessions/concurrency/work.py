"""How much a call has to compute, roughly and before it is done, and where it is done accordingly.

Work is counted in multiplications of an iteration, of which a machine does some billions a second; all else
is expressed in as many of them as it takes time.
"""

from backstep_lab.sessions.history import History
from backstep_lab.sessions.session import INLINE_WORK, OVERHEAD, Session
from backstep_lab.stepping.cursor import Unit

THREAD_WORK = 200_000_000  # a tenth of a second or two; a thread slows down the steps of others
PARAMETER_WORK = 800  # writing a parameter, its gradient, its update and its value in JSON
OPERATION_WORK = 60_000  # explaining one operation
LEAST_UNITS = 3  # units of any size but a term that every iteration has: forward pass, backward pass, update


def is_inline(work: int) -> bool:
    """Whether so much work is done on the event loop, in a few milliseconds at most."""
    return work <= INLINE_WORK


def snapshot_work(session: Session) -> int:
    """Writing the whole session as JSON."""
    return 2 * OVERHEAD + PARAMETER_WORK * session.current.parameter_count


def step_work(session: Session, unit: Unit, iterations: int, count: int) -> int:
    """Stepping forward by `count` units, or `iterations` where the unit is an iteration or epoch."""
    if unit in ("iteration", "epoch"):
        new = iterations + 1
    elif unit == "term":
        new = (session.step + count) // session.current.steps
    else:
        new = (count + LEAST_UNITS - 1) // LEAST_UNITS
    is_within = unit == "term" and session.step + count < session.current.steps
    shown = OPERATION_WORK * min(count if unit == "term" else 64, 64)
    return shown + new * session.work + (0 if is_within else snapshot_work(session))


def back_work(session: Session, unit: Unit, count: int) -> int:
    """Stepping back by `count` units: each iteration that is entered is replayed from a checkpoint."""
    if unit == "term" and count <= session.step:
        return snapshot_work(session) if session.is_complete else OPERATION_WORK
    entered = 1 + (count if unit in ("iteration", "epoch") else count // LEAST_UNITS)
    first = max(0, session.iteration - entered)
    return snapshot_work(session) + entered * (1 + distance(session.history, first)) * session.work


def seek_work(session: Session, iteration: int) -> int:
    """Going to an iteration."""
    replayed = 0 if iteration == session.iteration else 1 + replay_distance(session, iteration)
    return snapshot_work(session) + replayed * session.work


def edit_work(session: Session) -> int:
    """An edit: the iteration is computed again, and the whole session is written."""
    return snapshot_work(session) + 2 * session.work + OPERATION_WORK


def replay_distance(session: Session, iteration: int) -> int:
    """Iterations between `iteration` and where a replay towards it begins."""
    behind = distance(session.history, iteration)
    return min(behind, iteration - session.iteration) if iteration >= session.iteration else behind


def distance(history: History, iteration: int) -> int:
    """Iterations between the nearest checkpoint at or before this iteration, and it."""
    return iteration - max((c.iteration for c in history.checkpoints if c.iteration <= iteration), default=0)
