"""One connection to PostgreSQL: how it is made, whether it is still there, and how it is ended."""

import os
import select
import socket
from contextlib import suppress
from typing import Any

import psycopg
import structlog
from psycopg.conninfo import conninfo_to_dict

# Parameters in the address of the store win. A silent peer is noticed after some ten seconds.
DEFAULTS = {
    "application_name": "backstep",
    "connect_timeout": "3",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}

Row = tuple[Any, ...]
log = structlog.get_logger()


class Connection(psycopg.AsyncConnection[Row]):
    """`warned`: the server has warned of something, such as a commit that did not wait for its standby."""

    warned = False


def parameters(address: str) -> dict[str, Any]:
    """How to connect to an address. Raises ValueError, without its password, where it cannot be read."""
    try:
        return {**DEFAULTS, **conninfo_to_dict(address), "autocommit": True, "prepare_threshold": None}
    except psycopg.ProgrammingError as error:
        reason = str(error).replace(address, "the address").strip()
        raise ValueError(f"BACKSTEP_STORE cannot be read: {reason}") from None


async def note_warnings(connection: Connection) -> None:
    def note(diagnostic: psycopg.errors.Diagnostic) -> None:
        if diagnostic.severity_nonlocalized == "WARNING":
            log.warning("PostgreSQL warns", message=diagnostic.message_primary)
            connection.warned = True

    connection.add_notice_handler(note)


def is_there(connection: Connection) -> bool:
    """Whether the server has not closed this idle connection, as a restart does. Never waits."""
    poll = select.poll()
    poll.register(connection.pgconn.socket, select.POLLIN)
    with suppress(psycopg.OperationalError):
        for _ in range(4):  # a parameter that has changed, a farewell, its end
            if not poll.poll(0):
                return True
            connection.pgconn.consume_input()
            connection.pgconn.is_busy()  # takes the messages in
    return False


def hang_up(connection: Connection) -> None:
    """End a connection at once, without asking the server to cancel; what waits on it is woken."""
    if not connection.closed:
        with suppress(OSError), socket.socket(fileno=os.dup(connection.pgconn.socket)) as own:
            own.shutdown(socket.SHUT_RDWR)
