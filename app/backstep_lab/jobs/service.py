"""Where each call is done: on the event loop where it is small, in a thread, or in a compute process."""

from collections.abc import Mapping
from time import time
from typing import Any

from backstep_lab.compute.fair_queue import FairQueue
from backstep_lab.compute.processes import ProcessPool
from backstep_lab.jobs.changes import CHANGES
from backstep_lab.jobs.creations import created, is_light
from backstep_lab.jobs.queries import INLINE_QUESTION_WORK, QUERIES
from backstep_lab.jobs.session_processes import SessionProcesses
from backstep_lab.sessions.concurrency.deadline import TookLong, inline
from backstep_lab.sessions.concurrency.turns import turn
from backstep_lab.sessions.concurrency.work import THREAD_WORK
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.manager import ATTEMPTS, SessionManager, new_id
from backstep_lab.sessions.session import Head, Session
from backstep_lab.sessions.shared_sessions import beginning
from backstep_lab.sessions.store.base import KEEP_RUN, SessionRecord
from backstep_lab.spec.errors import Busy, Problem, check_revision

Arguments = Mapping[str, Any]
QUESTIONS_AT_ONCE = 2  # in one process: a long one does not keep a short one waiting
SHARED_WORDS = 2_000  # of a new session that others are likely to ask for, too


class ComputeService:
    """One for each server process; used from its event loop."""

    def __init__(
        self, manager: SessionManager, pool: ProcessPool, seconds: float, queue: int, queue_of_session: int
    ) -> None:
        self.manager = manager
        self.processes = SessionProcesses(manager, pool, seconds)
        self.slices = FairQueue(pool.size, queue, queue_of_session)
        self.questions = FairQueue(pool.size * QUESTIONS_AT_ONCE, queue, queue_of_session)

    # questions

    async def ask(self, id: str, name: str, arguments: Arguments, client: str) -> bytes:
        """The answer to a question about a session. Raises NotFound, and what the question raises."""
        record, query = await self.manager.record(id), QUERIES[name]
        if not await self._is_only_in_process(id, record):
            session = (await self.manager.at_record(id, record, client)).session
            if query.work(session, arguments) <= INLINE_QUESTION_WORK:
                try:
                    return query.answer(session, arguments, inline())
                except TookLong:
                    pass
        fields = {"name": name, "arguments": arguments}
        async with turn(self.questions, client, id):
            while True:
                answered = await self.processes.about(id, record, "query", fields)
                if answered is not None:
                    answer: bytes = answered[1]
                    return answer
                record = await self.manager.record(id)

    async def _is_only_in_process(self, id: str, record: SessionRecord) -> bool:
        """Whether a compute process keeps this revision or a later one and this one does not, as in a run."""
        entry = self.manager.cache.get(id)
        is_here = entry is not None and entry.session.revision == record.revision
        return not is_here and await self.processes.keep(id, record.revision)

    # changes

    async def change(
        self, id: str, revision: int | None, name: str, arguments: Arguments, client: str
    ) -> bytes:
        """Change a session, and the answer. Raises what the change raises; nothing has changed then."""
        kind = CHANGES[name]
        async with self.manager.locks.of(id):
            entry = await self.manager.at(id, revision, client)
            work = kind.work(entry.session, arguments)
            if work <= THREAD_WORK:
                return await self.manager.change(
                    id,
                    revision,
                    lambda session, proceed: kind.act(session, arguments, proceed),
                    lambda change: kind.answer(change, arguments),
                    work,
                    client,
                    entry,
                )
            async with turn(self.questions, client, id):
                return await self._change_in_process(id, revision, name, arguments)

    async def _change_in_process(
        self, id: str, revision: int | None, name: str, arguments: Arguments
    ) -> bytes:
        for _ in range(ATTEMPTS):
            record = await self.manager.record(id)
            check_revision(revision, record.revision)
            done = await self._changed(id, record, name, arguments)
            if done is None:
                continue
            place, outcome = done
            run = None if outcome["ends_run"] else KEEP_RUN
            if await self.processes.store(id, record, outcome, place, run=run) is not None:
                answer: bytes = outcome["answer"]
                return answer
        raise Busy.waiting()

    async def _changed(
        self, id: str, record: SessionRecord, name: str, arguments: Arguments
    ) -> tuple[int, dict[str, Any]] | None:
        """The outcome; None where the session has moved on. A refusal holds only for the newest revision."""
        try:
            return await self.processes.about(id, record, "change", {"name": name, "arguments": arguments})
        except Problem:
            newest = await self.manager.store.record(id, time())
            if newest is None or newest.revision == record.revision:
                raise
            return None

    # new sessions

    async def create(self, name: str, arguments: Arguments, client: str) -> tuple[str, bytes]:
        """(identifier, the session's JSON) of a new session. Raises Invalid, NotFound, Diverged, Full."""
        if name == "create" and is_light(arguments["parts"]):
            session = await self.manager.add(_begun(arguments), client)
            return session.id, QUERIES["session"].answer(session, {}, never_stop)
        id = new_id()
        async with turn(self.questions, client, id):
            fields = {"name": name, "arguments": arguments, "id": id}
            place, outcome = await self.processes.run("create", fields)
        await self.manager.store.create(id, Head(*outcome["head"]), outcome["parts"], client, time())
        self.processes.hold(id, 0, outcome["key"], place)
        answer: bytes = outcome["answer"]
        return id, answer

    # work without a session

    async def task(self, name: str, arguments: Arguments, client: str, seconds: float | None = None) -> Any:
        """The outcome of a task. Raises what the task raises."""
        async with turn(self.questions, client, ""):
            return (
                await self.processes.run("task", {"name": name, "arguments": arguments}, seconds=seconds)
            )[1]


def _begun(arguments: Arguments) -> Session:
    words = repr(arguments["parts"]).encode()

    def begun() -> Session:
        return created("create", arguments, "", never_stop)

    return beginning(words, begun) if len(words) <= SHARED_WORDS else begun()
