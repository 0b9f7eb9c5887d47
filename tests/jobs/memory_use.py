"""A program that does what used to take memory without end, and prints how much more it takes than before.

`python -m tests.jobs.memory_use digits|own|seeks FOLDER`: one number, megabytes of resident memory.
"""

import asyncio
import gc
import json
import sys
from pathlib import Path

from backstep_lab.config.settings import Settings
from backstep_lab.jobs.service import ComputeService
from backstep_lab.main import create_app

CLIENT = "127.0.0.1"
OWN = {
    "network": {"inputs": 4, "layers": [{"units": 3}, {"units": 1}]},
    "data": {"name": "custom", "X": [[0.1, 0.2, 0.3, 0.4]] * 10_000, "Y": [[0.5]] * 10_000},
}


def resident() -> float:
    """Megabytes of this process."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


async def digits(service: ComputeService) -> None:
    """A hundred and fifty sessions of one data set, each stepped."""
    for _ in range(150):
        id, _ = await service.create("create", {"parts": {"preset": "digits"}}, CLIENT)
        await service.change(id, None, "step", {"unit": "neuron", "count": 3}, CLIENT)


async def own(service: ComputeService) -> None:
    """Fifteen sessions with 50,000 numbers of their own, made in a compute process and read here."""
    body = json.dumps(OWN).encode()
    for _ in range(15):
        id, _ = await service.create("create-body", {"body": body}, CLIENT)
        await service.manager.find(id)


async def seeks(service: ComputeService) -> None:
    """A hundred and fifty seeks in one session."""
    id, _ = await service.create("create", {"parts": {"preset": "mazur"}}, CLIENT)
    for number in range(150):
        place = {"iteration": number % 50, "step": number % 56}
        await service.change(id, None, "seek", place, CLIENT)


async def main(what: str, folder: Path) -> None:
    settings = Settings(store=f"sqlite:///{folder}/s.sqlite3", cache_megabytes=4)
    service: ComputeService = create_app(settings).state.service
    await service.manager.store.open()
    warm, _ = await service.create("create", {"parts": {"preset": "digits"}}, CLIENT)
    await service.change(warm, None, "step", {"unit": "iteration", "count": 2}, CLIENT)
    before = resident()
    await {"digits": digits, "own": own, "seeks": seeks}[what](service)
    print(round(resident() - before, 1))
    service.processes.pool.close()
    await service.manager.store.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
