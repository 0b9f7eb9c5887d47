"""No test file is left out of what `make test` and `.ci/run` run."""

import ast
import re
import tomllib
from pathlib import Path

from tests.docs.markdown import ROOT, text_of

TESTS = ROOT / "tests"
# Not in `make test`: what runs them instead, and whether `.ci/run` does.
ELSEWHERE = {
    "tests/oracle": ("oracle", True),
    "tests/benchmarks": ("bench", False),
    "tests/toolchains": ("toolchains", False),
}
CONFIGURED = tomllib.loads(text_of("pyproject.toml"))["tool"]["pytest"]["ini_options"]


def recipe(target: str) -> str:
    """The commands of a target of the Makefile."""
    (found,) = re.findall(rf"^{target}:.*\n((?:\t.*\n)+)", text_of("Makefile"), re.MULTILINE)
    return str(found)


def folders() -> set[str]:
    """Every folder that holds tests of Python, seen from the root."""
    return {
        "/".join(file.relative_to(ROOT).parts[:2])
        for file in TESTS.rglob("*.py")
        if any(defined(file)) or file.name.startswith("test_")
    }


def defined(file: Path) -> list[str]:
    """Functions of a file that pytest would take for tests, if it looked there."""
    tree = ast.parse(file.read_text("utf-8"))
    return [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    ]


def test_every_folder_of_tests_is_run_by_a_command_that_is_named() -> None:
    assert set(CONFIGURED["testpaths"]) | set(ELSEWHERE) == folders()
    assert set(CONFIGURED["testpaths"]) & set(ELSEWHERE) == set()


def test_make_test_runs_pytest_without_choosing_among_the_tests() -> None:
    (line,) = [line for line in recipe("test").splitlines() if "pytest" in line]
    assert re.search(r"\btests\b|-k\b|--ignore|--deselect|--lf", line) is None
    assert not {"-k", "-m", "--ignore", "--deselect"} & set(CONFIGURED["addopts"])
    assert "python_files" not in CONFIGURED


def test_what_make_test_leaves_out_has_its_own_command() -> None:
    run = text_of(".ci/run").splitlines()
    assert "make test </dev/null" in run
    for folder, (target, in_ci) in ELSEWHERE.items():
        assert re.search(rf"-m pytest {folder}\b", recipe(target)), target
        assert (f"make {target} </dev/null" in run) == in_ci


def test_every_file_that_holds_tests_has_a_name_that_is_found() -> None:
    unnamed = [file for file in TESTS.rglob("*.py") if defined(file) and not file.name.startswith("test_")]
    assert unnamed == []
    empty = [file for file in TESTS.rglob("test_*.py") if not defined(file)]
    assert empty == []


def test_every_test_of_the_page_stands_where_vitest_looks() -> None:
    assert "include: ['tests/static/**/*.test.ts']" in text_of("vite.config.ts")
    assert 'npx vitest run" ' in recipe("test")
    named = [
        *TESTS.rglob("*.test.ts"),
        *TESTS.rglob("*.spec.ts"),
        *(ROOT / "static" / "src").rglob("*.test.ts"),
    ]
    assert named
    assert [file for file in named if not file.is_relative_to(TESTS / "static")] == []
    calls = re.compile(r"^(?:describe|test|it)(?:\.\w+)*\(", re.MULTILINE)
    holders = [file for file in TESTS.rglob("*.ts") if calls.search(file.read_text("utf-8"))]
    assert [file for file in holders if not file.name.endswith(".test.ts")] == []
