"""Programs and answers are parsed in several threads at once."""

import gc
import sys
from collections.abc import Callable, Iterator
from threading import Thread

import pytest

from backstep_lab.language.python_tree import expression_of, module_of

PROGRAM = "\n".join(f"x{i} = a + b*(c - d)**{i}" for i in range(300))
ANSWER = " + ".join(f"{i}*(2 - {i})" for i in range(80))


class Finalized:
    """Runs Python code while garbage is collected, so that threads change in the middle of a call."""

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        for _ in range(50):
            pass


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads change, and garbage is collected, as often as can be."""
    interval, thresholds = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(1e-5)
    gc.set_threshold(50)
    yield
    sys.setswitchinterval(interval)
    gc.set_threshold(*thresholds)


def deep(depth: int, work: Callable[[], object]) -> object:
    return deep(depth - 1, work) if depth else work()


@pytest.mark.usefixtures("restless")
def test_two_threads_parse_at_once() -> None:
    failed: list[BaseException] = []

    def read(depth: int) -> None:
        for _ in range(50):
            for _ in range(20):
                Finalized()
            try:
                deep(depth, lambda: (module_of(PROGRAM), expression_of(ANSWER)))
            except SystemError as error:
                failed.append(error)

    threads = [Thread(target=read, args=(depth,)) for depth in (5, 60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
