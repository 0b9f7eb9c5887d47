"""Servers that restart, crash, vanish or lack their standby: what is done, not done, and unknown."""

import asyncio
from functools import partial
from time import monotonic

import anyio
import psycopg
import pytest
from anyio.to_thread import run_sync

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import SessionRecord, Store, Write
from backstep_lab.sessions.store.postgresql import PostgresqlStore
from backstep_lab.sessions.store.postgresql_pool import CHANGES
from backstep_lab.spec.errors import StoreUnavailable, UnknownOutcome
from tests.servers.cluster import Cluster
from tests.servers.ports import free_port
from tests.sessions.store.opened import PLENTY
from tests.sessions.store.servers import (
    SHORT,
    STEPPED,
    can_be_changed,
    eventually,
    is_at,
    waits_for,
    with_session,
    without_its_standby,
)


def test_a_restart_between_two_steps_is_not_noticed(cluster: Cluster) -> None:
    async def run() -> None:
        async with with_session(cluster, cluster.empty_database()) as store:
            await run_sync(cluster.restart)
            assert await store.write("a", 0, Write(Head(1)), 0.0) == STEPPED
            await run_sync(partial(cluster.restart, "immediate"))
            assert await store.write("a", 1, Write(Head(2)), 0.0) == SessionRecord(2, Head(2), 0)

    anyio.run(run)


def test_a_crash_while_a_change_is_under_way_leaves_its_outcome_unknown(cluster: Cluster) -> None:
    database = cluster.empty_database()

    async def run() -> None:
        outcomes: list[type[Exception]] = []

        async def step() -> None:
            try:
                await store.write("a", 0, Write(Head(1)), 0.0)
            except Exception as error:
                outcomes.append(type(error))

        async with with_session(cluster, database) as store:
            async with anyio.create_task_group() as group:
                connection = psycopg.connect(cluster.address(database))
                connection.execute("SELECT FROM sessions WHERE id = 'a' FOR UPDATE")
                group.start_soon(step)
                await waits_for(cluster, "transactionid")
                await run_sync(cluster.restart, "immediate")
                connection.close()
            assert outcomes == [UnknownOutcome]
            assert await store.write("a", 0, Write(Head(1)), 0.0) == STEPPED

    anyio.run(run)


def test_a_commit_without_its_standby_is_unknown_until_the_standby_has_it(cluster: Cluster) -> None:
    async def run() -> None:
        async with with_session(cluster, cluster.empty_database(), SHORT) as store:
            with without_its_standby(cluster) as come_back:
                for _ in range(2):
                    with pytest.raises(UnknownOutcome):
                        await store.write("a", 0, Write(Head(1)), 0.0)
                    assert await store.record("a", 0.0) == SessionRecord(0, Head(), 0)
                come_back()
                await eventually(lambda: is_at(store, 1))
                assert await store.write("a", 0, Write(Head(1)), 0.0) is None

    anyio.run(run)


def test_a_commit_that_was_cancelled_while_it_waited_is_unknown(cluster: Cluster) -> None:
    async def run() -> None:
        outcomes: list[type[Exception]] = []

        async def step() -> None:
            try:
                await store.write("a", 0, Write(Head(1)), 0.0)
            except Exception as error:
                outcomes.append(type(error))

        async with with_session(cluster, cluster.empty_database()) as store:
            with without_its_standby(cluster):
                async with anyio.create_task_group() as group:
                    group.start_soon(step)
                    (process,) = await waits_for(cluster, "SyncRep")
                    cluster.ask(f"SELECT pg_cancel_backend({process})")
        assert outcomes == [UnknownOutcome]

    anyio.run(run)


def test_sessions_can_be_read_while_all_changes_wait(cluster: Cluster) -> None:
    async def run() -> None:
        outcomes: list[type[Exception]] = []

        async def step(id: str) -> None:
            try:
                await store.write(id, 0, Write(Head(1)), 0.0)
            except Exception as error:
                outcomes.append(type(error))

        async with with_session(cluster, cluster.empty_database(), SHORT) as store:
            for number in range(CHANGES):
                await store.create(str(number), Head(), {}, "client", 0.0)
            with without_its_standby(cluster) as come_back:
                async with anyio.create_task_group() as group:
                    for number in range(CHANGES):
                        group.start_soon(step, str(number))
                assert outcomes == [UnknownOutcome] * CHANGES
                with pytest.raises(StoreUnavailable):
                    await store.write("a", 0, Write(Head(1)), 0.0)
                assert await store.load("a", 0.0) == (SessionRecord(0, Head(), 0), {"a": b"1"})
                come_back()

                await eventually(lambda: can_be_changed(store))

    anyio.run(run)


def test_a_change_whose_caller_has_gone_is_not_cancelled(cluster: Cluster) -> None:
    async def run() -> None:
        async with with_session(cluster, cluster.empty_database()) as store:
            with without_its_standby(cluster) as come_back:
                caller = asyncio.create_task(store.write("a", 0, Write(Head(1)), 0.0))
                (process,) = await waits_for(cluster, "SyncRep")
                caller.cancel()
                await asyncio.wait((caller,))
                assert await waits_for(cluster, "SyncRep") == [process]
                assert await is_at(store, 0)
                come_back()
                await eventually(lambda: is_at(store, 1))

    anyio.run(run)


def test_a_crash_while_a_session_is_read_is_not_noticed(cluster: Cluster) -> None:
    database = cluster.empty_database()

    async def run() -> None:
        async with with_session(cluster, database) as store:
            connection = psycopg.connect(cluster.address(database))
            connection.execute("LOCK TABLE sessions")
            reader = asyncio.create_task(store.record("a", 0.0))
            await waits_for(cluster, "relation")
            await run_sync(cluster.restart, "immediate")
            connection.close()
            assert await reader == SessionRecord(0, Head(), 0)

    anyio.run(run)


def test_a_second_writer_waits_for_the_first_and_goes_by_what_it_did(cluster: Cluster) -> None:
    database = cluster.empty_database()

    async def outcome(commit: bool) -> SessionRecord | None:
        written: list[SessionRecord | None] = []

        async def step(store: Store) -> None:
            written.append(await store.write("a", 0, Write(Head(1), {"a": b"2"}), 0.0))

        async with with_session(cluster, database) as store:
            with psycopg.connect(cluster.address(database)) as first:
                first.execute("UPDATE sessions SET revision = revision + 1 WHERE id = 'a'")
                async with anyio.create_task_group() as group:
                    group.start_soon(step, store)
                    await waits_for(cluster, "transactionid")
                    first.commit() if commit else first.rollback()
            await store.delete("a")
        return written[0]

    assert anyio.run(outcome, True) is None
    assert anyio.run(outcome, False) == SessionRecord(1, Head(1), 1)


def test_without_a_server_nothing_is_opened() -> None:
    async def run() -> None:
        store = PostgresqlStore(f"postgresql://postgres@127.0.0.1:{free_port()}/db", PLENTY, SHORT)
        with pytest.raises(StoreUnavailable):
            await store.open()

    anyio.run(run)


def test_a_server_that_stops_is_unavailable_until_it_is_back(cluster: Cluster) -> None:
    async def run() -> None:
        async with with_session(cluster, cluster.empty_database(), SHORT) as store:
            cluster.stop()
            try:
                for call in (
                    lambda: store.record("a", 0.0),
                    lambda: store.load("a", 0.0),
                    lambda: store.write("a", 0, Write(Head(1)), 0.0),
                    lambda: store.delete("a"),
                    lambda: store.sweep(0.0),
                    lambda: store.create("b", Head(), {}, "client", 0.0),
                ):
                    began = monotonic()
                    with pytest.raises(StoreUnavailable):
                        await call()
                    assert monotonic() - began < 5
            finally:
                cluster.start()

            await eventually(lambda: can_be_changed(store))

    anyio.run(run)


def test_a_server_that_only_reads_is_unavailable_for_changes(cluster: Cluster) -> None:
    database = cluster.empty_database()

    async def run() -> None:
        async with with_session(cluster, database) as store:
            cluster.ask(f"ALTER DATABASE {database} SET default_transaction_read_only = on")
            connections = f"pg_stat_activity WHERE datname = '{database}'"
            cluster.ask(f"SELECT pg_terminate_backend(pid, 9000) FROM {connections}")
            assert await is_at(store, 0)
            cluster.ask(f"ALTER DATABASE {database} RESET default_transaction_read_only")
            with pytest.raises(StoreUnavailable):
                await store.write("a", 0, Write(Head(1)), 0.0)
            await eventually(lambda: can_be_changed(store))

    anyio.run(run)
