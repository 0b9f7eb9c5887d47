"""A training call, stretch by stretch: each is stored before it is told, so that nothing told is lost."""

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from time import monotonic

from app import limits
from app.sessions.change import Walk
from app.sessions.keeper import Keeper
from app.sessions.locks import check_unlocked
from app.sessions.problems import Invalid, StaleRevision
from app.sessions.session import Session
from app.sessions.training import Stopped, Trained, train
from app.sessions.until import Until
from app.sessions.walk import iterations_of_epochs

STRETCH_SECONDS = 1 / 20  # between two events: smooth for the eye
WORK_TO_TELLING = 4  # a stretch takes so many times what storing and telling the last one took


@dataclass(frozen=True, eq=False)
class Run:
    """How far a training call has come: iterations and examples; `stopped` is None while it goes on."""

    session: Session
    done: int
    wanted: int
    examples: int
    stopped: Stopped | None


async def runs(
    keeper: Keeper,
    id: str,
    revision: int | None,
    iterations: int | None,
    epochs: int | None,
    until: Until,
) -> AsyncGenerator[Run]:
    """Train, and yield after every stored stretch, the last one with `stopped` set.

    Raises StaleRevision when somebody else changes the session meanwhile: what was stored until then stays.
    """
    session = await keeper.at(id, revision)
    check_unlocked(session, ("train",))
    until.check(session.moment.world.plan.data)
    wanted = iterations or _iterations(session, epochs or 1)
    done, before, limit = 0, _examples(session), monotonic() + keeper.workers.seconds
    seconds = STRETCH_SECONDS
    while True:
        stretch = await keeper.workers.stretch(
            _stretch(session, wanted - done, until, min(monotonic() + seconds, limit))
        )
        worked = monotonic()
        stored = keeper.commit(session, stretch.session)
        if stored is None:
            raise StaleRevision(session.revision, (await keeper.find(id)).revision)
        session, done, until = stored, done + stretch.iterations, stretch.until
        stopped = stretch.stopped or ("time" if monotonic() > limit else None)
        yield Run(session, done, wanted, _examples(session) - before, stopped)
        if stopped is not None:
            return
        seconds = max(STRETCH_SECONDS, WORK_TO_TELLING * (monotonic() - worked))


def taken_over(session: Session) -> Walk:
    """The same moment under a new revision: a run under way finds that it is not alone, and ends."""
    return Walk(session, session.at_revision(session.revision), jumped=True)


def _stretch(
    session: Session, iterations: int, until: Until, end: float
) -> Callable[[Callable[[], bool]], Trained]:
    def work(gone: Callable[[], bool]) -> Trained:
        return train(session, iterations, until, lambda: monotonic() < end and not gone())

    return work


def _examples(session: Session) -> int:
    """How many examples training has used up to here, each epoch's anew."""
    moment = session.moment
    state = moment.after if session.is_complete else moment.world.state
    return state.epoch * len(moment.world.plan.data) + state.offset


def _iterations(session: Session, epochs: int) -> int:
    iterations = iterations_of_epochs(session, epochs)
    if iterations > limits.MAX_TRAIN_ITERATIONS:
        raise Invalid(
            "epochs",
            f"epochs is {epochs}, which are {iterations} iterations here; "
            f"one call makes at most {limits.MAX_TRAIN_ITERATIONS}.",
            "problem-too-far",
            value=iterations,
            max=limits.MAX_TRAIN_ITERATIONS,
        )
    return iterations
