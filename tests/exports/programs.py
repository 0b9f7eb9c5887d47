"""Exported programs, run in a process of their own."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from backstep_lab.sessions.layered import current_network
from backstep_lab.sessions.session import Session
from tests.exports.sessions import ITERATIONS

TOLD = "\nimport json\nprint('RESULT' + json.dumps([[w.tolist() for w in W], [v.tolist() for v in b]]))\n"


@dataclass(frozen=True)
class Ran:
    """What a program did: its parameters in the end, all W, all b, and the losses that it printed."""

    parameters: list[list[list[float]]]
    losses: list[float]


def ran(program: str, folder: Path, report: str = TOLD) -> Ran:
    """The program run in a process of its own."""
    file = folder / "program.py"
    program = program.replace("ITERATIONS = 10", f"ITERATIONS = {ITERATIONS}")
    file.write_text(program + report, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(file)], capture_output=True, text=True, check=False, timeout=60, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    printed, _, found = done.stdout.rpartition("RESULT")
    return Ran(json.loads(found), [float(loss) for loss in re.findall(r"L = (\S+)", printed)])


def assert_same(found: Ran, session: Session) -> None:
    """Parameters and losses are those of the session; a loss is printed to twelve digits."""
    reached = current_network(session.at_iteration(session.iteration + ITERATIONS))
    for ours, theirs in zip((reached.W, reached.b), found.parameters, strict=True):
        for mine, other in zip(ours, theirs, strict=True):
            np.testing.assert_allclose(np.array(other), mine, rtol=1e-12, atol=1e-14)
    losses = [session.at_iteration(session.iteration + n).current.loss for n in range(ITERATIONS)]
    np.testing.assert_allclose(found.losses, losses, rtol=2e-11, atol=0.0)
