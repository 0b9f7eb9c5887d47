"""Which session makes room for a new one, in all and of one client."""

from collections.abc import Iterable

import anyio
import pytest

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import Capacity, Store, Write
from backstep_lab.spec.errors import Full
from tests.sessions.store.opened import opened

THREE = Capacity(sessions=3, seconds=1000.0, grace=600.0, grace_untouched=60.0)
TWO_EACH = Capacity(sessions=100, seconds=1000.0, sessions_of_client=2, grace=600.0, grace_untouched=60.0)


async def created(store: Store, ids: Iterable[str], now: float, client: str = "client") -> None:
    for id in ids:
        await store.create(id, Head(), {"a": b"1"}, client, now)


async def stepped(store: Store, id: str, now: float) -> None:
    assert await store.write(id, 0, Write(Head(0, 1)), now) is not None


async def there(store: Store, ids: Iterable[str], now: float) -> str:
    return "".join([id for id in ids if await store.record(id, now) is not None])


def test_those_whose_time_is_over_go_first(address: str) -> None:
    async def run() -> None:
        async with opened(address, THREE) as store:
            await created(store, "ab", 0.0)
            await stepped(store, "b", 5.0)
            await stepped(store, "a", 10.0)
            await created(store, "c", 900.0)
            await created(store, "d", 1015.0)
            assert await there(store, "abcd", 10.0) == "acd"

    anyio.run(run)


def test_then_those_never_stepped_that_have_rested_for_a_minute(address: str) -> None:
    async def run() -> None:
        async with opened(address, THREE) as store:
            await created(store, "a", 0.0)
            await stepped(store, "a", 1.0)
            await created(store, "c", 10.0)
            await created(store, "b", 20.0)
            await created(store, "d", 700.0)
            assert await there(store, "abcd", 700.0) == "abd"

    anyio.run(run)


def test_then_those_that_have_rested_for_an_hour(address: str) -> None:
    async def run() -> None:
        async with opened(address, THREE) as store:
            await created(store, "abc", 0.0)
            for id, now in (("b", 1.0), ("a", 2.0), ("c", 3.0)):
                await stepped(store, id, now)
            await created(store, "d", 700.0)
            assert await there(store, "abcd", 700.0) == "acd"

    anyio.run(run)


def test_none_goes_while_all_are_in_use(address: str) -> None:
    async def run() -> None:
        async with opened(address, THREE) as store:
            await created(store, "abc", 5.0)
            for id in "ab":
                await stepped(store, id, 6.0)
            with pytest.raises(Full, match="All 3 places"):
                await created(store, "d", 64.0)
            assert await there(store, "abcd", 64.0) == "abc"
            await created(store, "d", 65.0)
            assert await there(store, "abcd", 65.0) == "abd"
            with pytest.raises(Full, match="All 3 places"):
                await created(store, "e", 123.0)
            await stepped(store, "d", 123.0)
            with pytest.raises(Full, match="All 3 places"):
                await created(store, "e", 605.0)
            await created(store, "e", 606.0)
            assert await there(store, "abde", 606.0) == "bde"

    anyio.run(run)


def test_a_client_at_its_share_gives_up_its_own(address: str) -> None:
    async def run() -> None:
        async with opened(address, TWO_EACH) as store:
            await created(store, "x", 0.0, "another")
            await created(store, "ab", 1.0)
            await stepped(store, "a", 2.0)
            await created(store, "c", 3.0)
            assert await there(store, "abcx", 3.0) == "acx"
            await stepped(store, "c", 4.0)
            with pytest.raises(Full, match="All 2 places"):
                await created(store, "d", 5.0)
            await created(store, "d", 602.0)
            assert await there(store, "acdx", 602.0) == "cdx"
            await created(store, "y", 602.0, "another")
            assert await there(store, "cdxy", 602.0) == "cdxy"

    anyio.run(run)


def test_a_client_at_its_share_takes_no_place_of_others_when_all_are_taken(address: str) -> None:
    capacity = Capacity(sessions=3, seconds=1000.0, sessions_of_client=2, grace=600.0, grace_untouched=60.0)

    async def run() -> None:
        async with opened(address, capacity) as store:
            await created(store, "x", 0.0, "another")
            await created(store, "ab", 100.0)
            await created(store, "c", 200.0)
            assert await there(store, "abcx", 200.0) == "bcx"

    anyio.run(run)


def test_a_deleted_session_leaves_its_place(address: str) -> None:
    async def run() -> None:
        async with opened(address, TWO_EACH) as store:
            for turn in range(5):
                await created(store, "ab", float(turn))
                assert await store.count() == 2
                assert [await store.delete(id) for id in "ab"] == [True, True]
            assert await store.count() == 0

    anyio.run(run)


def test_of_many_created_at_once_as_many_are_kept_as_there_are_places(address: str) -> None:
    capacity = Capacity(sessions=20, seconds=1000.0)

    async def run() -> None:
        outcomes: list[bool] = []

        async def create(store: Store, number: int) -> None:
            try:
                await store.create(str(number), Head(), {"a": b"1"}, f"client {number}", 0.0)
            except Full:
                outcomes.append(False)
            else:
                outcomes.append(True)

        async with opened(address, capacity) as store, anyio.create_task_group() as group:
            for number in range(50):
                group.start_soon(create, store, number)
        assert (outcomes.count(True), outcomes.count(False)) == (20, 30)

    anyio.run(run)
