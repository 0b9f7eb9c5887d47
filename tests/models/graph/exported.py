"""Programs that sessions of graphs are exported as, run in a process of their own."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from backstep_lab.engine.optimizers import OPTIMIZERS
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.training import train
from backstep_lab.spec.errors import ProgramRefused
from tests.models.graph.programs import PROGRAMS
from tests.models.graph.sessions import session_of

SCHEDULES: list[dict[str, Any]] = [
    {"name": "constant"},
    {"name": "step", "every": 3},
    {"name": "cosine", "length": 9},
]
RUNNER = """import contextlib, io, json, runpy, sys, traceback, warnings
warnings.simplefilter("error")
found = []
for path in sys.argv[1:]:
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            scope = runpy.run_path(path, run_name="__main__")
        leaves = [value if isinstance(value, float) else value.item() for value in scope["p"].values()]
        found.append([leaves, printed.getvalue()])
    except Exception:
        found.append(traceback.format_exc())
print(json.dumps(found))
"""


def sessions() -> dict[str, Session]:
    """Sessions whose programs are run: of every construct, every optimizer and schedule, and at edges."""
    found = {name: trained(program, "adam", SCHEDULES[0]) for name, program in PROGRAMS.items()}
    for optimizer in OPTIMIZERS:
        for schedule in SCHEDULES:
            found[f"{optimizer}, {schedule['name']}"] = trained(PROGRAMS["arrays"], optimizer, schedule)
        found[f"{optimizer}, a leaf without a way to the target"] = trained(
            UNREACHED, optimizer, SCHEDULES[0]
        )
    found |= {name: session_of(program, {"optimizer": SLOW}) for name, program in EDGES.items()}
    return found | {"names that mean something in Python": session_of(awkward(), {"optimizer": SLOW})}


def trained(program: str, optimizer: str, schedule: dict[str, Any]) -> Session:
    """A session at the start of its third iteration."""
    training = {"optimizer": {"name": optimizer, "learning_rate": 0.05}, "schedule": schedule}
    return session_of(program, training).at_iteration(2)


def all_ran(programs: Iterable[str], folder: Path) -> list[Any]:
    """What each program did, all run in one process: its leaves and what it printed, or its error."""
    files = []
    for i, program in enumerate(programs):
        files.append(folder / f"program_{i}.py")
        files[-1].write_text(program, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", RUNNER, *map(str, files)],
        capture_output=True,
        text=True,
        check=True,
        timeout=500,
    )
    found: list[Any] = json.loads(done.stdout)
    return found


def assert_same(session: Session, outcome: Any) -> None:
    """What a program reached is what training reaches; results are printed to twelve digits."""
    assert not isinstance(outcome, str), outcome
    leaves, printed = outcome
    results = [float(line.split()[1]) for line in printed.splitlines()]
    assert len(results) == 10
    reached = train(session, len(results), StopCriteria(), never_stop).session
    np.testing.assert_allclose(leaves, reached.current.theta(True), rtol=1e-12, atol=1e-14)
    losses = [session.at_iteration(session.iteration + n).current.loss for n in range(len(results))]
    np.testing.assert_allclose(results, losses, rtol=2e-11, atol=1e-13)


SLOW = {"name": "sgd", "learning_rate": 0.01}
UNREACHED = "w = 2\nw2 = 3\nx = 4\nL = w*x + stop(w2)"
AWKWARD = (
    "np", "p", "g", "d", "passes", "sum", "max", "lambda", "d_x", "x", "x_1", "print", "torch", "rate",
    "erfc", "result", "range", "memory", "update", "sigmoid_", "t", "iteration", "float", "True_",
    "learning_rate", "name", "len", "functional", "forward", "optimizer", "trained", "group", "one", "m", "v",
    "theta",
)  # fmt: skip


def awkward() -> str:
    """A program whose names mean something in Python, or in the program that is exported."""
    lines, names = [], []
    for i, name in enumerate(AWKWARD):
        try:
            session_of(f"{name} = 2\nL = {name}*{name}")
        except ProgramRefused:
            continue  # a name that the language has for something else
        lines.append(f"{name} = {0.1 * i + 0.3:.3f}")
        names.append(name)
    assert len(names) > 20
    return "\n".join([*lines, f"y = sigmoid(0.1*({' + '.join(names)}))", "L = gelu(y) + max(y, 0.1)"])


EDGES = {
    "a power at 0": "x = 0\ny = 2\nw = 1\nL = x**y + (x - 1)**0*x + x*y + 1*w",
    "both of a power 0": "x = 0\ny = 0\nw = 1\nL = x**y + x**0 + 1*w",
    "a base below 0": "x = -1.5\nL = x**3 + x^2 + (x - 1)**0",
    "numbers below 0": "x = 0.5\nL = (-2)*x + max(-1, x) + sigmoid(-3)*x + abs(-x) + x/(-4)",
    "kinks": "x = 0\nL = relu(x) + leaky_relu(x) + abs(x) + elu(x) + max(x, x) + min(x, 0, 0) + x",
    "a stop": "x = 2\nL = x*stop(x) + stop(x*x)",
    "unreached": "x = 2\nb = 3\nL = stop(b)*4",
    "h[-1] beside h[1]": "w = 0.5\nh[-1] = 0.2\nh[0] = w*h[-1]\nh[1] = w*h[0]\nL = h[1]*h[-1]",
    "Greek": "θ = 2\nσ_1 = 3\nφ = θ*σ_1\nL = φ²",
    "far": "x = 30\nL = softplus(x) + sigmoid(-x) + tanh(x) + silu(-x) + gelu(-x)",
}
