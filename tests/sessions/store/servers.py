"""Stores on a PostgreSQL server that waits, is locked, or lacks its standby."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

import anyio
import psycopg

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import SessionRecord, Store, Write
from backstep_lab.sessions.store.postgresql import PostgresqlStore
from backstep_lab.sessions.store.postgresql_pool import Patience
from backstep_lab.spec.errors import StoreUnavailable
from tests.servers.cluster import Cluster
from tests.sessions.store.opened import PLENTY

STEPPED = SessionRecord(1, Head(1), 0)
SHORT = Patience(connection=0.5, answer=0.5, opening=1.0)
LONG = Patience(connection=20.0, answer=20.0)


@asynccontextmanager
async def with_session(cluster: Cluster, database: str, patience: Patience = LONG) -> AsyncIterator[Store]:
    """A store with the session "a"."""
    store = PostgresqlStore(cluster.address(database), PLENTY, patience)
    await store.open()
    try:
        await store.create("a", Head(), {"a": b"1"}, "client", 0.0)
        yield store
    finally:
        await store.close()


async def eventually(ask: Callable[[], Awaitable[bool]]) -> None:
    """Ask until it is so."""
    with anyio.fail_after(20):
        while not await ask():
            await anyio.sleep(0.01)


async def waits_for(cluster: Cluster, event: str) -> list[int]:
    """The server processes that wait for this event; returns as soon as there is one."""
    found: list[int] = []

    async def ask() -> bool:
        rows = cluster.ask(f"SELECT pid FROM pg_stat_activity WHERE wait_event = '{event}'")
        found[:] = [pid for (pid,) in rows]
        return bool(found)

    await eventually(ask)
    return found


@contextmanager
def locked(cluster: Cluster, database: str) -> Iterator[None]:
    """Another transaction has the row of the session."""
    with psycopg.connect(cluster.address(database)) as connection:
        connection.execute("SELECT FROM sessions WHERE id = 'a' FOR UPDATE")
        yield


@contextmanager
def without_its_standby(cluster: Cluster) -> Iterator[Callable[[], None]]:
    """Commits wait for a standby that is not there, until the function given is called."""
    cluster.ask("ALTER SYSTEM SET synchronous_standby_names = 'gone'")
    cluster.restart()

    def come_back() -> None:
        cluster.ask("ALTER SYSTEM RESET synchronous_standby_names")
        cluster.ask("SELECT pg_reload_conf()")

    try:
        yield come_back
    finally:
        come_back()
        cluster.restart()


async def is_at(store: Store, revision: int) -> bool:
    record = await store.record("a", 0.0)
    return record is not None and record.revision == revision


async def can_be_changed(store: Store) -> bool:
    """Step the session; whether that was possible."""
    try:
        return await store.write("a", 0, Write(Head(1)), 0.0) == STEPPED
    except StoreUnavailable:
        return False
