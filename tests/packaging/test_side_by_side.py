"""The checks that `make` runs beside each other: all of them, and none that fails in silence."""

import shlex
import sys
from pathlib import Path

import pytest

from tools.side_by_side import main


def python(text: str) -> str:
    return shlex.join([sys.executable, "-c", text])


def test_what_each_prints_stands_together_in_the_order_given(capfd: pytest.CaptureFixture[str]) -> None:
    commands = [
        python("import sys; print('a', flush=True); print('b', file=sys.stderr)"),
        python("print('c')"),
    ]
    assert main(commands, 2) == 0
    assert capfd.readouterr().out == f"{commands[0]}\na\nb\n{commands[1]}\nc\n"


def test_one_that_fails_is_named_and_the_others_are_run(capfd: pytest.CaptureFixture[str]) -> None:
    commands = [python("print('wrong'); raise SystemExit(3)"), python("print('right')")]
    assert main(commands, 1) == 1
    shown = capfd.readouterr()
    assert "wrong\n" in shown.out
    assert "right\n" in shown.out
    assert shown.err == f"Failed: {commands[0]}\n"


def test_they_run_beside_each_other(tmp_path: Path) -> None:
    """Each waits for what the other writes."""
    waits = (
        "import pathlib, sys; a, b = map(pathlib.Path, sys.argv[1:]); a.touch()\nwhile not b.exists(): pass"
    )
    first, second = str(tmp_path / "first"), str(tmp_path / "second")
    assert main([f"{python(waits)} {first} {second}", f"{python(waits)} {second} {first}"], 2) == 0
