"""The PyTorch programs of graphs, run: autograd and torch.optim reach the very numbers of the session."""

from typing import Any

import pytest

from backstep_lab.exports.formats import FORMATS
from tests.models.graph.exported import all_ran, assert_same, sessions

SESSIONS = sessions()


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the PyTorch program of each session did."""
    programs = (FORMATS["pytorch"].make(session, "en").decode() for session in SESSIONS.values())
    return dict(zip(SESSIONS, all_ran(programs, tmp_path_factory.mktemp("pytorch")), strict=True))


@pytest.mark.parametrize("name", SESSIONS)
def test_the_pytorch_program_has_the_very_numbers(name: str, outcomes: dict[str, Any]) -> None:
    assert_same(SESSIONS[name], outcomes[name])
