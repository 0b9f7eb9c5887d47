"""Short work, in threads off the event loop: opening a large session, an edit of it, its JSON.

What takes longer runs in a process of its own (`compute/`), since threads share one interpreter.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from backstep_lab.compute.fair_queue import FairQueue
from backstep_lab.sessions.concurrency.deadline import TookLong, inline, within
from backstep_lab.sessions.concurrency.turns import turn
from backstep_lab.sessions.concurrency.work import is_inline
from backstep_lab.sessions.history import ShouldContinue

T = TypeVar("T")
THREADS = 2


class Threads:
    """A fair queue of a few threads."""

    def __init__(self, seconds: float, longest_queue: int, longest_queue_of_session: int) -> None:
        self.seconds = seconds
        self._queue = FairQueue(THREADS, longest_queue, longest_queue_of_session)
        self._executor = ThreadPoolExecutor(THREADS, "backstep")

    async def run(self, work: Callable[[ShouldContinue], T], size: int, client: str, session: str) -> T:
        """The outcome of work of this size: on the event loop where that is small, or in a thread."""
        if is_inline(size):
            try:
                return work(inline())
            except TookLong:
                pass
        return await self.run_in_thread(work, client, session)

    async def run_in_thread(self, work: Callable[[ShouldContinue], T], client: str, session: str) -> T:
        """The outcome of work in a thread. Raises Busy where too much waits, TooLong when its time is up."""
        cancelled = False
        async with turn(self._queue, client, session):
            proceed = within(self.seconds, lambda: cancelled)  # waiting for a turn is not computing
            try:
                return await asyncio.get_running_loop().run_in_executor(self._executor, work, proceed)
            finally:
                cancelled = True

    def close(self) -> None:
        """Wait for no work; what is under way ends by itself."""
        self._executor.shutdown(wait=False, cancel_futures=True)
