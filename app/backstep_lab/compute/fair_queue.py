"""Turns for a few at a time: round robin over clients, and among a client's turns over its sessions.

A client that asks for a thousand turns waits for them itself; another client's next turn is one of the next.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


class QueueFull(Exception):  # noqa: N818 – what is the case
    """More is waiting already than the queue holds; only a flood gets there."""


@dataclass(eq=False)
class Ticket:
    """A place in the queue of one session of one client."""

    client: str
    session: str
    granted: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class FairQueue:
    """For use from one event loop. At most `places` turns are taken at a time."""

    def __init__(self, places: int, longest: int, longest_of_session: int) -> None:
        self._free = places
        self._longest = longest
        self._longest_of_session = longest_of_session
        self._length = 0
        self._waiting: OrderedDict[str, OrderedDict[str, deque[Ticket]]] = OrderedDict()

    def enter(self, client: str, session: str) -> Ticket:
        """A ticket; its `granted` is done when its turn has come. Raises QueueFull."""
        sessions = self._waiting.get(client) or OrderedDict()
        tickets = sessions.get(session) or deque()
        if self._length >= self._longest or len(tickets) >= self._longest_of_session:
            raise QueueFull
        ticket = Ticket(client, session)
        tickets.append(ticket)
        sessions[session] = tickets
        self._waiting[client] = sessions
        self._length += 1
        self._grant()
        return ticket

    def leave(self, ticket: Ticket) -> None:
        """Give back a turn, or a ticket whose turn has not come."""
        if ticket.granted.done() and not ticket.granted.cancelled():
            self._free += 1
            self._grant()
        else:
            ticket.granted.cancel()
            self._forget(ticket)

    @asynccontextmanager
    async def turn(self, client: str, session: str) -> AsyncIterator[None]:
        """A turn, once it has come, until the end of the block. Raises QueueFull."""
        ticket = self.enter(client, session)
        try:
            await ticket.granted
            yield
        finally:
            self.leave(ticket)

    def before(self, ticket: Ticket) -> int:
        """How many turns come before this one; 0 once it has come."""
        if ticket.granted.done():
            return 0
        sessions = self._waiting[ticket.client]
        own = sessions[ticket.session].index(ticket)
        lengths = {session: len(tickets) for session, tickets in sessions.items()}
        in_client = _turns_before(lengths, ticket.session, own)
        lengths = {client: sum(map(len, others.values())) for client, others in self._waiting.items()}
        return _turns_before(lengths, ticket.client, in_client)

    def __len__(self) -> int:
        return self._length

    def _grant(self) -> None:
        while self._free and self._waiting:
            client, sessions = self._waiting.popitem(last=False)
            session, tickets = sessions.popitem(last=False)
            ticket = tickets.popleft()
            if tickets:
                sessions[session] = tickets
            if sessions:
                self._waiting[client] = sessions
            self._length -= 1
            if ticket.granted.cancelled():
                continue  # its waiter was cancelled, and has not come to `leave` yet
            self._free -= 1
            ticket.granted.set_result(None)

    def _forget(self, ticket: Ticket) -> None:
        sessions = self._waiting.get(ticket.client)
        tickets = sessions.get(ticket.session) if sessions else None
        if sessions is None or tickets is None or ticket not in tickets:
            return
        tickets.remove(ticket)
        self._length -= 1
        if not tickets:
            del sessions[ticket.session]
        if not sessions:
            del self._waiting[ticket.client]


def _turns_before(lengths: dict[str, int], own: str, place: int) -> int:
    """Turns before the one at `place` of the row `own`, where rows take turns in this order."""
    before, is_ahead = place, True
    for name, length in lengths.items():
        if name == own:
            is_ahead = False
        else:
            before += min(length, place + is_ahead)
    return before
