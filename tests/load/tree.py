"""The processes of a server: what they hold in memory, and which of them answers a connection."""

import asyncio
import os
from collections import Counter

import psutil

from tests.api.processes import Server

MEGABYTE = 1024 * 1024
LOOK_SECONDS, REST = 0.5, 0.06  # seconds between two looks, and the share of a processor of a server at rest
PATIENCE = 60  # looks


class Tree:
    """The server's process and all that came from it."""

    def __init__(self, server: Server) -> None:
        self._root = psutil.Process(server.process.pid)
        self._port = server.port

    def processes(self) -> list[psutil.Process]:
        return [self._root, *self._root.children(recursive=True)]

    def megabytes(self) -> float:
        """Resident memory of all of them together."""
        total = 0
        for process in self.processes():
            try:
                total += process.memory_info().rss
            except psutil.Error:
                continue  # it ended meanwhile
        return total / MEGABYTE

    def cpu_seconds(self) -> float:
        """Processor time that all of them have taken."""
        total = 0.0
        for process in self.processes():
            try:
                times = process.cpu_times()
            except psutil.Error:
                continue
            total += times.user + times.system
        return total

    async def at_rest(self) -> None:
        """Wait until they do next to nothing: a server prepares, after its start, what is asked for later."""
        for _ in range(PATIENCE):
            before = self.cpu_seconds()
            await asyncio.sleep(LOOK_SECONDS)
            if self.cpu_seconds() - before < REST * LOOK_SECONDS:
                return

    def holding(self) -> Counter[int]:
        """How many connections each process has accepted, by process id."""
        held: Counter[int] = Counter()
        for process in self.processes():
            try:
                connections = process.net_connections("tcp")
            except psutil.Error:
                continue
            held[process.pid] += sum(
                one.status == psutil.CONN_ESTABLISHED and one.laddr.port == self._port for one in connections
            )
        return +held

    def orphans(self) -> list[int]:
        """Processes that the server or its children have left behind, by process id."""
        own = {process.pid for process in self.processes()}
        return [pid for pid in psutil.pids() if pid not in own and _group(pid) == self._root.pid]


def _group(pid: int) -> int | None:
    try:
        return os.getpgid(pid)
    except OSError:
        return None


class Memory:
    """Megabytes of a server, looked at every second until `stop`."""

    def __init__(self, tree: Tree) -> None:
        self.seen: list[float] = []
        self._tree = tree
        self._task = asyncio.create_task(self._watch())

    async def _watch(self) -> None:
        while True:
            self.seen.append(await asyncio.to_thread(self._tree.megabytes))
            await asyncio.sleep(1)

    def stop(self) -> None:
        self._task.cancel()
