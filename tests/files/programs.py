"""Exported programs, run in a process of their own."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np

from app.sessions.session import Session
from tests.files.sessions import ITERATIONS

TOLD = "\nimport json\nprint('RESULT' + json.dumps([[w.tolist() for w in W], [v.tolist() for v in b]]))\n"


def ran(program: str, folder: Path, told: str = TOLD) -> list[list[list[float]]]:
    """What the program's parameters are in the end: all W, all b."""
    file = folder / "program.py"
    program = program.replace("ITERATIONS = 10", f"ITERATIONS = {ITERATIONS}")
    file.write_text(program + told, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(file)], capture_output=True, text=True, check=False, timeout=60, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    found: list[list[list[float]]] = json.loads(done.stdout.rpartition("RESULT")[2])
    return found


def assert_same(found: list[list[list[float]]], session: Session) -> None:
    reached = session.at_iteration(session.iteration + ITERATIONS).network
    for ours, theirs in zip((reached.W, reached.b), found, strict=True):
        for mine, other in zip(ours, theirs, strict=True):
            np.testing.assert_allclose(np.array(other), mine, rtol=1e-12, atol=1e-14)
