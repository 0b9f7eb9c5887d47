"""A session's time runs from its last change; a sweep deletes a bounded number whose time is over."""

import anyio

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import Capacity, Write
from tests.sessions.store.opened import opened

A_MINUTE_AND_MORE = Capacity(sessions=10_000, seconds=100.0)


def test_time_runs_from_the_last_change(address: str) -> None:
    async def run() -> None:
        async with opened(address, A_MINUTE_AND_MORE) as store:
            for id in ("rested", "changed"):
                await store.create(id, Head(), {}, "client", 0.0)
            await store.write("changed", 0, Write(Head(1)), 60.0)
            assert await store.record("rested", 100.0) is not None
            assert await store.record("rested", 100.5) is None
            assert await store.load("rested", 100.5) is None
            assert await store.record("changed", 160.0) is not None
            assert await store.record("changed", 160.5) is None

    anyio.run(run)


def test_a_session_whose_time_is_over_cannot_be_changed(address: str) -> None:
    async def run() -> None:
        async with opened(address, A_MINUTE_AND_MORE) as store:
            await store.create("a", Head(), {"a": b"1"}, "client", 0.0)
            assert await store.write("a", 0, Write(Head(1)), 100.5) is None
            assert await store.write("a", 0, Write(Head(1), {"a": b"2"}), 100.5) is None
            assert await store.record("a", 50.0) is not None

    anyio.run(run)


def test_sweeping_deletes_what_is_over_and_nothing_else(address: str) -> None:
    async def run() -> None:
        async with opened(address, A_MINUTE_AND_MORE) as store:
            for now in range(0, 200, 20):
                await store.create(f"at {now}", Head(), {"a": b"1"}, "client", float(now))
            assert await store.sweep(100.0) == 0
            assert await store.sweep(150.0) == 3
            assert await store.sweep(150.0) == 0
            there = [now for now in range(0, 200, 20) if await store.record(f"at {now}", 0.0) is not None]
            assert there == [60, 80, 100, 120, 140, 160, 180]
            assert await store.count() == 7

    anyio.run(run)


def test_one_sweep_deletes_a_bounded_number(address: str) -> None:
    async def run() -> None:
        async with opened(address, A_MINUTE_AND_MORE) as store:
            for number in range(501):
                await store.create(str(number), Head(), {}, "client", 0.0)
            swept = [await store.sweep(1000.0) for _ in range(3)]
            assert swept == [500, 1, 0]

    anyio.run(run)
