"""This process's sessions: loaded when needed, changed one call at a time, stored before the answer."""

import secrets
from collections.abc import Callable
from time import time
from typing import TypeVar

from backstep_lab.sessions.concurrency.deadline import TookLong, inline
from backstep_lab.sessions.concurrency.session_cache import CacheEntry, SessionCache
from backstep_lab.sessions.concurrency.session_locks import SessionLocks
from backstep_lab.sessions.concurrency.threads import Threads
from backstep_lab.sessions.concurrency.work import distance, is_inline
from backstep_lab.sessions.history import History, ShouldContinue
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.store.base import KEEP_RUN, SessionRecord, Store, Write
from backstep_lab.sessions.store.history_parts import PartsChange, changed_parts, opening_work, parts_of
from backstep_lab.sessions.store.stored_session import moved, restored
from backstep_lab.sessions.transition import Transition
from backstep_lab.spec.errors import Busy, NotFound, Problem, check_revision

T = TypeVar("T")
REPLAY_WORK = 2_000_000  # multiplications that opening a session may replay, in addition to one iteration
ATTEMPTS = 50  # at a change that processes do not get to store, since others are faster each time

NO_PARTS = PartsChange({}, [])

Act = Callable[[Session, ShouldContinue], Transition]
Answer = Callable[[Transition], T]


class SessionManager:
    """One for each process; used from its event loop."""

    def __init__(self, store: Store, threads: Threads, cache_bytes: int) -> None:
        self.store = store
        self.threads = threads
        self.cache = SessionCache(cache_bytes)
        self.locks = SessionLocks()

    async def add(self, session: Session, client: str) -> Session:
        """A new session, stored under an identifier of its own. Raises Full."""
        session = session.with_id(new_id())
        await self.store.create(
            session.id, session.head, parts_of(session.history, session.opening_work), client, time()
        )
        self.cache.put(session, session.history, 0)
        return session

    async def find(self, id: str, client: str = "") -> Session:
        """The session as the store has it now. Raises NotFound, Unreadable."""
        return (await self._found(id, client)).session

    async def record(self, id: str) -> SessionRecord:
        """The session's record as the store has it now. Raises NotFound."""
        record = await self.store.record(id, time())
        if record is None:
            self.cache.drop(id)
            raise NotFound.session(id)
        return record

    async def _found(self, id: str, client: str) -> CacheEntry:
        return await self.at_record(id, await self.record(id), client)

    async def at_record(self, id: str, record: SessionRecord, client: str) -> CacheEntry:
        """The session that a record of the store is about, or a newer one. Raises NotFound, Unreadable."""
        entry = self.cache.get(id)
        if entry is None or entry.version != record.version:
            return await self._load(id, client)
        if entry.session.revision < record.revision:
            session = await self._moved(entry.session, record, client)
            return self.cache.put(session, entry.stored, record.version)
        return self.cache.put(entry.session, entry.stored, entry.version)

    async def _load(self, id: str, client: str) -> CacheEntry:
        loaded = await self.store.load(id, time())
        if loaded is None:
            raise NotFound.session(id)
        record, parts = loaded

        session, stored = await self.threads.run(
            lambda proceed: restored(id, record.revision, record.head, parts, proceed),
            opening_work(parts),
            client,
            id,
        )
        return self.cache.put(session, stored, record.version)

    async def _moved(self, session: Session, record: SessionRecord, client: str) -> Session:
        """The session where another process has moved it to, its history being the same."""
        iteration, replayed = record.head.iteration, 0
        if iteration != session.iteration:
            replayed = 1 + distance(session.history, iteration)
        return await self.threads.run(
            lambda proceed: moved(session, record.revision, record.head, proceed),
            replayed * session.work,
            client,
            session.id,
        )

    async def at(self, id: str, revision: int | None, client: str = "") -> CacheEntry:
        """The session at a revision, or as it was last seen here. Raises NotFound, StaleRevision."""
        entry = self.cache.get(id)
        if entry is not None and revision in (None, entry.session.revision):
            return entry
        entry = await self._found(id, client)
        check_revision(revision, entry.session.revision)
        return entry

    async def change(
        self,
        id: str,
        revision: int | None,
        act: Act,
        answer: Answer[T],
        work: int,
        client: str = "",
        entry: CacheEntry | None = None,
    ) -> T:
        """Change a session, store that, and give the answer. For use under the session's lock.

        `work` is what the change has to compute, in multiplications; `entry` is what `at` has just given.

        A refusal holds only for the newest revision that the store has: on an older one it is tried again.
        Raises StaleRevision where the caller asked for another revision.
        """
        entry = entry or await self.at(id, revision, client)
        for _ in range(ATTEMPTS):
            refusal = None
            try:
                change, answered = await self._done(entry.session, act, answer, work, client)
            except Problem as problem:
                refusal = problem
            else:  # a problem of storing is the end: whether it was stored may not be known
                if await self._commit(entry, change):
                    return answered
            newest = await self._found(id, client)
            if refusal is not None and newest.session.revision == entry.session.revision:
                raise refusal
            check_revision(revision, newest.session.revision)
            entry = newest
        raise Busy.waiting()

    async def _done(
        self, session: Session, act: Act, answer: Answer[T], work: int, client: str
    ) -> tuple[Transition, T]:
        """The change, and its answer under the revision that it will have."""

        def both(proceed: ShouldContinue) -> tuple[Transition, T]:
            change = act(session, proceed)
            if change.end is not session:
                change = change.at_revision(session.revision + 1)
            return change, answer(change)

        if is_inline(work):
            try:
                return both(inline())
            except TookLong:
                pass
        return await self.threads.run_in_thread(both, client, session.id)

    async def _commit(self, old: CacheEntry, change: Transition) -> bool:
        """Store the end of a change as the next revision; False where another was faster."""
        before, new = old.session, change.end
        if new is before:
            return True
        run = None if change.ends_run else KEEP_RUN
        if new.history is before.history and old.stored is not None:
            parts, write = NO_PARTS, Write(new.head, run=run)
        else:
            parts = self._parts_to_write(old.stored, new)
            write = Write(new.head, parts.put, parts.delete, run)
        try:
            record = await self.store.write(new.id, before.revision, write, time())
        except BaseException:
            self.cache.drop(new.id)  # what the store has is found out again
            raise
        if record is None:
            return False
        self.cache.put(new, new.history if parts.put else old.stored, record.version)
        return True

    def _parts_to_write(self, stored: History | None, new: Session) -> PartsChange:
        """Nothing where replaying from what is stored leads to the same session soon enough."""
        if stored is not None and stored.edits is new.history.edits:
            further = distance(stored, new.iteration) - distance(new.history, new.iteration)
            if further * new.work <= REPLAY_WORK:
                return NO_PARTS
        return changed_parts(stored, new.history, new.opening_work)

    async def delete(self, id: str) -> None:
        """Delete a session. Raises NotFound."""
        self.cache.drop(id)
        if not await self.store.delete(id):
            raise NotFound.session(id)


def new_id() -> str:
    """An identifier that nobody can guess."""
    return secrets.token_urlsafe(12)
