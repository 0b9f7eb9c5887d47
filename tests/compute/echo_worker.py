"""A compute process for tests: it echoes, waits until cancelled, and says which process it is."""

import os
import sys
from pathlib import Path
from threading import Condition, Thread
from typing import Any

from backstep_lab.compute.frames import read_frame, write_frame

CHANGED = Condition()
STARTED: list[int] = []
CANCELLED: set[int] = set()
FINISHED: list[int] = []


def answer(number: int, outcome: Any) -> None:
    with CHANGED:
        write_frame(sys.stdout.buffer, [number, "done", outcome])


def wait(number: int, path: str | None) -> None:
    with CHANGED:
        STARTED.append(number)
        CHANGED.notify_all()
        CHANGED.wait_for(lambda: number in CANCELLED)
        if path is not None:
            Path(path).touch()
        FINISHED.append(number)
        CHANGED.notify_all()


def answer_once(number: int, happened: list[int]) -> None:
    with CHANGED:
        CHANGED.wait_for(lambda: happened)
    answer(number, None)


def main() -> None:
    while (message := read_frame(sys.stdin.buffer)) is not None:
        number, job, arguments = message
        if job is None:
            with CHANGED:
                CANCELLED.add(number)
                CHANGED.notify_all()
        elif job == "wait":
            Thread(target=wait, args=(number, arguments["value"]), daemon=True).start()
        elif job in ("started", "finished"):
            happened = STARTED if job == "started" else FINISHED
            Thread(target=answer_once, args=(number, happened), daemon=True).start()
        else:
            answer(number, os.getpid() if job == "process" else arguments["value"])


if __name__ == "__main__":
    main()
