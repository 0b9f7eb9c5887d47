"""A whole iteration of the worked example, step by step."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import Lab
from tests.e2e.numbers import known, says

STEPS = 55
LANGUAGES = ["en", "zh-CN"]
ALWAYS_DRAWN = ("x", "y", "z", "a", "delta", "dW", "loss")


def check_picture(lab: Lab) -> None:
    """Every number that is drawn is the server's, every number that the server has not computed is absent."""
    session = lab.session()
    truth = known(session)
    expect(lab.page.locator(".track")).to_have_attribute("aria-valuenow", str(session["position"]["step"]))
    drawn = lab.drawn()
    wrong = [
        (ref, text, truth.get(ref))
        for ref, _, text in drawn
        if text and "*" not in ref and (ref not in truth or not says(text, truth[ref]))
    ]
    assert wrong == []
    shown = {ref for ref, _, text in drawn if text}
    missing = {ref for ref in truth if ref.rstrip("0123456789[],") in ALWAYS_DRAWN} - shown
    assert missing == set()
    pending = {ref for ref, state, _ in drawn if state == "pending"}
    assert pending & truth.keys() == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_next_is_one_call_and_the_picture_says_what_the_server_says(lab: Lab, lang: str) -> None:
    lab.open(lang=lang)
    check_picture(lab)
    for step in range(1, STEPS + 1):
        assert lab.press("next-step") == ["POST step"]
        session = lab.session()
        assert session["position"]["step"] == step
        expect(lab.region("region-formula")).to_contain_text(
            lab.word(f"op-title-{session['operation']['kind'].replace('_', '-')}")
        )
        expect(
            lab.page.locator(
                f'.picture [data-ref="{session["operation"]["ref"]}"][data-state="active"]'
            ).first
        ).to_be_attached()
        check_picture(lab)


def test_a_formula_is_true_as_it_is_printed_where_a_unit_is_saturated(lab: Lab) -> None:
    lab.open()
    lab.edit("W2[0,0]", "12")
    for key in ("forward-pass", "next-step", "next-step"):
        lab.press(key)
    assert lab.session()["operation"]["ref"] == "f'(z2[0])"
    lines = lab.region("region-formula").locator(".formula-lines")
    result = lines.locator(".result")
    printed = lines.locator(".rhs.second")
    expect(printed).to_contain_text("1")
    a, one, again = re.findall(r"\d+\.?\d*", printed.inner_text())
    assert (one, again) == ("1", a)
    assert says(result.inner_text(), float(a) * (1 - float(a)))
    operand = lab.region("region-formula").locator(".operands data")
    assert operand.inner_text() == a


def test_back_takes_away_one_number_at_a_time(lab: Lab) -> None:
    lab.open()
    for key in ("forward-pass", "backward-pass", "update"):
        lab.press(key)
    assert lab.session()["position"]["step"] == STEPS
    for step in range(STEPS - 1, -1, -1):
        assert lab.press("previous-step") == ["POST back"]
        assert lab.session()["position"]["step"] == step
        if step % 5 == 0:
            check_picture(lab)
    expect(lab.button("previous-step")).to_be_disabled()


def test_an_impatient_learner_loses_no_click(lab: Lab) -> None:
    lab.open()
    for _ in range(12):
        lab.button("next-step").click()
    expect(lab.page.locator(".track")).to_have_attribute("aria-valuenow", "12")
    with lab.page.expect_response(lambda answer: answer.url.endswith("/back")):
        lab.button("previous-step").click()
    assert lab.changes == ["POST sessions", *["POST step"] * 12, "POST back"]
    assert lab.session()["position"]["step"] == 11


def test_the_published_figures_agree_to_the_last_digit(lab: Lab) -> None:
    lab.open()
    for key in ("forward-pass", "backward-pass", "update"):
        lab.press(key)
    checks = [check for check in lab.session()["checks"] if check["iteration"] == 0]
    assert len(checks) == 19
    assert all(check["agrees"] for check in checks)
    expect(lab.page.locator(".published .agrees")).to_have_count(19)
    expect(lab.page.locator(".published .differs")).to_have_count(0)


def test_the_error_that_was_published_differs_and_says_why(lab: Lab) -> None:
    lab.open()
    for key in ("forward-pass", "backward-pass", "update", "forward-pass"):
        lab.press(key)
    expect(lab.page.locator(".published .differs")).to_have_count(1)
    expect(lab.page.locator(".published .erratum")).to_contain_text(lab.word("erratum-updated-weights"))
