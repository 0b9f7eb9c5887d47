"""This process's sessions in hand; every change is written through to the store before it is answered."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import time
from typing import Protocol, TypeVar

from app.sessions.codec import pack, unpack
from app.sessions.history import History, Proceed, always
from app.sessions.link import Moment, opened
from app.sessions.problems import Busy, NotFound, StaleRevision
from app.sessions.session import Session
from app.sessions.store import Store
from app.sessions.workers import Workers

IN_HAND = 512  # sessions kept computed; any other is loaded and replayed in a millisecond
IN_HAND_BYTES = 256 * 1024 * 1024  # of their computed iterations, which may be 30 MB each
REPLAY_WORK = 10_000_000  # multiplications a load may have to replay before the history is written anew
ATTEMPTS = 8


class Outcome(Protocol):
    """Whatever a change leads to, with the session at its end."""

    @property
    def end(self) -> Session: ...


O = TypeVar("O", bound=Outcome)  # noqa: E741 – an outcome
Action = Callable[[Session, Proceed], O]


@dataclass(frozen=True, eq=False, slots=True)
class Kept:
    """A session in hand, and the history that the store holds for it."""

    session: Session
    saved: History
    version: int

    @property
    def size(self) -> int:
        """Bytes of the iteration that is kept computed."""
        return self.session.moment.trace.buffer.nbytes


class Keeper:
    """One for each process; used from its event loop."""

    def __init__(self, store: Store, workers: Workers) -> None:
        self.store = store
        self.workers = workers
        self._kept: dict[str, Kept] = {}  # the one used longest ago first
        self._bytes = 0

    async def create(self, moment: Moment) -> Session:
        """A new session at a moment, stored."""
        id = secrets.token_urlsafe(12)
        session = await self.workers.run(lambda proceed: opened(id, moment, proceed))
        self.store.create(session.id, session.head, pack(session.history), time())
        self._keep(Kept(session, session.history, 0))
        return session

    async def find(self, id: str) -> Session:
        """The session as the store has it now. Raises NotFound."""
        standing = self.store.standing(id, time())
        if standing is None:
            self._drop(id)
            raise NotFound.session(id)
        kept = self._kept.get(id)
        if kept is not None and kept.session.revision == standing.revision:
            return kept.session
        if kept is not None and kept.version == standing.version:
            saved, version = kept.saved, kept.version
        else:
            found = self.store.history(id)
            if found is None:
                raise NotFound.session(id)
            version, saved = found[0], unpack(found[1])
            standing = self.store.standing(id, time()) or standing
            if version != standing.version:
                raise Busy.waiting()
        session = await self.workers.run(
            lambda proceed: Session.found(id, standing.revision, standing.head, saved, proceed)
        )
        self._keep(Kept(session, saved, version))
        return session

    async def change(
        self, id: str, revision: int | None, action: Action[O], is_quick: Callable[[Session], bool]
    ) -> tuple[O, Session]:
        """Do `action` to a session and store it; what comes back is the outcome and the session as stored.

        Raises StaleRevision when the caller asked for another revision; without one, it is done again on top
        of whoever was faster.
        """
        for _ in range(ATTEMPTS):
            session = await self.at(id, revision)
            if is_quick(session):
                outcome = action(session, always)
            else:
                outcome = await self.workers.run(partial(action, session))
            stored = self.commit(session, outcome.end)
            if stored is not None:
                return outcome, stored
            self._drop(id)
        raise Busy.waiting()

    async def at(self, id: str, revision: int | None) -> Session:
        """The session at a revision, or as it was last seen here. Raises NotFound, StaleRevision."""
        kept = self._kept.get(id)
        if kept is not None and revision in (None, kept.session.revision):
            return kept.session
        session = await self.find(id)
        if revision not in (None, session.revision):
            assert revision is not None, "None is among the allowed"
            raise StaleRevision(revision, session.revision)
        return session

    def commit(self, old: Session, new: Session) -> Session | None:
        """Store `new` as the next revision of `old`; None when another was faster."""
        if new is old:
            return old
        kept, now = self._kept.get(old.id), time()
        new = new.at_revision(old.revision + 1)
        if kept is None or (new.history is not old.history and self._outdated(kept.saved, new)):
            if not self.store.rewrite(old.id, old.revision, new.head, pack(new.history), now):
                return None
            standing = self.store.standing(old.id, now)
            self._keep(Kept(new, new.history, standing.version if standing else 0))
        else:
            if not self.store.move(old.id, old.revision, new.head, now):
                return None
            self._keep(Kept(new, kept.saved, kept.version))
        return new

    def _outdated(self, saved: History, new: Session) -> bool:
        if saved.edits is not new.history.edits:
            return True
        nearest = max((c.iteration for c in saved.checkpoints if c.iteration <= new.iteration), default=0)
        better = max(
            (c.iteration for c in new.history.checkpoints if c.iteration <= new.iteration), default=0
        )
        return (better - nearest) * new.work > REPLAY_WORK

    def delete(self, id: str) -> None:
        """Forget a session. Raises NotFound."""
        self._drop(id)
        if not self.store.delete(id):
            raise NotFound.session(id)

    def sweep(self) -> int:
        """Forget the sessions whose time is over."""
        return self.store.sweep(time())

    def _keep(self, kept: Kept) -> None:
        self._drop(kept.session.id)
        self._kept[kept.session.id] = kept
        self._bytes += kept.size
        while len(self._kept) > 1 and (len(self._kept) > IN_HAND or self._bytes > IN_HAND_BYTES):
            self._drop(next(iter(self._kept)))

    def _drop(self, id: str) -> None:
        kept = self._kept.pop(id, None)
        if kept is not None:
            self._bytes -= kept.size
