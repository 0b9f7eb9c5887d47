"""Turns: in order for one, in turn for many, and none taken twice."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import anyio
import pytest

from backstep_lab.compute.fair_queue import FairQueue, QueueFull, Ticket


def run(test: Coroutine[Any, Any, None]) -> None:
    async def main() -> None:
        await test

    anyio.run(main)


def granted(tickets: list[Ticket]) -> list[int]:
    return [number for number, ticket in enumerate(tickets) if ticket.granted.done()]


def order_of(queue: FairQueue, tickets: list[Ticket]) -> list[int]:
    """The order in which tickets get their turn, each given back before the next."""
    order: list[int] = []
    left = dict(enumerate(tickets))
    while left:
        number = next(number for number, ticket in left.items() if ticket.granted.done())
        order.append(number)
        queue.leave(left.pop(number))
    return order


def test_no_more_turns_are_taken_than_there_are_places() -> None:
    async def test() -> None:
        queue = FairQueue(2, 10, 10)
        tickets = [queue.enter("client", f"session {n}") for n in range(5)]
        assert granted(tickets) == [0, 1]
        queue.leave(tickets[0])
        assert granted(tickets) == [0, 1, 2]

    run(test())


def test_a_client_with_a_thousand_turns_waits_for_them_itself() -> None:
    async def test() -> None:
        queue = FairQueue(1, 2_000, 2_000)
        flood = [queue.enter("one", f"session {n}") for n in range(1_000)]
        other = queue.enter("other", "session")
        assert queue.before(other) == 1, "one turn of the flood, and then the other client's"
        assert order_of(queue, [*flood, other]).index(1_000) == 2

    run(test())


def test_a_clients_sessions_take_turns() -> None:
    async def test() -> None:
        queue = FairQueue(1, 100, 100)
        names = ["a", "a", "a", "b", "b", "c"]
        tickets = [queue.enter("client", name) for name in names]
        order = order_of(queue, tickets)
        assert [names[number] for number in order] == ["a", "a", "b", "c", "a", "b"]

    run(test())


def test_a_place_in_the_queue_is_the_number_of_turns_before_it() -> None:
    async def test() -> None:
        queue = FairQueue(1, 100, 100)
        tickets = [queue.enter("client", f"session {n}") for n in range(6)]
        assert [queue.before(ticket) for ticket in tickets] == [0, 0, 1, 2, 3, 4]
        queue.leave(tickets[0])
        assert [queue.before(ticket) for ticket in tickets[1:]] == [0, 0, 1, 2, 3]

    run(test())


def test_who_leaves_before_its_turn_takes_none() -> None:
    async def test() -> None:
        queue = FairQueue(1, 100, 100)
        first, second, third = (queue.enter("client", name) for name in "abc")
        queue.leave(second)
        queue.leave(first)
        assert third.granted.done()
        assert len(queue) == 0
        queue.leave(third)
        assert queue.enter("client", "d").granted.done()

    run(test())


def test_a_cancelled_turn_is_given_to_the_next() -> None:
    async def test() -> None:
        queue = FairQueue(1, 100, 100)
        held = queue.enter("client", "a")

        async def waiting() -> None:
            async with queue.turn("client", "b"):
                raise AssertionError("its turn never comes")

        task = asyncio.create_task(waiting())
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        queue.leave(held)
        assert queue.enter("client", "c").granted.done()

    run(test())


def test_a_turn_given_back_while_the_next_is_being_cancelled_goes_to_the_one_after() -> None:
    async def test() -> None:
        queue = FairQueue(1, 10, 10)
        first, cancelled, third = (queue.enter("client", f"session {n}") for n in range(3))
        cancelled.granted.cancel()  # as a task's cancellation does, before the task itself goes on
        queue.leave(first)
        assert granted([cancelled, third]) == [0, 1]
        queue.leave(cancelled)
        assert len(queue) == 0
        queue.leave(third)
        assert granted([queue.enter("client", "session 3")]) == [0], "no place was lost"

    run(test())


@pytest.mark.parametrize(("longest", "of_session"), [(3, 100), (100, 3)])
def test_a_flood_is_refused(longest: int, of_session: int) -> None:
    async def test() -> None:
        queue = FairQueue(1, longest, of_session)
        for _ in range(4):
            queue.enter("client", "a")
        with pytest.raises(QueueFull):
            queue.enter("client", "a")

    run(test())


def test_a_flood_of_one_session_does_not_refuse_another() -> None:
    async def test() -> None:
        queue = FairQueue(1, 100, 2)
        for _ in range(3):
            queue.enter("client", "a")
        queue.enter("client", "b")

    run(test())
