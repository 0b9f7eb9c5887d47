"""The memory of a server process is bounded, whatever its sessions hold and however often they are asked."""

import subprocess
import sys
from pathlib import Path

import pytest

BOUND = 25.0  # megabytes: the cache's 4, and what the counting leaves out


@pytest.mark.parametrize("what", ["digits", "own", "seeks"])
def test_memory_is_bounded(what: str, tmp_path: Path) -> None:
    """Unbounded it was 160 MB for the data sets, 45 MB for own numbers, 80 MB for the seeks."""
    program = [sys.executable, "-m", "tests.jobs.memory_use", what, str(tmp_path)]
    done = subprocess.run(program, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    print(f"{what}: {done.stdout.strip()} MB")
    assert float(done.stdout) < BOUND
