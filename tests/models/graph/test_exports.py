"""Sessions of programs as files: solutions, tables, programs that are run, notebooks, pictures, a page."""

import csv
import io
import json
from typing import Any

import pytest

from backstep_lab.exports.formats import FORMATS, file_name
from backstep_lab.i18n.catalogue import LANGUAGES
from backstep_lab.jobs.queries import QUERIES
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.navigation import advance
from tests.models.graph.exported import all_ran, assert_same, sessions
from tests.models.graph.programs import PROGRAMS
from tests.models.graph.sessions import session_of

SESSIONS = sessions()


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the numpy program of each session did."""
    programs = (FORMATS["numpy"].make(session, "en").decode() for session in SESSIONS.values())
    return dict(zip(SESSIONS, all_ran(programs, tmp_path_factory.mktemp("numpy")), strict=True))


@pytest.mark.parametrize("name", SESSIONS)
def test_the_numpy_program_reaches_what_training_reaches(name: str, outcomes: dict[str, Any]) -> None:
    assert_same(SESSIONS[name], outcomes[name])


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
