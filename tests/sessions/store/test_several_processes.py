"""Several processes on one store: one winner at each revision, and nothing half written."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import anyio
import pytest

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import SessionRecord, Write
from tests.sessions.store.opened import opened


@contextmanager
def writer(address: str, kind: str) -> Iterator["subprocess.Popen[str]"]:
    """A process of `writer.py`, killed at the end if it is still there."""
    command = [sys.executable, "-m", "tests.sessions.store.writer", address, kind]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


async def create(address: str) -> None:
    async with opened(address) as store:
        await store.create("a", Head(), {"a": b"0" * 1000, "b": b"0" * 1000}, "client", 0.0)


async def load(address: str) -> tuple[SessionRecord, dict[str, bytes]]:
    async with opened(address) as store:
        found = await store.load("a", 0.0)
        assert found is not None
        return found


def test_of_many_writers_at_one_revision_exactly_one_succeeds(address: str) -> None:
    async def run() -> None:
        won: list[SessionRecord] = []

        async def step(number: int) -> None:
            written = await store.write("a", 0, Write(Head(number), {"a": str(number).encode()}), 0.0)
            if written is not None:
                won.append(written)

        async with opened(address) as store:
            await store.create("a", Head(), {}, "client", 0.0)
            async with anyio.create_task_group() as group:
                for number in range(40):
                    group.start_soon(step, number)
            (winner,) = won
            assert await store.load("a", 0.0) == (winner, {"a": str(winner.head.iteration).encode()})

    anyio.run(run)


def test_of_two_processes_exactly_one_succeeds_at_each_revision(shared_address: str) -> None:
    anyio.run(create, shared_address)
    with writer(shared_address, "race") as one, writer(shared_address, "race") as other:
        won = [sorted(map(int, process.communicate(timeout=60)[0].split())) for process in (one, other)]
    assert sorted(won[0] + won[1]) == list(range(50))
    assert anyio.run(load, shared_address)[0].revision == 50


def test_who_paused_between_reading_and_writing_is_refused(shared_address: str) -> None:
    anyio.run(create, shared_address)
    with writer(shared_address, "pause") as slow:
        assert line(slow) == "0"

        async def overtake() -> SessionRecord | None:
            async with opened(shared_address) as store:
                return await store.write("a", 0, Write(Head(5), {"a": b"quick"}), 0.0)

        assert anyio.run(overtake) == SessionRecord(1, Head(5), 1)
        assert slow.communicate("\n", timeout=60)[0].strip() == "None"
    record, parts = anyio.run(load, shared_address)
    assert (record, parts["a"]) == (SessionRecord(1, Head(5), 1), b"quick")


def test_who_loads_sees_a_record_with_its_own_parts(shared_address: str) -> None:
    async def run() -> None:
        finished = False

        async def rewrite() -> None:
            nonlocal finished
            async with opened(shared_address) as writing:
                for revision in range(200):
                    number = str(revision + 1).encode()
                    await writing.write(
                        "a", revision, Write(Head(revision + 1), {"a": number, "b": number}), 0.0
                    )
            finished = True

        async with opened(shared_address) as reading, anyio.create_task_group() as group:
            await reading.create("a", Head(), {"a": b"0", "b": b"0"}, "client", 0.0)
            group.start_soon(rewrite)
            while not finished:
                found = await reading.load("a", 0.0)
                assert found is not None
                number = str(found[0].revision).encode()
                assert found == (
                    SessionRecord(int(number), Head(int(number)), int(number)),
                    {"a": number, "b": number},
                )
                await anyio.lowlevel.checkpoint()

    anyio.run(run)


@pytest.mark.parametrize("acknowledged", [1, 20])
def test_of_a_writer_that_is_killed_all_or_nothing_is_there(shared_address: str, acknowledged: int) -> None:
    anyio.run(create, shared_address)
    for _ in range(2):
        with writer(shared_address, "forever") as process:
            last = [int(line(process)) for _ in range(acknowledged)][-1]
            process.kill()
            assert process.stdout is not None
            rest = process.stdout.read().split()
        last = int(rest[-1]) if rest else last
        record, parts = anyio.run(load, shared_address)
        assert record.revision in (last, last + 1)
        assert record == SessionRecord(record.revision, Head(record.revision), record.revision)
        assert parts == dict.fromkeys(("a", "b"), str(record.revision).encode() * 1000)


def test_a_new_store_may_be_opened_by_many_at_once(shared_address: str) -> None:
    async def run() -> None:
        async def open_and_create(number: int) -> None:
            async with opened(shared_address) as store:
                await store.create(str(number), Head(), {}, "client", 0.0)

        async with anyio.create_task_group() as group:
            for number in range(8):
                group.start_soon(open_and_create, number)
        async with opened(shared_address) as store:
            assert await store.count() == 8

    anyio.run(run)
