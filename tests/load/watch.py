"""A process of its own that asks /healthz every 100 ms, so that nothing else in a load program is in its way.

    python -m tests.load.watch PORT

It ends when its standard input does, and prints the seconds that each answer took, from when it was due, and
by how much its own timers were late: what the machine itself keeps waiting.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from time import perf_counter

import uvloop

from tests.load.client import Connection
from tests.load.figures import Times

INTERVAL = 0.1


class Watch:
    """The watching process, from its start until `seen`."""

    def __init__(self, port: int) -> None:
        command = [sys.executable, "-m", "tests.load.watch", str(port)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def seen(self) -> tuple[Times, Times, list[str]]:
        """The answers' times, the timers' delays, and every answer that was none or not 200."""
        output, _ = self._process.communicate(timeout=90)
        told = json.loads(output)
        answers, late = Times(), Times()
        for seconds in told["answers"]:
            answers.add(seconds)
        for seconds in told["late"]:
            late.add(seconds)
        return answers, late, told["wrong"]


async def _watch(port: int) -> None:
    over = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), over.set)
    answers: list[float] = []
    wrong: list[str] = []
    connection = Connection(port)

    async def ask(due: float) -> None:
        try:
            answer = await connection.ask("GET", "/healthz")
            if answer.status != 200:
                wrong.append(str(answer.status))
        except (OSError, TimeoutError) as error:
            wrong.append(repr(error))
        answers.append(perf_counter() - due)

    late: list[float] = []

    async def nothing(due: float) -> None:
        late.append(perf_counter() - due)

    await asyncio.gather(_every(INTERVAL, over, ask), _every(INTERVAL, over, nothing))
    print(json.dumps({"answers": answers, "late": late, "wrong": wrong}))


async def _every(interval: float, over: asyncio.Event, act: Callable[[float], Awaitable[None]]) -> None:
    due = perf_counter()
    while not over.is_set():
        due += interval
        await asyncio.sleep(due - perf_counter())
        await act(due)


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_watch(int(sys.argv[1])))
