"""A compute process: `python -m backstep_lab.jobs.worker`, started by the server and ended with it.

Jobs come in on standard input and are answered on standard output (`compute/frames.py`), several at a time
in threads. Sessions that a job was about are kept for the next one, bounded in bytes.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from time import monotonic
from typing import IO, Any
from uuid import uuid4

from backstep_lab.compute.frames import read_frame, write_frame
from backstep_lab.jobs.changes import CHANGES
from backstep_lab.jobs.creations import created
from backstep_lab.jobs.kept_sessions import KeptSessions
from backstep_lab.jobs.problem_fields import fields_of
from backstep_lab.jobs.queries import QUERIES
from backstep_lab.jobs.tasks import TASKS
from backstep_lab.jobs.training_slice import slice_fields, trained_slice
from backstep_lab.sessions.concurrency.deadline import within
from backstep_lab.sessions.history import History, ShouldContinue
from backstep_lab.sessions.session import Head, Session
from backstep_lab.sessions.store.history_parts import changed_parts, parts_of
from backstep_lab.sessions.store.stored_session import restored
from backstep_lab.sessions.transition import Transition
from backstep_lab.spec.errors import Problem

THREADS = 4
NICENESS = 3  # below the server's: answering a step goes before training

Arguments = Mapping[str, Any]


KEPT = KeptSessions()


class Missing(Exception):  # noqa: N818 – what is the case
    """The session is not kept here, and did not come with the job."""


def base_of(base: Arguments, proceed: ShouldContinue) -> tuple[Session, History | None]:
    """The session that a job is about: kept here, or opened from the parts that came with the job."""
    known = KEPT.get(base["key"])
    if known is not None:
        return known
    if base["parts"] is None:
        raise Missing
    head = Head(*base["head"])
    session, stored = restored(base["id"], base["revision"], head, base["parts"], proceed)
    KEPT.put(base["key"], session, stored)
    return session, stored


def query(arguments: Arguments, proceed: ShouldContinue) -> bytes:
    """The answer to a question."""
    session, _ = base_of(arguments["base"], proceed)
    return QUERIES[arguments["name"]].answer(session, arguments["arguments"], proceed)


def change(arguments: Arguments, proceed: ShouldContinue) -> dict[str, Any]:
    """A change's answer, and what to store."""
    session, stored = base_of(arguments["base"], proceed)
    kind = CHANGES[arguments["name"]]
    done = kind.act(session, arguments["arguments"], proceed).at_revision(session.revision + 1)
    return {
        "answer": kind.answer(done, arguments["arguments"]),
        "ends_run": done.ends_run,
        **_to_store(done, stored),
    }


def train(arguments: Arguments, proceed: ShouldContinue) -> dict[str, Any]:
    """A slice of training: what it has come to, and what to store."""
    session, stored = base_of(arguments["base"], proceed)
    began = monotonic()
    end = began + arguments["seconds"]
    trained = trained_slice(session, arguments, lambda: monotonic() < end and proceed())
    moved = trained.session.at_revision(session.revision + 1)
    fields = slice_fields(trained.at(moved), arguments["with_events"], arguments["known"])
    return {**fields, "seconds": monotonic() - began, **_to_store(Transition(session, moved), stored)}


def create(arguments: Arguments, proceed: ShouldContinue) -> dict[str, Any]:
    """A new session: its answer, and what to store."""
    session = created(arguments["name"], arguments["arguments"], arguments["id"], proceed)
    return {
        "answer": QUERIES["session"].answer(session, {}, proceed),
        "key": _keep(session),
        "head": session.head.fields,
        "parts": parts_of(session.history, session.opening_work),
    }


def task(arguments: Arguments, proceed: ShouldContinue) -> Any:
    """The outcome of work that belongs to no session."""
    return TASKS[arguments["name"]](arguments["arguments"], proceed)


JOBS: dict[str, Callable[[Arguments, ShouldContinue], Any]] = {
    "query": query,
    "change": change,
    "train": train,
    "create": create,
    "task": task,
}


def _to_store(done: Transition, stored: History | None) -> dict[str, Any]:
    new = done.end
    parts = changed_parts(stored, new.history, new.opening_work)
    return {
        "key": _keep(new),
        "head": new.head.fields,
        "put": parts.put,
        "delete": parts.delete,
    }


def _keep(session: Session) -> str:
    """Keep a session that is about to be stored; its key counts once the server has stored it."""
    key = uuid4().hex
    KEPT.put(key, session, session.history)
    return key


class Worker:
    """Reads jobs, does them in threads, and answers."""

    def __init__(self, incoming: IO[bytes], outgoing: IO[bytes]) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._writing = Lock()
        self._cancelled: set[int] = set()

    def run(self) -> None:
        """Work until standard input ends, as it does when the server ends, however it ends."""
        executor = ThreadPoolExecutor(THREADS)
        while (message := read_frame(self._incoming)) is not None:
            number, job, arguments = message
            if job is None:
                self._cancelled.add(number)
            else:
                executor.submit(self._do, number, job, arguments)
        os._exit(0)  # the results of running jobs are no longer needed

    def _do(self, number: int, job: str, arguments: Arguments) -> None:
        try:
            proceed = within(arguments["limit"], lambda: number in self._cancelled)
            reply = ["done", JOBS[job](arguments, proceed)]
        except Problem as problem:
            reply = ["problem", fields_of(problem)]
        except Missing:
            reply = ["missing", None]
        except Exception as error:
            reply = ["failed", f"{type(error).__name__}: {error}"]
        self._cancelled.discard(number)
        with self._writing:
            write_frame(self._outgoing, [number, *reply])


def main() -> None:
    """Serve one server process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the server's to handle
    os.nice(NICENESS)
    outgoing = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing that is printed gets among the answers
    gc.freeze()
    Worker(sys.stdin.buffer, outgoing).run()


if __name__ == "__main__":
    main()
