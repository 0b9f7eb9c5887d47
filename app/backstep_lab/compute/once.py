"""A value made once in a process, in a thread off the event loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock, Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """Made for the first who asks; all others wait for the same value, without blocking the event loop."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._lock = Lock()
        self._value: Future[T] | None = None

    def begin(self) -> Future[T]:
        """Have it made, unless it is or was; from any thread."""
        with self._lock:
            if self._value is None:
                self._value = Future()
                self._value.set_running_or_notify_cancel()  # a caller who goes away does not undo it
                Thread(target=self._run, args=(self._value,), daemon=True).start()
            return self._value

    async def ready(self) -> T:
        """The value, once it is made. Raises what its making raised."""
        value = self.begin()
        return value.result() if value.done() else await asyncio.wrap_future(value)

    def _run(self, value: Future[T]) -> None:
        try:
            value.set_result(self._make())
        except BaseException as error:
            value.set_exception(error)
