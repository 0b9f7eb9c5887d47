"""Services of several server processes on one store, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager

from backstep_lab.compute.processes import ProcessPool
from backstep_lab.jobs.service import ComputeService
from backstep_lab.sessions.concurrency.threads import Threads
from backstep_lab.sessions.manager import SessionManager
from backstep_lab.sessions.store.base import Capacity, Store
from backstep_lab.sessions.store.memory import MemoryStore

CAPACITY = Capacity(sessions=1_000, seconds=1e9)
CLIENT = "127.0.0.1"


@contextmanager
def services(pool: ProcessPool, count: int = 1, store: Store | None = None) -> Iterator[list[ComputeService]]:
    """So many services, each with a manager of its own."""
    shared = store or MemoryStore(CAPACITY)
    threads = [Threads(10, 100, 100) for _ in range(count)]
    yield [ComputeService(SessionManager(shared, own, 10_000_000), pool, 10.0, 1_000, 100) for own in threads]
    for own in threads:
        own.close()
