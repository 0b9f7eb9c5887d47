"""An example opens, runs through an iteration, and shows its source's figures."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import Lab

# The picture of every preset is looked at in test_labels.py, its figures are compared without a browser.
SMALL_LARGE_CLASSES_AND_GRAPHS = ["mazur", "digits", "softmax", "micrograd-readme", "attention-causal"]


@pytest.mark.parametrize("name", SMALL_LARGE_CLASSES_AND_GRAPHS)
def test_an_iteration_of_a_preset(lab: Lab, name: str) -> None:
    lab.open(name)
    for key in ("forward-pass", "backward-pass", "update"):
        assert len(lab.press(key)) == 1
    session = lab.session()
    assert session["position"]["step"] == session["position"]["steps"]
    wrong = [
        check["label"]
        for check in session["checks"]
        if check["iteration"] == 0 and check["agrees"] is False and not check.get("erratum")
    ]
    assert wrong == []
    lab.press("next-step")
    assert lab.session()["position"]["iteration"] == 1


def test_choosing_another_example_keeps_each_where_it_was(lab: Lab) -> None:
    lab.open()
    lab.press("forward-pass")
    chooser = lab.page.get_by_role("combobox", name=lab.word("preset"))
    for name in ("xor", "mazur"):
        with lab.page.expect_response(lambda answer: "/api/v1/sessions" in answer.url and answer.ok):
            chooser.select_option(name)
    assert lab.session()["position"]["step"] == 19


def test_the_source_of_a_chosen_example_is_asked_for_alone(lab: Lab) -> None:
    lab.open("xor")
    source = lab.page.locator(".story .source a")
    expect(source).to_have_attribute("href", re.compile("10.21236"))
    asked: list[str] = []
    lab.page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    lab.page.get_by_role("combobox", name=lab.word("preset")).select_option("mazur")
    expect(source).to_have_attribute("href", re.compile("mattmazur"))
    assert [path for path in asked if "/presets" in path] == ["/api/v1/presets/mazur"]
