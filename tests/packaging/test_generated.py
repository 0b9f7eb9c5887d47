"""Generated files that need no Node.js are what their sources give."""

import pytest

from backstep_lab.config import limits
from backstep_lab.engine.schedules import SCHEDULES, Schedule
from tools import palette
from tools.page_constants import CHOICES, LIMITS, choices_text, limits_text


def test_the_page_has_the_limits_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LIMITS.read_text("utf-8") == limits_text()
    monkeypatch.setattr(limits, "MAX_LAYERS", 11)
    assert "export const MAX_LAYERS = 11;" in limits_text().splitlines()


def test_the_page_has_the_names_of_the_servers_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    assert CHOICES.read_text("utf-8") == choices_text()
    monkeypatch.setitem(SCHEDULES, "linear", Schedule)
    assert "'cosine', 'linear'] as const;" in choices_text()


def test_a_picture_has_the_colours_of_the_page() -> None:
    tokens = palette.SOURCE.read_text("utf-8")
    assert palette.TARGET.read_text("utf-8") == palette.text(tokens)
    darker = tokens.replace("--line-strong: light-dark(#c9ccd0,", "--line-strong: light-dark(#000000,")
    assert '    "line": "#000000",' in palette.text(darker).splitlines()
