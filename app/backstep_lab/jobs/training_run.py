"""Trains in slices, in a fair queue; commits each before sending its progress event.

A run has an identifier in the session's record. Every slice begins from the newest revision, so that steps
and edits during the run, from any process, are in one order with it; what removes the identifier ends
the run.
"""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from time import monotonic, time
from typing import Any
from uuid import uuid4

from backstep_lab.compute.fair_queue import QueueFull, Ticket
from backstep_lab.config import limits
from backstep_lab.jobs.pacing import Pacing
from backstep_lab.jobs.service import ComputeService
from backstep_lab.jobs.training_slice import examples_used, slice_fields, until_fields
from backstep_lab.sessions.navigation import iterations_of_epochs
from backstep_lab.sessions.permissions import check_unlocked
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.store.base import KEEP_RUN, SessionRecord, Write
from backstep_lab.sessions.training import Trained, check_trainable
from backstep_lab.spec.errors import Busy, Invalid, StoreUnavailable, UnknownOutcome
from backstep_lab.wire.training import LiveKnown

SLICE_SECONDS = 1 / 20  # between two events: smooth for the eye
LEAST_SECONDS = 1 / 200
MOST_OUTAGES, OUTAGE_SECONDS = 30, 1.0  # of the store in a row, before a started run is given up
QUEUE_EVENT_SECONDS = 0.5  # between two events of a run that waits
EVENT_BYTES_PER_SECOND = 1_000_000  # of one run: at most three events a second of the largest network
WORK_TO_STORING = 4  # a slice takes so many times what storing and sending the last one took


@dataclass(frozen=True)
class TrainingRequest:
    """What to train: iterations or epochs, neither for until stopped, and what may end it earlier."""

    iterations: int | None
    epochs: int | None
    until: StopCriteria
    per_second: float | None = None


@dataclass(frozen=True)
class Queued:
    """A run that waits for its turn, with so many turns before it."""

    before: int
    done: int
    wanted: int


@dataclass(frozen=True)
class StoredSlice:
    """A slice that is stored; `stopped` is None while the run goes on."""

    revision: int
    done: int
    wanted: int
    examples: int
    stopped: str | None
    fields: Mapping[str, Any]  # of `slice_fields`


class TrainingRun:
    """One call to train, from its first slice to its end."""

    def __init__(self, service: ComputeService, id: str, client: str, with_events: bool) -> None:
        self.service, self.id, self.client, self.with_events = service, id, client, with_events
        self.run = uuid4().hex
        self.done = 0
        self._outages = 0
        self._in_doubt: tuple[int, Mapping[str, Any], str | None] | None = None
        self._computed = 0.0
        self._seconds = SLICE_SECONDS
        self._known: LiveKnown | None = None

    async def begin(self, revision: int | None, request: TrainingRequest) -> None:
        """Enter the run in the session's record. Raises what forbids it; nothing has changed then."""
        manager = self.service.manager
        async with manager.locks.of(self.id):
            for _ in range(3):
                entry = await manager.at(self.id, revision, self.client)
                session = entry.session
                check_unlocked(session, ("train",))
                request.until.check(session.history.model, session.current.setup)
                self.wanted = _wanted(session, request)
                check_trainable(session, self.wanted)
                self._first = session.iterations_done
                self._examples_before = examples_used(session)
                self.until = until_fields(request.until)
                self._pacing = Pacing(request.per_second, SLICE_SECONDS, monotonic())
                record = await self._entered(session)
                if record is not None:
                    manager.cache.put(session.at_revision(record.revision), entry.stored, record.version)
                    return
                manager.cache.drop(self.id)
        raise Busy.waiting()

    async def _entered(self, session: Session) -> SessionRecord | None:
        """The record with this run in it; None where the session has moved on."""
        store = self.service.manager.store
        try:
            return await store.write(self.id, session.revision, Write(session.head, run=self.run), time())
        except UnknownOutcome:
            record = await store.record(self.id, time())
            if record is None or record.run != self.run:
                raise
            return record

    async def events(self) -> AsyncGenerator[Queued | StoredSlice]:
        """Train, and yield while waiting and after every stored slice; the last event has `stopped` set."""
        while True:
            if wait := self._pacing.wait(monotonic()):
                await asyncio.sleep(wait)
                continue
            ticket = await self._ticket()
            try:
                while not ticket.granted.done():
                    await asyncio.wait([ticket.granted], timeout=QUEUE_EVENT_SECONDS)
                    if not ticket.granted.done():
                        yield Queued(self.service.slices.before(ticket) + 1, self.done, self.wanted)
                progress = await self._slice()
                self._outages = 0
            except (StoreUnavailable, UnknownOutcome):
                if self._outages == MOST_OUTAGES:
                    raise
                self._outages += 1
                progress = None
            finally:
                self.service.slices.leave(ticket)
            if self._outages:
                await asyncio.sleep(OUTAGE_SECONDS)
            if progress is not None:
                yield progress
                if progress.stopped is not None:
                    return

    async def _ticket(self) -> Ticket:
        """A place in the queue. A started run is not refused: it asks again."""
        while True:
            try:
                return self.service.slices.enter(self.client, self.id)
            except QueueFull:
                await asyncio.sleep(QUEUE_EVENT_SECONDS)

    async def _slice(self) -> StoredSlice | None:
        """One slice, stored; None where another process was faster with a change of the session."""
        service, manager = self.service, self.service.manager
        async with manager.locks.of(self.id):
            record = await manager.record(self.id)
            if self._in_doubt is not None and (decided := self._decided(record, *self._in_doubt)):
                return decided
            if record.run != self.run:
                return await self._ended()
            arguments = self._arguments(self._pacing.most(monotonic()))
            done = await service.processes.about(self.id, record, "train", arguments)
            if done is None:
                return None
            place, fields = done
            self._computed += fields["seconds"]
            stopped = fields["stopped"] or ("time" if self._computed >= service.processes.seconds else None)
            began = monotonic()
            run = KEEP_RUN if stopped is None else None
            self._in_doubt = record.revision + 1, fields, stopped
            stored = await service.processes.store(self.id, record, fields, place, run=run, of_run=self.run)
            self._in_doubt = None
            if stored is None:
                self._seconds = max(LEAST_SECONDS, self._seconds / 2)
                return None
            size = sum(map(len, fields["live"].values()))
            self._seconds = max(
                SLICE_SECONDS, size / EVENT_BYTES_PER_SECOND, WORK_TO_STORING * (monotonic() - began)
            )
            return self._progress(stored.revision, fields, stopped)

    def _arguments(self, most: int | None) -> dict[str, Any]:
        return {
            "stop": self._first + self.wanted,
            "most": most,
            "until": self.until,
            "seconds": self._seconds,
            "with_events": self.with_events,
            "known": self._known,
        }

    def _progress(self, revision: int, fields: Mapping[str, Any], stopped: str | None) -> StoredSlice:
        done = fields["done"] - self._first
        self._pacing.spend(max(0, done - self.done))
        self._known = fields["known"]
        self.done = done
        self.until = fields["until"]
        examples = fields["examples"] - self._examples_before
        return StoredSlice(revision, self.done, self.wanted, examples, stopped, fields)

    def _decided(
        self, record: SessionRecord, revision: int, fields: Mapping[str, Any], stopped: str | None
    ) -> StoredSlice | None:
        """The slice that was perhaps stored when the connection broke, if it was."""
        self._in_doubt = None
        if record.revision != revision or record.head.fields != fields["head"]:
            return None
        return self._progress(revision, fields, stopped)

    async def _ended(self) -> StoredSlice:
        """The end of a run that another change has ended: the current session."""
        session = await self.service.manager.find(self.id, self.client)
        fields = slice_fields(Trained(session, 0, None, StopCriteria()), self.with_events, self._known)
        return self._progress(session.revision, fields, "stopped")

    async def end(self, progress: StoredSlice) -> bytes:
        """The session at the run's end, as JSON."""
        json: bytes = progress.fields["json"]
        return json or await self.service.ask(self.id, "session", {}, self.client)


def _wanted(session: Session, request: TrainingRequest) -> int:
    """How many iterations a call asks for; until stopped, as many as the session can still have."""
    if request.iterations is not None:
        return request.iterations
    if request.epochs is not None:
        return _iterations(session, request.epochs)
    return max(1, min(limits.MAX_TRAIN_ITERATIONS, limits.MAX_ITERATION + 1 - session.iterations_done))


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
