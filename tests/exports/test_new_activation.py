"""A new activation is an entry of one table, which is enough to step, explain, check and export it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.exports.programs import ran

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    """What a process finds in whose table softsign is one more activation."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.exports.softsign"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'app'}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_a_new_activation_is_explained_and_every_printed_equation_is_true(found: dict[str, Any]) -> None:
    assert found["value"] == r"\frac{z^{1}_{1}}{1 + \left|z^{1}_{1}\right|}"
    assert found["slope"] == r"\frac{1}{\left(1 + \left|z^{1}_{1}\right|\right)^{2}}"
    assert (found["key"], found["operations"], found["wrong"]) == ("op-slope", 80, [])


def test_every_gradient_of_a_new_activation_agrees_with_differences(found: dict[str, Any]) -> None:
    assert (found["agree"], found["parameters"]) == (17, 17)


def test_the_numpy_program_with_a_new_activation_has_the_same_numbers(
    found: dict[str, Any], tmp_path: Path
) -> None:
    program = ran(found["numpy"], tmp_path)
    for ours, theirs in zip(found["reached"], program.parameters, strict=True):
        for mine, other in zip(ours, theirs, strict=True):
            np.testing.assert_allclose(np.array(other), np.array(mine), rtol=1e-12, atol=1e-14)


def test_the_pytorch_program_names_the_new_activation(found: dict[str, Any]) -> None:
    assert "activations = [\n    functional.softsign,\n    functional.softsign,\n]" in found["torch"]
