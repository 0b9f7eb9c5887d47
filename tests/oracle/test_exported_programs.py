"""The exported PyTorch program, run: autograd and torch.optim reach the very numbers of the session."""

from pathlib import Path

import pytest

from backstep_lab.exports.scripts import torch_script
from tests.exports.programs import assert_same, ran
from tests.exports.sessions import CASES, session_of

TOLD = (
    "\nimport json\nprint('RESULT' + json.dumps([[layer.weight.tolist() for layer in layers],"
    " [layer.bias.tolist() for layer in layers]]))\n"
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_pytorch_program_has_the_very_numbers(case: str, tmp_path: Path) -> None:
    session = session_of(case)
    assert_same(ran(torch_script.script(session, "en").decode(), tmp_path, TOLD), session)
