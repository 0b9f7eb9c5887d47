"""Compute processes: each runs jobs that it knows by name, several at a time, and ends with the server.

Python runs one thread at a time, so that training in a thread would slow down every step of everybody. A
process has an interpreter of its own and a lower priority, and the operating system divides the processors.
"""

import asyncio
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from itertools import count
from queue import SimpleQueue
from threading import Lock, Thread
from typing import IO, Any

import structlog

from backstep_lab.compute.frames import read_frame, write_frame

MORE_JOBS = 4  # than another process has: with fewer, a job stays where its session is kept
Reply = tuple[str, Any]  # "done" and the outcome, "problem" and its fields, or "failed" and a sentence
Waiting = tuple[asyncio.AbstractEventLoop, asyncio.Future[Reply]]

log = structlog.get_logger()


class ProcessEnded(Exception):  # noqa: N818 – what is the case
    """A compute process ended before it answered; the job may be given to another."""


class ComputeProcess:
    """One child process. Threads write and read its pipes, so that the event loop never waits for them."""

    def __init__(self, module: str) -> None:
        self.jobs = 0
        self.has_ended = False
        self._numbers = count()
        self._waiting: dict[int, Waiting] = {}
        self._outgoing: SimpleQueue[Any] = SimpleQueue()
        self.child = subprocess.Popen(
            [sys.executable, "-m", module], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=-1
        )
        assert self.child.stdin is not None, "a pipe was asked for"
        assert self.child.stdout is not None, "a pipe was asked for"
        self._threads = [
            Thread(target=self._write, args=(self.child.stdin,), daemon=True),
            Thread(target=self._read, args=(self.child.stdout,), daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    async def call(self, job: str, arguments: Mapping[str, Any]) -> Reply:
        """The reply to a job. A cancelled call asks the process to give the job up. Raises ProcessEnded."""
        number, loop = next(self._numbers), asyncio.get_running_loop()
        reply: asyncio.Future[Reply] = loop.create_future()
        self._waiting[number] = loop, reply
        self._outgoing.put([number, job, arguments])
        if self.has_ended:
            self._fail_all()
        self.jobs += 1
        try:
            return await reply
        except asyncio.CancelledError:
            self._outgoing.put([number, None, None])
            raise
        finally:
            self.jobs -= 1
            self._waiting.pop(number, None)

    def close(self) -> None:
        """End the process; what it computes is lost."""
        self._outgoing.put(None)
        self.child.kill()
        self.child.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self.child.stdin, self.child.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):  # what could not be written any more
                    pipe.close()

    def _write(self, pipe: IO[bytes]) -> None:
        while (message := self._outgoing.get()) is not None:
            try:
                write_frame(pipe, message)
            except (OSError, ValueError):
                return

    def _read(self, pipe: IO[bytes]) -> None:
        try:
            while (message := read_frame(pipe)) is not None:
                number, kind, outcome = message
                self._settle(number, partial(_resolve, reply=(kind, outcome)))
        except (OSError, ValueError) as error:
            log.error("a compute process cannot be read", error=str(error))
        self.has_ended = True
        self._fail_all()

    def _fail_all(self) -> None:
        for number in list(self._waiting):
            self._settle(number, _fail)

    def _settle(self, number: int, settle: Callable[[asyncio.Future[Reply]], None]) -> None:
        known = self._waiting.pop(number, None)
        if known is None:
            return
        loop, reply = known
        if not loop.is_closed():
            loop.call_soon_threadsafe(lambda: None if reply.done() else settle(reply))


def _resolve(future: asyncio.Future[Reply], reply: Reply) -> None:
    future.set_result(reply)


def _fail(future: asyncio.Future[Reply]) -> None:
    future.set_exception(ProcessEnded())


class ProcessPool:
    """A fixed number of compute processes, each started when it is needed and again when it has ended."""

    def __init__(self, module: str, size: int) -> None:
        self.size = size
        self._module = module
        self._processes: list[ComputeProcess | None] = [None] * size
        self._starting = Lock()

    def pick(self, preferred: int | None = None) -> int:
        """The place of the preferred process, or of one with the fewest jobs where that has many more."""
        jobs = [process.jobs if process else 0 for process in self._processes]
        if preferred is not None and jobs[preferred] <= min(jobs) + MORE_JOBS:
            return preferred
        return jobs.index(min(jobs))

    async def call(self, place: int, job: str, arguments: Mapping[str, Any]) -> Reply:
        """The reply of the process at a place. Raises ProcessEnded."""
        process = self._processes[place]
        if process is None or process.has_ended:
            process = await asyncio.to_thread(self.start, place)
        return await process.call(job, arguments)

    def start(self, place: int) -> ComputeProcess:
        """The process at a place, started where there is none."""
        with self._starting:
            process = self._processes[place]
            if process is not None and not process.has_ended:
                return process
            if process is not None:
                process.close()
                log.error("a compute process has ended and is started again", code=process.child.returncode)
            process = self._processes[place] = ComputeProcess(self._module)
            return process

    def close(self) -> None:
        """End all processes."""
        for process in self._processes:
            if process is not None:
                process.close()
        self._processes = [None] * self.size
