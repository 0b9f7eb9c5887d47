"""The decisions are numbered without a gap, listed, and each says what it costs."""

import re
from pathlib import Path

import pytest

from tests.docs.markdown import ROOT, text_of

FOLDER = ROOT / "docs" / "decisions"
PAGES = sorted(FOLDER.glob("[0-9]*.md"))


def test_the_numbers_have_no_gap() -> None:
    assert [int(page.name[:4]) for page in PAGES] == list(range(1, len(PAGES) + 1))


def test_the_list_names_every_decision_with_its_title() -> None:
    listed = re.findall(
        r"^\| \[(\d{4})\]\(([^)]+)\) \| (.+) \|$", text_of("docs/decisions/README.md"), re.MULTILINE
    )
    titles = {page.name: page.read_text("utf-8").splitlines()[0] for page in PAGES}
    assert titles == {name: f"# {int(number)}. {title}" for number, name, title in listed}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name[:4])
def test_each_says_what_why_what_else_and_at_what_cost(page: Path) -> None:
    text = page.read_text("utf-8")
    assert re.findall(r"^\*\*(.+?)\.\*\*", text, re.MULTILINE) == ["Decided", "Why", "Also possible", "Costs"]
