"""Long computations, in threads beside the event loop: few at a time, none for ever, each stoppable."""

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

import anyio
import anyio.to_thread

from app.sessions.history import Proceed
from app.sessions.problems import Busy

T = TypeVar("T")
AT_ONCE = 2  # more would only share the same processor


class Workers:
    """Runs long computations; turns away what would wait behind too many others."""

    def __init__(self, seconds: float, waiting: int) -> None:
        self.seconds = seconds
        self._waiting = waiting
        self._busy = 0
        self._limiter: anyio.CapacityLimiter | None = None

    async def run(self, work: Callable[[Proceed], T]) -> T:
        """The outcome of `work`, given a `proceed` that raises Busy when its time is up."""
        limit = monotonic() + self.seconds

        def in_time() -> bool:
            if monotonic() > limit:
                raise Busy.too_long(self.seconds)
            return True

        return await self.stretch(lambda gone: work(lambda: in_time() and not gone()))

    async def stretch(self, work: Callable[[Callable[[], bool]], T]) -> T:
        """The outcome of `work`, given a function that says whether the caller has gone away."""
        if self._busy >= AT_ONCE + self._waiting:
            raise Busy.waiting()
        if self._limiter is None:
            self._limiter = anyio.CapacityLimiter(AT_ONCE)
        gone = False
        self._busy += 1
        try:
            return await anyio.to_thread.run_sync(
                lambda: work(lambda: gone), limiter=self._limiter, abandon_on_cancel=True
            )
        finally:
            gone = True
            self._busy -= 1
