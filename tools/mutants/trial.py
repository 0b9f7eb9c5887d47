"""Tests run on a mutated copy of the project, each time in a process of its own, bounded in all it uses.

The processes come from a fork server that has imported the third-party packages already.
"""

import multiprocessing
import os
import resource
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, process_time

from tools.mutants.targets import ROOT

COPIED = ("app", "tests", "templates", "docs", "pyproject.toml", "package.json", "README.md", "CHANGELOG.md")
PRELOADED = [
    "numpy",
    "pydantic",
    "fastapi.testclient",
    "hypothesis",
    "pytest",
    "msgpack",
    "PIL.Image",
    "structlog",
]
EXAMPLES = 50  # of a property: half of what `make test` tries
MEMORY = 4 << 30  # bytes that a process may have
MOST_CPU, MOST_SECONDS = 120, 300  # for one test file as it is
TIMES_LONGER = 2  # a test with a fault in it may take so many times as long as without, and LEEWAY more
LEEWAY = 5
OUTPUT = "output.txt"

PASSED = 0
IMPORTED = "-Wignore:Module already imported:pytest.PytestAssertRewriteWarning"


@dataclass(frozen=True)
class Outcome:
    """How a run of tests ended, and how long it took."""

    passed: bool
    timed_out: bool
    cpu: float
    seconds: float


class Trials:
    """Runs tests in a copy of the project."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(PRELOADED)
        self._unchanged: dict[str, Outcome] = {}

    def with_fault(self, module: Path, source: str, tests: list[str]) -> Outcome:
        """The tests with this text in place of the module's."""
        usual = [self._without_fault(test) for test in tests]
        cpu = int(TIMES_LONGER * sum(outcome.cpu for outcome in usual)) + LEEWAY
        seconds = TIMES_LONGER * (sum(outcome.seconds for outcome in usual) + cpu)
        place = self.folder / module
        right = place.read_text(encoding="utf-8")
        place.write_text(source, encoding="utf-8")
        try:
            return self._run(tests, cpu, seconds)
        finally:
            place.write_text(right, encoding="utf-8")

    def _without_fault(self, test: str) -> Outcome:
        """A test file as it is; run once. The program ends where it fails."""
        if test not in self._unchanged:
            outcome = self._run([test], MOST_CPU, MOST_SECONDS)
            if not outcome.passed:
                output = (self.folder / OUTPUT).read_text(encoding="utf-8")
                sys.exit(f"{output}\n{test} fails without a fault")
            self._unchanged[test] = outcome
        return self._unchanged[test]

    def _run(self, tests: list[str], cpu: int, seconds: float) -> Outcome:
        began = monotonic()
        receiver, sender = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_tested, args=(self.folder, tests, cpu, sender))
        process.start()
        sender.close()
        process.join(seconds)
        timed_out = process.is_alive() or process.exitcode in (-signal.SIGXCPU, -signal.SIGKILL)
        if process.is_alive() and process.pid is not None:
            os.killpg(process.pid, signal.SIGKILL)
            process.join()
        used = float(cpu) if timed_out else receiver.recv()
        receiver.close()
        return Outcome(process.exitcode == PASSED, timed_out, used, monotonic() - began)


def _tested(folder: Path, tests: list[str], cpu: int, sender: Connection) -> None:
    """Run tests in this process until the first fails, and end it with pytest's exit code."""
    import pytest
    from hypothesis import Phase, settings

    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.chdir(folder)
    sys.path[:] = [str(folder), *(path for path in sys.path if Path(path or ".").resolve() != ROOT)]
    output = os.open(OUTPUT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    phases = [Phase.explicit, Phase.generate]
    settings.register_profile(
        "mutants", deadline=None, derandomize=True, database=None, phases=phases, max_examples=EXAMPLES
    )
    options = ["--exitfirst", "--quiet", "-p", "no:cacheprovider", "--hypothesis-profile=mutants", IMPORTED]
    try:
        sys.exit(int(pytest.main([*options, *tests])))
    finally:
        sender.send(process_time())


@contextmanager
def trials() -> Iterator[Trials]:
    """Trials in a copy of the project, which is removed in the end."""
    os.environ |= {"PYTHONDONTWRITEBYTECODE": "1", "OPENBLAS_NUM_THREADS": "1"}
    with TemporaryDirectory(prefix="backstep-mutants-") as name:
        folder = Path(name)
        for each in COPIED:
            source = ROOT / each
            if source.is_dir():
                shutil.copytree(source, folder / each, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, folder / each)
        yield Trials(folder)
