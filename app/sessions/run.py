"""A training call, stretch by stretch: each is stored before it is told, so that nothing told is lost."""

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from time import monotonic

from app import limits
from app.sessions.keeper import Keeper
from app.sessions.locks import check_unlocked
from app.sessions.problems import Invalid, StaleRevision
from app.sessions.session import Session
from app.sessions.training import Stopped, Trained, train
from app.sessions.walk import iterations_of_epochs

STRETCH_SECONDS = 0.1  # between two events: smooth for the eye, cheap for the store


@dataclass(frozen=True, eq=False)
class Run:
    """How far a training call has come; `stopped` is None while it goes on."""

    session: Session
    done: int
    wanted: int
    stopped: Stopped | None


async def runs(
    keeper: Keeper,
    id: str,
    revision: int | None,
    iterations: int | None,
    epochs: int | None,
    until: float | None,
) -> AsyncGenerator[Run]:
    """Train, and yield after every stored stretch, the last one with `stopped` set.

    Raises StaleRevision when somebody else changes the session meanwhile: what was stored until then stays.
    """
    session = await keeper.at(id, revision)
    check_unlocked(session, ("train",))
    wanted = iterations or _iterations(session, epochs or 1)
    done, limit = 0, monotonic() + keeper.workers.seconds
    while True:
        stretch = await keeper.workers.stretch(_stretch(session, wanted - done, until, limit))
        stored = keeper.commit(session, stretch.session)
        if stored is None:
            raise StaleRevision(session.revision, (await keeper.find(id)).revision)
        session, done = stored, done + stretch.iterations
        stopped = stretch.stopped or ("time" if monotonic() > limit else None)
        yield Run(session, done, wanted, stopped)
        if stopped is not None:
            return


def _stretch(
    session: Session, iterations: int, until: float | None, limit: float
) -> Callable[[Callable[[], bool]], Trained]:
    def work(gone: Callable[[], bool]) -> Trained:
        end = min(monotonic() + STRETCH_SECONDS, limit)
        asked = 0

        def proceed() -> bool:
            nonlocal asked
            asked += 1
            return asked == 1 or (monotonic() < end and not gone())

        return train(session, iterations, until, proceed)

    return work


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
