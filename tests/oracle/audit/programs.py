"""Exported programs, run in a process of their own: one for many, since PyTorch takes seconds to load."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from tests.oracle.audit.recipes import Json
from tests.oracle.audit.reports import Failure, Report

RUNNER = Path(__file__).with_name("runner.py")
RELATIVE = 1e-12
SECONDS = 600


@dataclass(frozen=True)
class Program:
    """A program, the parameters it must reach, and whom to name where it does not."""

    kind: str
    text: str
    reached: Json
    tolerance: float
    failure: Failure


@dataclass
class Programs:
    """Programs that wait to be run."""

    waiting: list[Program] = field(default_factory=list)

    def run(self, report: Report) -> None:
        """Run all of them and compare where they end."""
        if not self.waiting:
            return
        with TemporaryDirectory() as folder:
            for number, program in enumerate(self.waiting):
                Path(folder, f"{number}.py").write_text(program.text, encoding="utf-8")
            command = [sys.executable, str(RUNNER), folder]
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
        assert done.returncode == 0, done.stderr
        results: list[Json] = json.loads(done.stdout.splitlines()[-1])
        for program, result in zip(self.waiting, results, strict=True):
            report.counts["programs"] += 1
            for text in _differences(program, result):
                report.failed(
                    Failure(program.failure.kind, program.failure.session, text, program.failure.calls)
                )
        self.waiting.clear()


def _differences(program: Program, result: Json) -> list[str]:
    where = program.failure.text
    if result["error"]:
        return [f"{where}: {program.kind} ends with {result['error']}"]
    for name in ("W", "b"):
        for layer, (found, wanted) in enumerate(
            zip(result[name], program.reached[name], strict=True), start=1
        ):
            there, here = np.array(found), np.array(wanted)
            allowed = RELATIVE * abs(here) + program.tolerance
            if there.shape != here.shape or not (abs(there - here) <= allowed).all():
                return [f"{where}: {program.kind} reaches {name}{layer} = {found}, the session {wanted}"]
    return []
