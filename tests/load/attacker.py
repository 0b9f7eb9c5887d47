"""One who means harm: asks without waiting to be asked back, and notes what no answer may be."""

import asyncio
import socket
from typing import Any

from tests.load.client import HOST, Answer, Connection
from tests.load.figures import Tally

SESSIONS = "/api/v1/sessions"


def address(number: int) -> str:
    """A loopback address of one's own, where the machine has more than one; else the usual one."""
    wanted = f"127.0.0.{number}"
    with socket.socket() as probe:
        try:
            probe.bind((wanted, 0))
        except OSError:
            return HOST
    return wanted


class Attacker:
    """A connection from one address, and the answers that came on it."""

    def __init__(self, name: str, port: int, source: str, over: asyncio.Event) -> None:
        self.name, self.port, self.over = name, port, over
        self.tally = Tally()
        self._source = source
        self._connection = Connection(port, source)

    async def ask(
        self, method: str, target: str | bytes, body: Any = None, wanted: int | None = None
    ) -> Answer | None:
        """The answer; None where the connection ended. Notes a fault where it is none of `wanted`."""
        try:
            answer = await self._connection.ask(method, target, body)
        except (OSError, TimeoutError) as error:
            self._cut(error, f"{method} {target!r}")
            return None
        return self._noted(answer, f"{method} {target!r}", wanted)

    async def send(self, request: bytes) -> Answer | None:
        """The answer to bytes that may be no request at all; the connection may end over it."""
        try:
            answer = await self._connection.send(request)
        except OSError:
            self.tally.statuses["closed"] += 1
            return None
        except TimeoutError as error:
            self._cut(error, repr(request[:80]))
            return None
        self._connection.close()
        return self._noted(answer, repr(request[:80]), None)

    async def many(self, count: int, method: str, target: str, body: Any = None) -> None:
        """The same request on so many connections at once."""
        others = [Attacker(self.name, self.port, self._source, self.over) for _ in range(count)]
        await asyncio.gather(*(other.ask(method, target, body) for other in others))
        for other in others:
            self.tally.statuses += other.tally.statuses
            self.tally.faults += other.tally.faults
            other.leave()

    async def session(self, body: Any) -> str:
        """The path of a new session; one that is nowhere where it was refused."""
        answer = await self.ask("POST", SESSIONS, body)
        if answer is None or answer.status != 201:
            return f"{SESSIONS}/none"
        return f"{SESSIONS}/{answer.json()['id']}"

    def leave(self) -> None:
        self._connection.close()

    def _cut(self, error: Exception, what: str) -> None:
        self.tally.statuses[type(error).__name__] += 1
        if not isinstance(error, ConnectionResetError):
            self.tally.fault(f"{self.name}: {what}: {error!r}")

    def _noted(self, answer: Answer, what: str, wanted: int | None) -> Answer:
        self.tally.statuses[str(answer.status)] += 1
        later = answer.status in (429, 503)
        if later and answer.header("retry-after") is None:
            self.tally.fault(f"{self.name}: {what}: {answer.status} without Retry-After")
        elif not later and (answer.status >= 500 or wanted not in (None, answer.status)):
            self.tally.fault(f"{self.name}: {what}: {answer.status} {answer.body[:200]!r}")
        return answer
