"""When a server looks for cycles of objects that nobody refers to any more.

Python by itself goes through all objects every few seconds where many are made. With a thousand sessions that
takes some 100 ms, in which nobody is answered. Sessions hold no cycles: they are freed without any of this.
"""

import asyncio
import gc

YOUNG = 1000  # new objects, after which the newest are looked through
YOUNG_PASSES = 5  # of those, after which what they left is looked through: some 4 ms
NEVER = 2**31 - 1
NEW_SECONDS = 300.0  # after which what was made since is looked through: some 50 ms for a class that steps
NEW_PASSES = 12  # of those, after which everything is looked through


class CycleCollector:
    """Collects in this process: new objects often, now and then what survived, all objects once an hour."""

    def __init__(self) -> None:
        self._before = gc.get_threshold()
        self._passes = 0

    def start(self) -> None:
        """From now on; what is there already is not looked through until the hour is over."""
        gc.set_threshold(YOUNG, YOUNG_PASSES, NEVER)
        self.keep()

    def keep(self) -> None:
        """Look through none of what there is now until the hour is over."""
        gc.freeze()

    def stop(self) -> None:
        """Leave collecting to Python, as it was."""
        gc.set_threshold(*self._before)
        gc.unfreeze()

    def pass_over(self) -> None:
        """Look through what was made since the last time; every `NEW_PASSES` times through everything."""
        self._passes += 1
        if self._passes % NEW_PASSES == 0:
            gc.unfreeze()
        gc.collect()
        self.keep()

    async def run(self) -> None:
        """Pass over at intervals, until cancelled."""
        while True:
            await asyncio.sleep(NEW_SECONDS)
            self.pass_over()
