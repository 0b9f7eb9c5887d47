"""A training run is under way from one process, and each write says what becomes of it."""

import anyio

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import SessionRecord, Write
from tests.sessions.store.opened import opened


def test_a_run_begins_goes_on_and_ends(address: str) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(), {}, "client", 0.0)
            began = await store.write("a", 0, Write(Head(), run="r1"), 1.0)
            went_on = await store.write("a", 1, Write(Head(5), {"a": b"1"}, run="r1", of_run="r1"), 2.0)
            ended = await store.write("a", 2, Write(Head(9), run=None, of_run="r1"), 3.0)
            assert [began, went_on, ended] == [
                SessionRecord(1, Head(), 0, "r1"),
                SessionRecord(2, Head(5), 1, "r1"),
                SessionRecord(3, Head(9), 1, None),
            ]
            assert await store.record("a", 3.0) == ended

    anyio.run(run)


def test_a_write_that_says_nothing_of_the_run_leaves_it(address: str) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(), {}, "client", 0.0)
            await store.write("a", 0, Write(Head(), run="r1"), 1.0)
            assert await store.write("a", 1, Write(Head(1)), 2.0) == SessionRecord(2, Head(1), 0, "r1")
            assert await store.record("a", 2.0) == SessionRecord(2, Head(1), 0, "r1")

    anyio.run(run)


def test_a_write_of_a_run_that_is_not_under_way_changes_nothing(address: str) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(), {"a": b"1"}, "client", 0.0)
            late = Write(Head(9), {"a": b"late"}, run="r1", of_run="r1")
            assert await store.write("a", 0, late, 1.0) is None
            await store.write("a", 0, Write(Head(), run="r2"), 2.0)
            assert await store.write("a", 1, late, 3.0) is None
            assert await store.write("a", 1, Write(Head(9), of_run="r1"), 3.0) is None
            assert await store.load("a", 3.0) == (SessionRecord(1, Head(), 0, "r2"), {"a": b"1"})

    anyio.run(run)


def test_another_run_may_take_the_place_of_one_that_was_left(address: str) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(), {}, "client", 0.0)
            await store.write("a", 0, Write(Head(), run="r1"), 1.0)
            assert await store.write("a", 1, Write(Head(), run="r2"), 2.0) == SessionRecord(
                2, Head(), 0, "r2"
            )

    anyio.run(run)
