"""Another converter of formulas, Temml: made to refuse what TeX refuses, and to be compared with ours."""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def refused(formulas: Iterable[str]) -> list[tuple[str, str]]:
    """The formulas that are no LaTeX, each with the reason; all in one call."""
    wanted = sorted(set(formulas))
    assert wanted, "no formula to look at"
    return [(formula, why) for formula, why in _asked("refused.mjs", wanted)]


def rendered(formulas: Sequence[str]) -> list[str]:
    """The formulas in MathML, in their order; all in one call."""
    return [str(content) for content in _asked("rendered.mjs", formulas)]


def _asked(script: str, formulas: Sequence[str]) -> list[Any]:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "node.py"), "node", str(Path(__file__).with_name(script))],
        input=json.dumps(formulas),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    answer: list[Any] = json.loads(done.stdout)
    return answer
