"""Sessions in compute processes: which process keeps which revision, jobs about them, and what is stored.

What is sent is the name of a job, plain values, and a session: its key where the process still has it, or its
stored parts. Whatever a process computes counts once the store has taken it.
"""

from asyncio import Event
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from time import time
from typing import Any

from backstep_lab.compute.processes import ProcessEnded, ProcessPool
from backstep_lab.jobs.problem_fields import problem_of
from backstep_lab.sessions.manager import SessionManager
from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import KEEP_RUN, SessionRecord, Write
from backstep_lab.spec.errors import Busy, NotFound

Arguments = Mapping[str, Any]
KEPT_SESSIONS = 10_000  # of which is remembered which process keeps them
PROCESS_TRIES = 2  # a job whose process ended is given to another once


@dataclass(frozen=True, slots=True)
class KeptRevision:
    """A revision of a session that the process at a place keeps under a key."""

    revision: int
    key: str
    place: int


class SessionProcesses:
    """One for each server process; used from its event loop."""

    def __init__(self, manager: SessionManager, pool: ProcessPool, seconds: float) -> None:
        self.manager = manager
        self.pool = pool
        self.seconds = seconds
        self._kept: OrderedDict[str, KeptRevision] = OrderedDict()
        self._writing: dict[str, Event] = {}

    async def keep(self, id: str, revision: int) -> bool:
        """Whether a process keeps this revision of a session, or a later one, as far as is known."""
        kept = await self._newest(id, revision)
        return kept is not None and kept.revision >= revision

    async def _newest(self, id: str, revision: int) -> KeptRevision | None:
        """What a process keeps of a session, where the store has this revision already."""
        kept = self._kept.get(id)
        if (written := self._writing.get(id)) and (kept is None or kept.revision < revision):
            await written.wait()  # `store` does not know yet what the store has
            kept = self._kept.get(id)
        return kept

    async def about(
        self, id: str, record: SessionRecord, job: str, fields: Arguments
    ) -> tuple[int, Any] | None:
        """(place of the process, outcome) of a job about a session at a record.

        None where the session has moved on since, so that its stored parts are those of another revision.
        """
        kept = await self._newest(id, record.revision)
        if kept is not None and kept.revision == record.revision:
            base = self._base(id, record, kept.key, None)
            reply = await self._reply(job, {**fields, "base": base}, kept.place)
            if reply is not None:
                return reply
        loaded = await self.manager.store.load(id, time())
        if loaded is None:
            raise NotFound.session(id)
        newest, parts = loaded
        if newest.revision != record.revision:
            return None
        key = f"{id}/{record.revision}"
        base = self._base(id, record, key, parts)
        reply = await self._reply(job, {**fields, "base": base}, kept.place if kept else None)
        assert reply is not None, "the session came with the job"
        self.hold(id, record.revision, key, reply[0])
        return reply

    async def store(
        self,
        id: str,
        record: SessionRecord,
        outcome: Mapping[str, Any],
        place: int,
        *,
        run: str | None = KEEP_RUN,
        of_run: str | None = None,
    ) -> SessionRecord | None:
        """Store what a process has made of a session; None where another change was faster."""
        self.manager.cache.drop(id)
        write = Write(Head(*outcome["head"]), outcome["put"], outcome["delete"], run, of_run)
        written = self._writing[id] = Event()
        try:
            stored = await self.manager.store.write(id, record.revision, write, time())
            if stored is not None:
                self.hold(id, stored.revision, outcome["key"], place)
        finally:
            del self._writing[id]
            written.set()
        return stored

    async def run(
        self, job: str, fields: Arguments, place: int | None = None, seconds: float | None = None
    ) -> tuple[int, Any]:
        """(place of the process, outcome) of a job. Raises the problem that it ends in."""
        reply = await self._reply(job, fields, place, seconds)
        assert reply is not None, "this job needs no session that a process may have forgotten"
        return reply

    async def _reply(
        self, job: str, fields: Arguments, preferred: int | None, seconds: float | None = None
    ) -> tuple[int, Any] | None:
        """The same; None where the process at the preferred place has forgotten the session."""
        arguments = {**fields, "limit": self.seconds if seconds is None else seconds}
        for _ in range(PROCESS_TRIES):
            place = self.pool.pick(preferred)
            try:
                kind, outcome = await self.pool.call(place, job, arguments)
            except ProcessEnded:
                continue
            if kind == "done":
                return place, outcome
            if kind == "problem":
                raise problem_of(outcome)
            if kind == "missing":
                return None
            raise RuntimeError(f"the job {job} failed in a compute process: {outcome}")
        raise Busy.waiting()

    @staticmethod
    def _base(id: str, record: SessionRecord, key: str, parts: Mapping[str, bytes] | None) -> dict[str, Any]:
        return {
            "id": id,
            "revision": record.revision,
            "head": record.head.fields,
            "key": key,
            "parts": parts,
        }

    def hold(self, id: str, revision: int, key: str, place: int) -> None:
        """Remember that the process at a place keeps this revision, unless a later one is known."""
        known = self._kept.get(id)
        if known is not None and known.revision > revision:
            return
        self._kept[id] = KeptRevision(revision, key, place)
        self._kept.move_to_end(id)
        if len(self._kept) > KEPT_SESSIONS:
            self._kept.popitem(last=False)
