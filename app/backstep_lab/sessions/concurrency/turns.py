"""Turns of a fair queue; raises Busy where the queue is full."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from backstep_lab.compute.fair_queue import FairQueue, QueueFull
from backstep_lab.spec.errors import Busy


@asynccontextmanager
async def turn(queue: FairQueue, client: str, session: str) -> AsyncIterator[None]:
    """A turn, once it has come, until the end of the block. Raises Busy where the queue is full."""
    try:
        async with queue.turn(client, session):
            yield
    except QueueFull:
        raise Busy.waiting() from None
