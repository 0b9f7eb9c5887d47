"""What PostgreSQL adds: a schema, a pooler in between, and a driver that only its users load."""

import subprocess
import sys
from time import monotonic

import anyio
import pytest

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import SchemaTooNew, SessionRecord, Store, Write
from backstep_lab.sessions.store.factory import open_store
from backstep_lab.sessions.store.postgresql import PostgresqlStore
from tests.servers.cluster import Cluster
from tests.servers.pgbouncer import pooling
from tests.sessions.store.opened import PLENTY, opened
from tests.sessions.store.servers import with_session


def test_a_step_changes_no_index(cluster: Cluster) -> None:
    database = cluster.empty_database()

    async def run() -> None:
        async with with_session(cluster, database) as store:
            for revision in range(20):
                await store.write("a", revision, Write(Head(0, revision)), float(revision))

    anyio.run(run)
    end, updates = monotonic() + 20, (0, 0)
    while updates[0] < 20 and monotonic() < end:  # until the statistics of the last connection have arrived
        ((*counted,),) = cluster.ask("SELECT n_tup_upd, n_tup_hot_upd FROM pg_stat_user_tables"
                                     " WHERE relname = 'sessions'", database)  # fmt: skip
        updates = (counted[0], counted[1])
    assert updates == (20, 19)  # the first marks the session as stepped


def test_a_newer_schema_is_refused_and_left_alone(cluster: Cluster) -> None:
    database = cluster.empty_database()

    async def run() -> None:
        async with with_session(cluster, database):
            pass
        cluster.ask("UPDATE schema_version SET version = 999", database)
        with pytest.raises(SchemaTooNew, match="schema version 999; this program knows versions up to 1"):
            await PostgresqlStore(cluster.address(database), PLENTY).open()

    anyio.run(run)
    assert cluster.ask("SELECT version FROM schema_version", database) == [(999,)]


def test_a_store_that_is_opened_again_has_its_sessions(cluster: Cluster) -> None:
    database = cluster.empty_database()

    async def run() -> None:
        async with with_session(cluster, database):
            pass
        async with opened(cluster.address(database)) as store:
            assert await store.load("a", 0.0) == (SessionRecord(0, Head(), 0), {"a": b"1"})
            assert await store.count() == 1

    anyio.run(run)


def test_many_share_few_connections_behind_a_pooler_in_transaction_mode(cluster: Cluster) -> None:
    async def run(port: int) -> None:
        address = cluster.address(cluster.empty_database(), port)
        async with opened(address) as one, opened(address) as other:
            won: list[tuple[str, int]] = []

            async def step(store: Store, id: str) -> None:
                for revision in range(10):
                    if await store.write(id, revision, Write(Head(revision), {"a": b"2"}), 0.0):
                        won.append((id, revision))

            for id in "abcdef":
                await one.create(id, Head(), {"a": b"1"}, "client", 0.0)
            async with anyio.create_task_group() as group:
                for id in "abcdef":
                    for store in (one, other):
                        group.start_soon(step, store, id)
            assert sorted(won) == [(id, revision) for id in "abcdef" for revision in range(10)]
            assert await other.load("f", 0.0) == (SessionRecord(10, Head(9), 10), {"a": b"2"})

    with pooling(cluster, connections=2) as port:
        anyio.run(run, port)


@pytest.mark.parametrize("address", ["postgresql://u:secret@h/db?colour=red", "postgresql://u:secret@[h/db"])
def test_an_address_that_cannot_be_is_refused_without_saying_its_password(address: str) -> None:
    with pytest.raises(ValueError, match="BACKSTEP_STORE") as refused:
        open_store(address, PLENTY)
    assert "secret" not in str(refused.value)


def test_who_keeps_sessions_elsewhere_loads_no_driver() -> None:
    program = (
        "import sys; from backstep_lab.sessions.store.factory import open_store;"
        " from tests.sessions.store.opened import PLENTY; open_store('memory:', PLENTY);"
        " sys.exit('psycopg' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
