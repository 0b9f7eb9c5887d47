"""The page's own player of recordings."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = Path(__file__).with_name("play.mjs")


def played(recording: bytes) -> list[dict[str, Any]]:
    """What the page has at every moment of a recording: the session, and the answers to all questions."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "node.py"), "node", str(SCRIPT)],
        input=recording,
        capture_output=True,
        check=False,
        timeout=120,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr.decode()
    moments: list[dict[str, Any]] = json.loads(done.stdout)
    return moments
