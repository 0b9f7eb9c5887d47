"""The data block of a page: the messages that it has, and the folders that its first step needs besides."""

import json

import pytest

from backstep_lab.i18n import catalogue
from backstep_lab.jobs.address_pages import open_address
from backstep_lab.wire.address import parse_address
from backstep_lab.wire.page_data import initial_json


def block(words: bool, **said: str) -> dict[str, object]:
    opened = open_address(parse_address(said), lambda: True)
    data: dict[str, object] = json.loads(
        initial_json(opened.session, opened.address, "en", "", "http://lab.test", words)
    )
    return data


@pytest.mark.parametrize(
    ("said", "further"),
    [
        ({"preset": "mazur"}, []),
        ({"preset": "mazur", "unit": "layer"}, []),
        ({"preset": "mazur", "step": "15"}, []),
        ({"preset": "mazur", "step": "16"}, ["explanations"]),
        ({"preset": "mazur", "step": "55"}, ["explanations"]),
        ({"preset": "mazur", "unit": "pass"}, ["explanations"]),
        ({"preset": "mazur", "unit": "iteration"}, ["explanations"]),
        ({"preset": "olah"}, ["graph"]),
        ({"preset": "mazur", "predict": "1"}, ["explanations", "graph", "later"]),
        ({"preset": "mazur", "mode": "train"}, ["explanations", "graph", "later"]),
    ],
)
def test_a_page_names_the_folders_that_its_first_step_needs(said: dict[str, str], further: list[str]) -> None:
    data = block(False, **said)
    assert data["further"] == further
    assert data["messages"] is None


def test_the_lab_has_them_in_its_page_with_explanations_for_a_session_that_a_browser_keeps() -> None:
    for preset, folders in (("mazur", ["explanations"]), ("olah", ["explanations", "graph"])):
        data = block(True, preset=preset)
        assert (data["further"], data["messages"]) == (folders, catalogue.first("en", *folders))


def test_a_page_has_the_story_of_its_own_preset() -> None:
    story = block(False, preset="xor")["story"]
    assert isinstance(story, str)
    assert story.startswith("preset-xor-story =\n    1 if exactly one input is 1.")
    assert "\npreset-" not in story
    assert block(False, preset="mazur", expr="a*b")["story"] == ""
