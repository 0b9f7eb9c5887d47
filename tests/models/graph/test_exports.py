"""Sessions of programs as files: solutions, tables, programs that are run, notebooks, pictures, a page."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backstep_lab.engine.optimizers import OPTIMIZERS
from backstep_lab.exports.formats import FORMATS, file_name
from backstep_lab.i18n.catalogue import LANGUAGES
from backstep_lab.jobs.queries import QUERIES
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.navigation import advance
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.training import train
from tests.models.graph.programs import PROGRAMS
from tests.models.graph.sessions import session_of

SCHEDULES = [{"name": "constant"}, {"name": "step", "every": 3}, {"name": "cosine", "length": 9}]


def at_the_third(name: str, optimizer: str = "adam", schedule: dict[str, Any] | None = None) -> Session:
    training = {"optimizer": {"name": optimizer, "learning_rate": 0.05}, "schedule": schedule or SCHEDULES[0]}
    return session_of(PROGRAMS[name], training).at_iteration(2)


REPORT = "\nimport json\nprint('RESULT' + json.dumps([float(value) for value in p.values()]))\n"


def ran(program: str, folder: Path) -> tuple[list[float], list[float]]:
    """The leaves after the program has run, and the values of the target that it printed."""
    file = folder / "program.py"
    file.write_text(program + REPORT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(file)], capture_output=True, text=True, check=False, timeout=60, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    printed, _, found = done.stdout.rpartition("RESULT")
    return json.loads(found), [float(line.split()[1]) for line in printed.splitlines()]


def assert_same(session: Session, leaves: list[float], results: list[float]) -> None:
    """What a program reached is what training reaches; results are printed to twelve digits."""
    trained = train(session, len(results), StopCriteria(), never_stop).session
    np.testing.assert_allclose(leaves, trained.current.theta(True), rtol=1e-12, atol=1e-14)
    losses = [session.at_iteration(session.iteration + n).current.loss for n in range(len(results))]
    np.testing.assert_allclose(results, losses, rtol=2e-11, atol=1e-13)


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_numpy_program_reaches_what_training_reaches(name: str, tmp_path: Path) -> None:
    session = at_the_third(name)
    assert_same(session, *ran(FORMATS["numpy"].make(session, "en").decode(), tmp_path))


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("schedule", SCHEDULES, ids=lambda schedule: schedule["name"])
def test_the_numpy_program_has_every_optimizer(
    optimizer: str, schedule: dict[str, Any], tmp_path: Path
) -> None:
    session = at_the_third("arrays", optimizer, schedule)
    assert_same(session, *ran(FORMATS["numpy"].make(session, "en").decode(), tmp_path))


AWKWARD = (
    "np", "p", "g", "d", "passes", "sum", "max", "lambda", "d_x", "x", "x_1", "print", "torch", "rate", "erfc",
    "result", "range", "memory", "update", "sigmoid_", "t", "iteration", "float", "True_", "learning_rate",
    "name", "len", "functional", "forward", "optimizer", "trained", "group", "one", "m", "v", "theta",
)  # fmt: skip


def awkward() -> str:
    """A program whose names mean something in Python, or in the program that is exported."""
    lines, names = [], []
    for i, name in enumerate(AWKWARD):
        try:
            session_of(f"{name} = 2\nL = {name}*{name}")
        except Exception:
            continue
        lines.append(f"{name} = {0.1 * i + 0.3:.3f}")
        names.append(name)
    assert len(names) > 20
    return "\n".join([*lines, f"y = sigmoid(0.1*({' + '.join(names)}))", "L = gelu(y) + max(y, 0.1)"])


def test_names_that_mean_something_in_python_are_no_trouble(tmp_path: Path) -> None:
    session = session_of(awkward(), {"optimizer": {"name": "adam"}})
    assert_same(session, *ran(FORMATS["numpy"].make(session, "en").decode(), tmp_path))


EDGES = {
    "a power at 0": "x = 0\ny = 2\nw = 1\nL = x**y + (x - 1)**0*x + x*y + w",
    "both of a power 0": "x = 0\ny = 0\nw = 1\nL = x**y + x**0 + w",
    "a base below 0": "x = -1.5\nL = x**3 + x^2 + (x - 1)**0",
    "numbers below 0": "x = 0.5\nL = (-2)*x + max(-1, x) + sigmoid(-3)*x + abs(-x) + x/(-4)",
    "kinks": "x = 0\nL = relu(x) + leaky_relu(x) + abs(x) + elu(x) + max(x, x) + min(x, 0, 0) + x",
    "a stop": "x = 2\nL = x*stop(x) + stop(x*x)",
    "unreached": "x = 2\nb = 3\nL = stop(b)*4",
    "h[-1] beside h[1]": "w = 0.5\nh[-1] = 0.2\nh[0] = w*h[-1]\nh[1] = w*h[0]\nL = h[1]*h[-1]",
    "Greek": "θ = 2\nσ_1 = 3\nφ = θ*σ_1\nL = φ²",
    "far": "x = 30\nL = softplus(x) + sigmoid(-x) + tanh(x) + silu(-x) + gelu(-x)",
}


@pytest.mark.parametrize("case", EDGES)
def test_edges_of_functions_are_in_the_numpy_program(case: str, tmp_path: Path) -> None:
    session = session_of(EDGES[case], {"optimizer": {"learning_rate": 0.01}})
    assert_same(session, *ran(FORMATS["numpy"].make(session, "en").decode(), tmp_path))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_worked_solution_has_every_operation(name: str, lang: str) -> None:
    session = session_of(PROGRAMS[name])
    markdown = FORMATS["markdown"].make(session, lang).decode()
    latex = FORMATS["latex"].make(session, lang).decode()
    for ordinal in range(session.current.steps):
        operation = session.current.explain(ordinal, 0)
        for text in (markdown, latex):
            assert operation.formula.result in text
            assert operation.formula.numbers in text
    assert "#{" not in markdown
    assert latex.count(r"\begin{") == latex.count(r"\end{")


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_table_has_a_row_for_every_operation(name: str) -> None:
    session = session_of(PROGRAMS[name])
    rows = list(csv.reader(io.StringIO(FORMATS["csv"].make(session, "en").decode())))
    current = session.current
    assert len(rows) == 1 + current.steps
    head = rows[0]
    assert [row[head.index("ref")] for row in rows[1:]] == list(current.refs_between(0, current.steps))
    values = [float(row[head.index("value")]) for row in rows[1:]]
    assert values == [current.value_of(row[head.index("ref")], 0) for row in rows[1:]]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_notebook_has_the_parts_of_the_program(name: str, lang: str) -> None:
    book = json.loads(FORMATS["notebook"].make(session_of(PROGRAMS[name]), lang))
    code = ["".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code"]
    scope: dict[str, Any] = {}
    for cell in code:
        compile(cell, "cell", "exec")
        assert cell.strip()
    assert scope == {}
    assert any("def passes" in cell for cell in code)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"safetensors"}))
@pytest.mark.parametrize("name", PROGRAMS)
def test_every_file_is_made_at_every_pass(name: str, format: str, lang: str) -> None:
    here = session_of(PROGRAMS[name])
    for _ in range(4):
        assert FORMATS[format].make(here, lang)
        here = advance(here, "pass", 1).end
    assert file_name(here, FORMATS[format]) == f"backstep-graph-{format}.{FORMATS[format].ending}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_files_of_an_undefined_number_are_made(lang: str) -> None:
    here = advance(session_of("x = 0\na = x + 1\nq = a/x\nL = q*2"), "pass", 1).end
    for format in sorted(set(FORMATS) - {"safetensors", "numpy", "pytorch", "notebook"}):
        assert FORMATS[format].make(here, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_for_offline_use_holds_the_session(lang: str) -> None:
    session = session_of(PROGRAMS["loop"])
    arguments = {"query": {}, "iterations": 2, "first": None, "lang": lang, "live": ""}
    file = QUERIES["export-html"].answer(session, arguments, never_stop).decode()
    assert "</html>" in file
