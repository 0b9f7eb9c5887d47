"""A TeX engine for formulas: Temml, which the page draws with, made to refuse what TeX refuses."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("refused.mjs")


def refused(formulas: Iterable[str]) -> list[tuple[str, str]]:
    """The formulas that are no LaTeX, each with the reason; all in one call."""
    wanted = sorted(set(formulas))
    assert wanted, "no formula to look at"
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "node.py"), "node", str(SCRIPT)],
        input=json.dumps(wanted),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    return [(formula, why) for formula, why in json.loads(done.stdout)]
