"""A write succeeds at the revision that it was made for, whole, or not at all."""

import anyio
import pytest

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import SessionRecord, Write
from tests.sessions.store.opened import opened

NOT_TEXT = ["", "x", "\0", "a\0", "é", "'; --", "a" * 10_000]


def test_a_session_is_found_as_it_was_created(address: str) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(0, 0, 3), {"spec": b"s", "edits": bytes(range(256))}, "client", 0.0)
            assert await store.record("a", 0.0) == SessionRecord(0, Head(0, 0, 3), 0)
            assert await store.load("a", 0.0) == (
                SessionRecord(0, Head(0, 0, 3), 0),
                {"spec": b"s", "edits": bytes(range(256))},
            )

    anyio.run(run)


def test_a_session_may_have_no_parts(address: str) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(), {}, "client", 0.0)
            assert await store.load("a", 0.0) == (SessionRecord(0, Head(), 0), {})

    anyio.run(run)


def test_a_write_returns_the_record_as_it_is_afterwards(address: str) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(), {"spec": b"s"}, "client", 0.0)
            written = await store.write("a", 0, Write(Head(2**40, 7, 1)), 1.0)
            assert written == SessionRecord(1, Head(2**40, 7, 1), 0)
            assert await store.load("a", 1.0) == (written, {"spec": b"s"})

    anyio.run(run)


def test_a_write_puts_and_deletes_parts_and_counts_one_version(address: str) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(), {"kept": b"1", "replaced": b"2", "deleted": b"3"}, "client", 0.0)
            put = {"replaced": b"two", "added": b"", "large": b"\0\xff" * 500_000}
            written = await store.write("a", 0, Write(Head(1), put, {"deleted", "never there"}), 1.0)
            assert written == SessionRecord(1, Head(1), 1)
            assert await store.load("a", 1.0) == (written, {"kept": b"1", **put})

    anyio.run(run)


@pytest.mark.parametrize("write", [Write(Head(), {"a": b"1"}), Write(Head(), delete=["a"])])
def test_putting_alone_and_deleting_alone_count_a_version(address: str, write: Write) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(), {"a": b"0"}, "client", 0.0)
            assert await store.write("a", 0, write, 1.0) == SessionRecord(1, Head(), 1)
            assert await store.load("a", 1.0) == (SessionRecord(1, Head(), 1), dict(write.put))

    anyio.run(run)


def test_a_part_that_is_deleted_and_put_is_there(address: str) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(), {"a": b"old"}, "client", 0.0)
            written = await store.write("a", 0, Write(Head(), {"a": b"new"}, ["a"]), 1.0)
            assert await store.load("a", 1.0) == (written, {"a": b"new"})

    anyio.run(run)


@pytest.mark.parametrize("revision", [0, 2, -1, 2**31, 2**62])
def test_a_write_for_another_revision_changes_nothing(address: str, revision: int) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(), {"a": b"1"}, "client", 0.0)
            first = await store.write("a", 0, Write(Head(1), run="run"), 1.0)
            for write in (Write(Head(9)), Write(Head(9), {"a": b"lost", "b": b"lost"}, ["a"], None)):
                assert await store.write("a", revision, write, 2.0) is None
            assert await store.load("a", 2.0) == (first, {"a": b"1"})

    anyio.run(run)


@pytest.mark.parametrize("id", NOT_TEXT)
def test_a_session_that_was_never_created_is_not_there(address: str, id: str) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(), {}, "client", 0.0)
            assert await store.record(id, 0.0) is None
            assert await store.load(id, 0.0) is None
            assert await store.write(id, 0, Write(Head()), 0.0) is None
            assert await store.write(id, 0, Write(Head(), {"a": b"1"}), 0.0) is None
            assert await store.delete(id) is False

    anyio.run(run)


def test_a_deleted_session_is_gone_with_its_parts(address: str) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(), {"a": b"1"}, "client", 0.0)
            assert await store.delete("a") is True
            assert await store.delete("a") is False
            assert await store.record("a", 0.0) is None
            assert await store.write("a", 0, Write(Head(), {"a": b"2"}), 0.0) is None
            assert await store.count() == 0
            await store.create("a", Head(), {}, "client", 0.0)
            assert await store.load("a", 0.0) == (SessionRecord(0, Head(), 0), {})

    anyio.run(run)


def test_sessions_do_not_touch_each_other(address: str) -> None:
    async def run() -> None:
        async with opened(address) as store:
            for id in ("a", "b"):
                await store.create(id, Head(), {"part": id.encode()}, "client", 0.0)
            await store.write("a", 0, Write(Head(5), {"part": b"new"}, run="run"), 1.0)
            assert await store.load("b", 1.0) == (SessionRecord(0, Head(), 0), {"part": b"b"})

    anyio.run(run)


@pytest.mark.parametrize("client", ["", "::1", "a\0b", "é", "x" * 5_000])
def test_a_client_may_have_any_name(address: str, client: str) -> None:
    async def run() -> None:
        async with opened(address) as store:
            await store.create("a", Head(), {}, client, 0.0)
            assert await store.record("a", 0.0) == SessionRecord(0, Head(), 0)

    anyio.run(run)
