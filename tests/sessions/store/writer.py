"""A process of its own that writes to a store; a test says which kind of writer it is.

race: step session "a" at the revisions 0 to 49 and print those at which this process was the one.
pause: read session "a", print its revision, wait for a line, step it at that revision and print the outcome.
forever: rewrite session "a" again and again, printing each revision that was stored.
"""

import os
import sys

import anyio

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import Store, Write
from tests.sessions.store.opened import opened


async def race(store: Store) -> None:
    for revision in range(50):
        if await store.write("a", revision, Write(Head(0, os.getpid())), 0.0):
            print(revision, flush=True)


async def pause(store: Store) -> None:
    record = await store.record("a", 0.0)
    assert record is not None
    print(record.revision, flush=True)
    sys.stdin.readline()
    print(await store.write("a", record.revision, Write(Head(9), {"a": b"late"}), 0.0), flush=True)


async def forever(store: Store) -> None:
    record = await store.record("a", 0.0)
    while record is not None:
        number = str(record.revision + 1)
        parts = dict.fromkeys(("a", "b"), number.encode() * 1000)
        record = await store.write("a", record.revision, Write(Head(record.revision + 1), parts), 0.0)
        print(number, flush=True)


async def main() -> None:
    address, kind = sys.argv[1:]
    async with opened(address) as store:
        await {"race": race, "pause": pause, "forever": forever}[kind](store)


if __name__ == "__main__":
    anyio.run(main)
