"""Whatever a document points at is there."""

import re
from pathlib import Path

import pytest

from tests.docs.markdown import ROOT, documents, without_code

DOCUMENTS = documents()
FOLDERS = ("app/", "static/", "templates/", "tests/", "tools/", "docs/", "requirements/")
MADE = ("static/dist", "app/_pages")  # by a build: not there in a fresh checkout


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_relative_links_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", without_code(document.read_text("utf-8")))
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_files_named_in_the_text_exist(document: Path) -> None:
    quoted = re.findall(r"`([\w./*-]+)`", document.read_text("utf-8"))
    paths = [path for path in quoted if path.startswith(FOLDERS) and not path.startswith(MADE)]
    missing = [path for path in paths if not list(ROOT.glob(path.rstrip("/")))]
    assert missing == []
