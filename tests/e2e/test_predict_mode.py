"""Predict mode: a number is answered before it is shown, and the page around a frame hears of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.course import Course, frame, heard, inside
from tests.e2e.lab import Lab
from tests.e2e.server import Server
from tests.e2e.test_accessibility import findings

# Parts of the question that the panel cuts off.
_CUT = """() => {
  const panel = document.querySelector('.column').getBoundingClientRect();
  return [...document.querySelectorAll('.quiz.leading > *, .quiz.leading button')]
    .map((part) => [part.className, part.getBoundingClientRect()])
    .filter(([, box]) => box.height > 1 && (box.top < panel.top || box.bottom > panel.bottom))
    .map(([name]) => name);
}"""


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    course = Course(tmp_path)
    yield course
    course.close()


def answered(page: Page, text: str) -> None:
    """Type into the field that has the focus, and press Enter."""
    field = page.locator(".quiz input[type=text]")
    expect(field).to_be_focused()
    field.fill(text)
    field.press("ArrowRight")
    field.press("Enter")


def toggled(lab: Lab) -> None:
    """Predict mode turned on or off, which takes a session of its own."""
    with lab.page.expect_response(lambda answer: answer.url.endswith("/sessions")) as made:
        lab.button("predict").click()
    lab.session_id = made.value.json()["id"]


def test_a_number_is_answered_before_it_is_shown_and_a_wrong_one_is_met_with_what_went_wrong(
    lab: Lab,
) -> None:
    lab.open(predict="1")
    formula = lab.region("region-formula")
    lab.page.keyboard.press("ArrowRight")
    answered(lab.page, "0.15+0.05")
    expect(formula.locator(".quiz-verdict")).to_contain_text(lab.word("misconception-added"))
    assert lab.session()["position"]["step"] == 0
    assert findings(lab) == []
    answered(lab.page, "0.15*0.05")
    expect(formula.locator(".result")).to_have_text("0.0075")
    expect(formula.get_by_text(lab.word("score-right", tries=2))).to_be_visible()
    assert lab.session()["values"]["z"] == [[None, None], [None, None]]
    expect(lab.button("next-step")).to_be_focused()
    lab.page.keyboard.press("Enter")
    lab.button("quiz-show").click()
    expect(formula.get_by_text(lab.word("score-shown"))).to_be_visible()
    expect(formula.get_by_text(lab.word("score-count", asked=2, right=1))).to_be_visible()
    assert (lab.session()["position"]["step"], lab.session()["ahead"]) == (2, [])
    lab.page.reload()
    lab.button("next-step").click()
    expect(lab.page.get_by_text(lab.word("score-count", asked=2, right=1))).to_be_visible()


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_an_answer_without_a_value_is_met_with_why_it_has_none(lab: Lab, lang: str) -> None:
    # The longest formula: it leaves room for the answer in a low frame, too.
    lab.open("deep", predict="1", lang=lang, step="100")
    verdict = lab.region("region-formula").locator(".quiz-verdict")
    lab.page.keyboard.press("ArrowRight")
    for text, key, args in (
        ("ln(0)", "problem-answer-logarithm", {"part": "ln(0)"}),
        ("1/0", "problem-answer-division", {"text": "1/0"}),
    ):
        answered(lab.page, text)
        expect(verdict).to_have_text(lab.word(key, **args))
    assert lab.session()["position"]["step"] == 100
    lab.page.set_viewport_size({"width": 500, "height": 300})
    expect(lab.page.locator(".side")).to_be_hidden()
    for part in (".quiz-formula", ".quiz-entry", ".quiz-verdict"):
        expect(lab.page.locator(part)).to_be_in_viewport(ratio=1)
    for key in ("quiz-check", "quiz-show", "next-step"):
        expect(lab.button(key)).to_be_in_viewport(ratio=1)
    assert lab.page.evaluate(_CUT) == []
    lab.forgive("422 (Unprocessable Entity)")


def test_it_is_turned_on_at_any_moment_and_off_again(lab: Lab) -> None:
    lab.open(step="22")
    toggle = lab.button("predict")
    expect(toggle).to_have_attribute("aria-pressed", "false")
    toggled(lab)
    expect(toggle).to_have_attribute("aria-pressed", "true")
    assert (lab.session()["position"]["step"], lab.session()["ahead"]) == (22, [])
    lab.button("next-step").click()
    lab.page.get_by_role("combobox", name=lab.word("quiz-kind")).select_option("which")
    choices = lab.page.get_by_role("radiogroup").get_by_role("radio")
    expect(choices).to_have_count(2)
    choices.nth(1).check()
    lab.region("region-formula").get_by_role("button", name=lab.word("quiz-check"), exact=True).click()
    expect(lab.page.get_by_text(lab.word("score-right", tries=1))).to_be_visible()
    toggled(lab)
    expect(toggle).to_have_attribute("aria-pressed", "false")
    with lab.page.expect_response(lambda answer: answer.url.endswith(f"{lab.session_id}/step")):
        lab.button("next-step").click()
    assert lab.session()["position"]["step"] == 24


def test_larger_steps_go_freely(lab: Lab) -> None:
    lab.open(predict="1", unit="layer")
    assert lab.press("next-step") == ["POST step"]
    expect(lab.page.locator(".quiz")).to_have_count(0)


def test_the_page_around_a_frame_hears_each_answer(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    page.goto(course.write(frame(server.address, "preset=mazur&lang=en&predict=1&controls=step")))
    inside(page).get_by_role("button", name="Next step", exact=True).click()
    field = inside(page).locator(".quiz input[type=text]")
    field.fill("-0.0075")
    field.press("Enter")
    wrong = heard(page, "answer")[0]["data"]
    assert (wrong["misconception"], wrong["correct"], wrong["tries"]) == ("sign", False, 1)
    field.fill("0,15×0,05")
    field.press("Enter")
    right = heard(page, "answer", 2)[1]["data"]
    assert {
        name: right[name]
        for name in ("ref", "ask", "given", "correct", "shown", "misconception", "tries", "score")
    } == {
        "ref": "W1[0,0]*x[0]",
        "ask": "number",
        "given": "0,15×0,05",
        "correct": True,
        "shown": False,
        "misconception": None,
        "tries": 2,
        "score": {"asked": 1, "right": 1, "streak": 0},
    }
    statement = right["statement"]
    assert statement["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered"
    assert statement["object"]["id"] == f"{server.address}/?preset=mazur&predict=1"
    assert (statement["result"]["success"], statement["result"]["response"]) == (True, "0,15×0,05")
    heard(page, "step")
