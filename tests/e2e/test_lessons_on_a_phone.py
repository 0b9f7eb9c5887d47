"""On a phone what is to be pressed in a passage is in sight, and the hint; in a small frame its text, too."""

from itertools import cycle

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from backstep_lab.lessons.library import library
from backstep_lab.lessons.tasks import LookTask, PredictTask, UseTask, WriteTask
from tests.e2e.learner import opened
from tests.e2e.server import Server

PHONE = ViewportSize(width=360, height=740)

# What a passage asks to use, in each view that it is in.
_USED = ".slide-sum input, .line-view .chart, .race form > .acts:first-child, .snapshot form button, .toggles"

# What of the controls of a passage is outside the window or cut by what scrolls around it.
_CUT = """() => {
  const controls = '.quiz-entry, .quiz-acts button, .quiz-choices label, .quiz-verdict p, .task .primary';
  return [...document.querySelectorAll(controls.split(', ').map((one) => '.passage ' + one).join(', '))]
    .filter((control) => control.checkVisibility() && control.textContent + control.tagName !== '')
    .filter((control) => {
      const box = control.getBoundingClientRect();
      const rooms = [];
      for (let room = control.parentElement; room; room = room.parentElement)
        if (getComputedStyle(room).overflowY !== 'visible') rooms.push(room.getBoundingClientRect());
      const top = Math.max(0, ...rooms.map((room) => room.top));
      const bottom = Math.min(innerHeight, ...rooms.map((room) => room.bottom));
      return box.top < top - 1 || box.bottom > bottom + 1 || box.left < -1 || box.right > innerWidth + 1;
    })
    .map((control) => control.textContent.trim() || control.className);
}"""


# Height of the text that is in sight, where fewer than three of its lines are.
_FEW_LINES = """() => {
  const text = document.querySelector('.passage-text');
  const line = parseFloat(getComputedStyle(text.querySelector('.prose')).lineHeight);
  const wanted = text.querySelector('h2').offsetHeight + 2 * line;
  return text.clientHeight < Math.min(text.scrollHeight, wanted) ? [String(text.clientHeight)] : [];
}"""


def turn_to(page: Page, at: int, name: str) -> None:
    """Click the mark of a passage; it opens, whatever is still being opened."""
    page.locator(".passages ol button").nth(at).dispatch_event("click")
    expect(page.locator(f'.passage[data-passage="{name}"]')).to_be_visible()


# Each lesson in one of the languages: every kind of passage stands in both halves.
@pytest.mark.parametrize(("slug", "lang"), list(zip(library(), cycle(["en", "zh-CN"]), strict=False)))
def test_each_passage_can_be_answered_without_scrolling(
    context: BrowserContext, server: Server, slug: str, lang: str
) -> None:
    lesson = library()[slug]
    learner, complaints = opened(context, server, f"/lessons/{slug}?lang={lang}", lesson, lang)
    page = context.pages[0]
    page.set_viewport_size(PHONE)
    cut: dict[str, list[str]] = {}
    for at, passage in enumerate(lesson.passages):
        turn_to(page, at, passage.name)
        if isinstance(passage.do, PredictTask):
            form = page.locator(".passage .quiz")
            check = form.get_by_role("button", name=learner.word("quiz-check"), exact=True)
            expect(check).to_be_visible()
            cut[f"{passage.name} asked"] = page.evaluate(_CUT)
            cut[f"{passage.name} text"] = page.evaluate(_FEW_LINES)
            if passage.do.ask == "number":
                form.get_by_role("textbox").fill("12345.678")
                check.click()
                expect(form.locator(".quiz-verdict p").first).to_be_visible()
        if isinstance(passage.do, LookTask):
            name = learner.word(f"view-{passage.do.view}")
            dock = page.locator(".dock")
            asked = dock.get_by_role("button", name=name).or_(dock.get_by_role("tab", name=name))
            expect(asked).to_be_in_viewport(ratio=1)
        if isinstance(passage.do, UseTask):
            used = page.locator(f".view :is({_USED})")
            expect(used).to_be_in_viewport(ratio=1)
        if isinstance(passage.do, WriteTask):
            learner.button("lesson-write", learner.passage).click()
            expect(page.locator('#sheet button[type="submit"]')).to_be_in_viewport(ratio=1)
            page.keyboard.press("Escape")
            expect(page.locator("#sheet")).to_have_count(0)
        cut[passage.name] = page.evaluate(_CUT)
    assert {name: found for name, found in cut.items() if found} == {}
    assert complaints == []


_SEEN_LINES = """() => {
  const text = document.querySelector('.passage-text');
  const line = parseFloat(getComputedStyle(text.querySelector('.prose')).lineHeight);
  const hidden = text.scrollHeight - text.clientHeight > 1;
  return hidden ? (text.clientHeight - text.querySelector('h2').offsetHeight) / line : Infinity;
}"""


# Questions with the longest formulas, sentences and operands.
@pytest.mark.parametrize(
    ("slug", "passage"), [("attention", "matrices"), ("backprop", "begins"), ("perceptron", "bias")]
)
def test_a_question_leaves_room_for_its_text_in_a_small_frame(
    context: BrowserContext, server: Server, slug: str, passage: str
) -> None:
    at = [one.name for one in library()[slug].passages].index(passage)
    page = context.new_page()
    page.goto(f"{server.address}/embed?lesson={slug}&passage={at + 1}&lang=en")
    expect(page.locator(".passage .quiz-acts")).to_be_visible()
    for width, height, layout in ((640, 480, "beside"), (500, 300, "low")):
        page.set_viewport_size(ViewportSize(width=width, height=height))
        expect(page.locator(".lab")).to_have_attribute("data-layout", layout)
        assert page.evaluate(_SEEN_LINES) >= 1.5, (width, height)
        assert page.evaluate(_CUT) == [], (width, height)


@pytest.mark.parametrize("size", [(640, 480), (500, 300), (360, 740)])
def test_a_number_is_edited_and_judged_in_sight(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    lesson = library()["cost"]
    at = [passage.name for passage in lesson.passages].index("walk")
    learner, complaints = opened(
        context, server, f"/lessons/cost?passage={at + 1}&lang=zh-CN", lesson, "zh-CN"
    )
    page = context.pages[0]
    page.set_viewport_size(ViewportSize(width=size[0], height=size[1]))
    field = page.locator(".inspector").get_by_role("textbox")
    for value, said in (("3", ".verdict.missed"), ("1.1", ".task .primary")):
        if field.count() == 0:
            learner.passage.locator(".mark-link").first.click()
        expect(field).to_be_in_viewport(ratio=1)
        field.fill(value)
        field.press("Enter")
        expect(learner.passage.locator(said)).to_be_in_viewport(ratio=1)
    assert complaints == []
