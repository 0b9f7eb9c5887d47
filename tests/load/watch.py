"""A process that asks /healthz every 100 ms, apart from the load program, whose own work would be in its way.

    python -m tests.load.watch PORT

It ends when its standard input does, and prints the seconds that each answer took, from when it was due, and
by how much its own timers were late: what the machine itself keeps waiting.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import perf_counter

import uvloop

from tests.load.client import Connection
from tests.load.figures import Times

INTERVAL, NEW_INTERVAL = 0.1, 1.0


@dataclass
class Seen:
    """What the watching process has seen."""

    answers: Times  # on one connection
    new: Times  # on a new connection, every second
    late: Times
    wrong: list[str]  # every answer that was not 200


class Watch:
    """The watching process, from its start until `seen`."""

    def __init__(self, port: int) -> None:
        command = [sys.executable, "-m", "tests.load.watch", str(port)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def seen(self) -> Seen:
        """End the process, and what it has seen."""
        output, _ = self._process.communicate(timeout=90)
        read = json.loads(output)
        return Seen(Times(read["answers"]), Times(read["new"]), Times(read["late"]), read["wrong"])


async def _watch(port: int) -> None:
    over = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), over.set)
    kept, wrong = Connection(port), list[str]()
    answers, new, late = list[float](), list[float](), list[float]()

    async def ask(connection: Connection, due: float, times: list[float]) -> None:
        try:
            answer = await connection.ask("GET", "/healthz")
            if answer.status != 200:
                wrong.append(str(answer.status))
        except (OSError, TimeoutError) as error:
            wrong.append(repr(error))
        times.append(perf_counter() - due)

    async def ask_on_new(due: float) -> None:
        connection = Connection(port)
        await ask(connection, due, new)
        connection.close()

    async def nothing(due: float) -> None:
        late.append(perf_counter() - due)

    await ask(kept, perf_counter(), [])
    await asyncio.gather(
        _every(INTERVAL, over, lambda due: ask(kept, due, answers)),
        _every(NEW_INTERVAL, over, ask_on_new),
        _every(INTERVAL, over, nothing),
    )
    print(json.dumps({"answers": answers, "new": new, "late": late, "wrong": wrong}))


async def _every(interval: float, over: asyncio.Event, act: Callable[[float], Awaitable[None]]) -> None:
    due = perf_counter()
    while not over.is_set():
        due += interval
        await asyncio.sleep(due - perf_counter())
        await act(due)


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_watch(int(sys.argv[1])))
