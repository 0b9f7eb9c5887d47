"""Open a store for the length of a block."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from backstep_lab.sessions.store.base import Capacity, Store
from backstep_lab.sessions.store.factory import open_store

PLENTY = Capacity(sessions=10_000, seconds=1e6)


@asynccontextmanager
async def opened(address: str, capacity: Capacity = PLENTY) -> AsyncIterator[Store]:
    store = open_store(address, capacity)
    await store.open()
    try:
        yield store
    finally:
        await store.close()
