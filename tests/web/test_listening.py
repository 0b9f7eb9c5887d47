"""Listening sockets: every address of a host, and several connections accepted in one turn of the loop."""

import asyncio
import socket
from contextlib import ExitStack

import pytest
import uvloop

from backstep_lab.web.listening import HANDLES, listening


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def turns_to_accept(handles: list[socket.socket], connections: int) -> int:
    """How many turns of the loop pass from the first to the last of connections that wait together."""
    loop, accepted, turn = asyncio.get_running_loop(), list[int](), 0

    class Accepted(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            accepted.append(turn)

    servers = [await loop.create_server(Accepted, sock=handle) for handle in handles]
    with ExitStack() as clients:
        for _ in range(connections):
            clients.enter_context(socket.create_connection(handles[0].getsockname()))
        while len(accepted) < connections:
            turn += 1
            await asyncio.sleep(0)
    for server in servers:
        server.close()
    return accepted[-1] - accepted[0]


def test_several_connections_are_accepted_in_one_turn() -> None:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        one, *others = listening("127.0.0.1", free_port())
        assert len(others) == HANDLES - 1
        for other in others:
            other.close()
        assert runner.run(turns_to_accept([one], HANDLES)) >= HANDLES - 1
        assert runner.run(turns_to_accept(listening("127.0.0.1", free_port()), HANDLES)) <= 2


def test_a_name_is_listened_on_at_the_addresses_that_the_machine_has() -> None:
    handles = listening("localhost", free_port())
    try:
        assert {handle.getsockname()[0] for handle in handles} in ({"127.0.0.1"}, {"127.0.0.1", "::1"})
    finally:
        for handle in handles:
            handle.close()


def test_a_port_that_is_taken_is_an_error() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            listening("127.0.0.1", taken.getsockname()[1])
