"""An example opens, runs through an iteration, and shows its source's figures."""

import pytest

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
