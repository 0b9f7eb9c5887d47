"""The exported programs, run: after the same iterations they have the very numbers of the session."""

import json
from pathlib import Path
from typing import Any

import pytest

from backstep_lab.exports.scripts import numpy_script
from backstep_lab.exports.scripts.notebook import notebook
from backstep_lab.sessions.layered import current_network, layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.resolve import spec_of
from tests.exports.programs import assert_same, ran
from tests.exports.sessions import CASES, ITERATIONS, session_of


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_numpy_program_has_the_very_numbers(case: str, tmp_path: Path) -> None:
    session = session_of(case)
    assert_same(ran(numpy_script.script(session, "en").decode(), tmp_path), session)


def test_the_numpy_program_adds_in_the_order_of_the_session(tmp_path: Path) -> None:
    parameters: dict[str, Any] = {"W": [[[0.1, -0.3]], [[1.0]]], "b": [[0.0], [0.0]]}
    layers = [{"units": 1, "activation": "relu"}, {"units": 1, "activation": "identity"}]
    body = {
        "network": {"inputs": 2, "layers": layers, "loss": "half_squared_error", "parameters": parameters},
        "data": {"name": "custom", "X": [[2.7, 0.9]], "Y": [[1.0]]},
        "training": {"optimizer": {"name": "sgd", "learning_rate": 0.5}},
    }
    session = Session.new("cancelling", spec_of(body))
    assert layered(session).trace.Z[0].item() == 0.0
    assert current_network(session.at_iteration(ITERATIONS)).W[0].tolist() == parameters["W"][0]
    assert_same(ran(numpy_script.script(session, "en").decode(), tmp_path), session)


def test_the_numpy_program_of_a_large_network_multiplies_matrices(tmp_path: Path) -> None:
    body = {
        "network": {
            "inputs": 2,
            "layers": [{"units": 40, "activation": "tanh"}, {"units": 1, "activation": "tanh"}],
        },
        "data": {"name": "circle", "samples": 60},
        "training": {"batch_size": "all"},
    }
    session = Session.new("large", spec_of(body))
    program = numpy_script.script(session, "en").decode()
    assert "left @ right" in program
    assert_same(ran(program, tmp_path), session)


@pytest.mark.parametrize("case", ["smooth", "adam"])
def test_so_have_the_cells_of_the_notebook(case: str, tmp_path: Path) -> None:
    session = session_of(case)
    book = json.loads(notebook(session, "zh-CN"))
    assert (book["nbformat"], len({cell["id"] for cell in book["cells"]})) == (4, len(book["cells"]))
    code = ["".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code"]
    assert_same(ran("\n".join(code), tmp_path), session)


def test_a_program_of_a_complete_iteration_begins_with_the_next(tmp_path: Path) -> None:
    session = session_of("smooth")
    done = session.at_step(session.current.steps)
    program = numpy_script.script(done, "en").decode()
    assert "iteration, epoch, offset = 3, 1, 2" in program
