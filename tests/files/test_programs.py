"""The exported programs, run: after the same iterations they have the very numbers of the session."""

import json
from pathlib import Path

import pytest

from app.files import numpy_script
from app.files.notebook import notebook
from tests.files.programs import assert_same, ran
from tests.files.sessions import CASES, session_of


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_numpy_program_has_the_very_numbers(case: str, tmp_path: Path) -> None:
    session = session_of(case)
    assert_same(ran(numpy_script.script(session, "en").decode(), tmp_path), session)


@pytest.mark.parametrize("case", ["smooth", "adam"])
def test_so_have_the_cells_of_the_notebook(case: str, tmp_path: Path) -> None:
    session = session_of(case)
    book = json.loads(notebook(session, "zh-CN"))
    assert (book["nbformat"], len({cell["id"] for cell in book["cells"]})) == (4, len(book["cells"]))
    code = ["".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code"]
    assert_same(ran("\n".join(code), tmp_path), session)


def test_a_program_of_a_complete_iteration_begins_with_the_next(tmp_path: Path) -> None:
    session = session_of("smooth")
    done = session.at_step(session.moment.steps)
    program = numpy_script.script(done, "en").decode()
    assert "iteration, epoch, offset = 3, 1, 2" in program
