"""Connections to PostgreSQL, each lent for one statement, and what is known when one fails.

A statement is a transaction of its own, so nothing is kept on a connection between two of them, and a pooler
in transaction mode may stand in between.

A change that was sent is never cancelled. Where commits wait for a synchronous standby that is gone, a
cancelled commit reports success (with a warning) although the standby does not have it, and what is then read
would be lost with the primary. A change without an answer keeps its connection until there is one, and its
caller gets UnknownOutcome. A few connections are kept for reading meanwhile.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from time import monotonic

import psycopg
import structlog
from psycopg_pool import AsyncConnectionPool, PoolClosed, PoolTimeout, TooManyRequests

from backstep_lab.sessions.store.postgresql_connection import (
    Connection,
    Row,
    hang_up,
    is_there,
    note_warnings,
    parameters,
)
from backstep_lab.spec.errors import StoreUnavailable, UnknownOutcome

CONNECTIONS = (
    10  # of one process; a commit takes some milliseconds, so they carry more than the process can compute
)
CHANGES = 8  # connections that may be changing something; the others read while a standby is gone
WAITING = 2000  # calls that may wait for a connection
RECONNECT_SECONDS = 1.0  # after that the pool gives up, and the next call that waits makes it try again
READ_ATTEMPTS = 3  # a server that restarts may accept a connection and end it once more
READ_ONLY = "25006"  # this server has become a standby, or was one all along

Values = Mapping[str, object]
log = structlog.get_logger()


@dataclass(frozen=True)
class Patience:
    """Seconds to wait: for a connection, an answer, a change without its caller, and the schema."""

    connection: float = 3.0
    answer: float = 5.0
    abandoned: float = 300.0
    opening: float = 30.0


@dataclass(frozen=True)
class _Answer:
    """What came of a statement. `broken`: the connection ended before it was answered."""

    rows: list[Row]
    error: psycopg.Error | None = None
    broken: bool = False
    warned: bool = False


class Pool:
    """For use from one event loop; every process has its own."""

    def __init__(self, address: str, patience: Patience) -> None:
        self._patience = patience
        self._changes = asyncio.Semaphore(CHANGES)
        self._running: dict[asyncio.Task[_Answer], Connection] = {}
        self._pool = AsyncConnectionPool(
            connection_class=Connection,
            kwargs=parameters(address),
            min_size=1,
            max_size=CONNECTIONS,
            max_waiting=WAITING,
            reconnect_timeout=RECONNECT_SECONDS,
            configure=note_warnings,
            open=False,
            name="sessions",
        )

    async def open(self, prepare: Callable[[Connection], Awaitable[None]]) -> None:
        """Prepare the database, waiting for one that is starting. Raises StoreUnavailable without one."""
        await self._pool.open()
        try:
            async with asyncio.timeout(self._patience.opening):
                connection = await self._borrow(self._patience.opening)
                try:
                    await prepare(connection)
                finally:
                    await self._pool.putconn(connection)
        except (psycopg.Error, TimeoutError) as error:
            log.error("the store cannot be opened", error=str(error))
            await self.close()
            raise StoreUnavailable from error
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """Close the connections. A change still under way ends as its server decides."""
        for connection in self._running.values():
            hang_up(connection)
        if self._running:
            await asyncio.wait(self._running, timeout=self._patience.connection)
        await self._pool.close()

    async def read(self, statement: str, values: Values) -> list[Row]:
        """The rows of a query, repeated where its connection breaks. Raises StoreUnavailable."""
        for _ in range(READ_ATTEMPTS):
            answer = await self._read_once(statement, values)
            if not answer.broken:
                break
        if answer.error is not None:
            log.error("a query failed", error=str(answer.error), sqlstate=answer.error.sqlstate)
            raise StoreUnavailable from answer.error
        return answer.rows

    async def _read_once(self, statement: str, values: Values) -> _Answer:
        connection = await self._borrow(self._patience.connection)
        task = self._start(connection, statement, values)
        done, _ = await asyncio.wait((task,), timeout=self._patience.answer)
        if not done:
            hang_up(connection)
            raise StoreUnavailable
        return task.result()

    async def change(self, statement: str, values: Values) -> list[Row]:
        """The rows that one changing statement returns.

        Raises StoreUnavailable where nothing has changed, UnknownOutcome where something has or still may.
        """
        connection = await self._borrow_for_change()
        task = self._start(connection, statement, values)
        task.add_done_callback(lambda _: self._changes.release())
        done, _ = await asyncio.wait((task,), timeout=self._patience.answer)
        if not done:
            asyncio.get_running_loop().call_later(self._patience.abandoned, self._abandon, task)
            raise UnknownOutcome
        answer = task.result()
        if answer.error is not None:
            log.error("a change failed", error=str(answer.error), sqlstate=answer.error.sqlstate)
            raise (UnknownOutcome if answer.broken else StoreUnavailable) from answer.error
        if answer.warned:
            raise UnknownOutcome
        return answer.rows

    def _start(self, connection: Connection, statement: str, values: Values) -> asyncio.Task[_Answer]:
        """Run a statement to its end, also when its caller is cancelled."""
        connection.warned = False
        task = asyncio.create_task(self._run(connection, statement, values))
        self._running[task] = connection
        task.add_done_callback(self._running.pop)
        return task

    async def _run(self, connection: Connection, statement: str, values: Values) -> _Answer:
        # What is known of the connection is read before another caller can borrow it.
        try:
            rows = await (await connection.execute(statement, values, binary=True)).fetchall()
            return _Answer(rows, warned=connection.warned)
        except psycopg.Error as error:
            answer = _Answer([], error, broken=connection.closed)
            if error.sqlstate == READ_ONLY:
                await connection.close()  # the next one may find the new primary
            return answer
        finally:
            await self._pool.putconn(connection)

    def _abandon(self, task: asyncio.Task[_Answer]) -> None:
        if task in self._running:
            hang_up(self._running[task])

    async def _borrow_for_change(self) -> Connection:
        began = monotonic()
        try:
            async with asyncio.timeout(self._patience.connection):
                await self._changes.acquire()
        except TimeoutError as error:
            raise StoreUnavailable from error
        try:
            return await self._borrow(self._patience.connection - (monotonic() - began))
        except BaseException:
            self._changes.release()
            raise

    async def _borrow(self, seconds: float) -> Connection:
        """A connection that was still there a moment ago. Raises StoreUnavailable."""
        end = monotonic() + seconds
        while True:
            try:
                # Asking the pool again makes it try again to connect, after it has given up.
                connection = await self._pool.getconn(min(end - monotonic(), RECONNECT_SECONDS))
            except (PoolTimeout, PoolClosed, TooManyRequests) as error:
                if isinstance(error, PoolTimeout) and monotonic() < end:
                    continue
                raise StoreUnavailable from error
            if is_there(connection):
                return connection
            await connection.close()
            await self._pool.putconn(connection)
