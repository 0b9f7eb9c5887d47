"""A lesson's page and its frame: come back to, in any size, by keyboard, on paper; and the home page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect

from backstep_lab.lessons.library import library
from tests.e2e.axe import violations
from tests.e2e.course import Course, heard, inside
from tests.e2e.lab import draw_again
from tests.e2e.learner import Learner, opened
from tests.e2e.server import Server

FIRST = next(iter(library().values()))


def test_a_lesson_goes_on_where_it_was_left(context: BrowserContext, server: Server) -> None:
    learner, _ = opened(context, server, f"/lessons/{FIRST.slug}?lang=en", FIRST)
    for passage in FIRST.passages[:2]:
        learner.do(passage)
        learner.button("lesson-continue", learner.passage).click()
    expect(learner.passage).to_have_attribute("data-passage", FIRST.passages[2].name)
    again, _ = opened(context, server, f"/lessons/{FIRST.slug}?lang=zh-CN", FIRST)
    expect(again.passage).to_have_attribute("data-passage", FIRST.passages[2].name)


def test_a_passage_that_was_done_is_done_when_come_back_to(context: BrowserContext, server: Server) -> None:
    learner, complaints = opened(context, server, f"/lessons/{FIRST.slug}?lang=en", FIRST)
    for passage in FIRST.passages[:2]:
        learner.do(passage)
        expect(learner.passage).to_have_attribute("data-done", "true")
        context.pages[-1].reload()
        expect(learner.passage).to_have_attribute("data-done", "true")
        learner.button("lesson-continue", learner.passage).click()
    expect(learner.passage).to_have_attribute("data-passage", FIRST.passages[2].name)
    assert complaints == []


def test_a_passage_far_into_training_is_not_done_before_it_is(
    context: BrowserContext, server: Server
) -> None:
    lesson = library()["training"]
    (at,) = [n for n, passage in enumerate(lesson.passages, start=1) if passage.name == "never"]
    learner, _ = opened(context, server, f"/lessons/{lesson.slug}?lang=en&passage={at}", lesson)
    expect(learner.passage.get_by_role("radio").first).to_be_visible()
    again, _ = opened(context, server, f"/lessons/{lesson.slug}?lang=en", lesson)
    expect(again.passage.get_by_role("radio").first).to_be_visible()
    expect(again.passage).to_have_attribute("data-done", "false")


def test_whoever_steps_past_a_question_goes_on(context: BrowserContext, server: Server) -> None:
    learner, complaints = opened(context, server, f"/lessons/{FIRST.slug}?lang=en&passage=2", FIRST)
    expect(learner.page.locator(".quiz input")).to_be_visible()
    learner.button("next-step").click()
    expect(learner.passage).to_have_attribute("data-done", "true")
    expect(learner.page.locator(".quiz")).to_have_count(0)
    learner.button("lesson-continue", learner.passage).click()
    expect(learner.passage).to_have_attribute("data-passage", FIRST.passages[2].name)
    assert complaints == []


def test_it_is_taught_in_a_sandbox_and_tells_the_page_around_it(
    context: BrowserContext, server: Server, tmp_path: Path
) -> None:
    course = Course(tmp_path)
    address = f"{server.address}/embed?lesson={FIRST.slug}&lang=zh-CN"
    page = context.new_page()
    frame = f'<iframe sandbox="allow-scripts" width="700" height="560" src="{address}"></iframe>'
    page.goto(course.write(frame))
    Learner(inside(page), FIRST, "zh-CN").whole()
    (answered,) = heard(page, "complete")
    assert answered["data"]["lesson"] == FIRST.slug
    statement = answered["data"]["statement"]
    assert statement["verb"]["id"] == "http://adlnet.gov/expapi/verbs/completed"
    assert statement["object"]["id"] == f"{server.address}/lessons/{FIRST.slug}"
    course.close()


def test_a_teacher_who_speaks_leaves_the_words_out(context: BrowserContext, server: Server) -> None:
    learner, _ = opened(context, server, f"/embed?lesson={FIRST.slug}&hide=text&lang=en", FIRST)
    expect(learner.passage).to_be_visible()
    expect(learner.page.locator(".prose")).to_have_count(0)
    page = context.pages[-1]
    page.set_viewport_size(ViewportSize(width=360, height=740))
    assert page.locator(".column").evaluate("(column) => column.clientHeight") <= 60, "an empty pane"
    learner.do(FIRST.passages[0])
    learner.button("lesson-continue", learner.passage).click()
    expect(learner.passage).to_have_attribute("data-passage", FIRST.passages[1].name)


def test_the_plot_of_a_passage_is_not_cut(context: BrowserContext, server: Server) -> None:
    lesson = library()["gradient-descent"]
    learner, _ = opened(context, server, f"/lessons/{lesson.slug}?lang=en&passage=3", lesson)
    context.pages[-1].set_viewport_size(ViewportSize(width=1024, height=768))
    plot = learner.page.locator(".plot").first
    expect(plot.locator(".chart svg")).to_be_visible()
    assert plot.evaluate("(plot) => plot.scrollHeight - plot.clientHeight") <= 1


def test_a_notice_covers_the_picture_and_not_the_text(context: BrowserContext, server: Server) -> None:
    lesson = library()["gradient-descent"]
    learner, _ = opened(
        context, server, f"/lessons/{lesson.slug}?lang=en&passage={len(lesson.passages)}", lesson
    )
    page = context.pages[-1]
    expect(page.locator(".notices .divergence")).to_be_visible()
    for width, height in ((1440, 900), (640, 480), (500, 300), (360, 740)):
        page.set_viewport_size(ViewportSize(width=width, height=height))
        [notice, text] = [page.locator(part).bounding_box() for part in (".above", ".column")]
        assert notice
        assert text
        beside = notice["x"] + notice["width"] <= text["x"] + 1
        assert beside or notice["y"] + notice["height"] <= text["y"] + 1, (width, height)
    expect(learner.passage.get_by_role("heading")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [(1440, 900), (640, 480), (500, 300), (360, 740)])
def test_the_way_on_is_within_reach_at_every_size(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    learner, _ = opened(context, server, f"/embed?lesson={FIRST.slug}&lang=zh-CN", FIRST, "zh-CN")
    page = context.pages[-1]
    page.set_viewport_size({"width": size[0], "height": size[1]})
    learner.do(FIRST.passages[0])
    learner.button("lesson-continue", learner.passage).click()
    expect(learner.passage).to_have_attribute("data-passage", FIRST.passages[1].name)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (500, 300)])
def test_axe_finds_nothing_grave_in_a_lesson(
    context: BrowserContext, server: Server, theme: str, size: tuple[int, int]
) -> None:
    learner, _ = opened(context, server, f"/embed?lesson={FIRST.slug}&theme={theme}&lang=en", FIRST)
    page = context.pages[-1]
    page.set_viewport_size({"width": size[0], "height": size[1]})
    learner.do(FIRST.passages[0])
    expect(learner.passage).to_have_attribute("data-done", "true")
    assert violations(page) == []
    learner.button("lesson-continue", learner.passage).click()
    expect(page.locator(".quiz")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize(
    ("slug", "passage"), [("perceptron", 4), ("threshold", 4), ("sums", 8), ("sigmoid", 3), ("backprop", 8)]
)
def test_axe_finds_nothing_grave_in_the_view_of_a_lesson_in_a_small_frame(
    context: BrowserContext, server: Server, slug: str, passage: int
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 500, "height": 300})
    page.goto(f"{server.address}/embed?lesson={slug}&passage={passage}&lang=en")
    expect(page.locator(".view table, .view .slide, .view svg").first).to_be_attached()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_grave_on_the_home_page(browser: Browser, server: Server, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme, locale="zh-CN")  # type: ignore[arg-type]
    page.goto(f"{server.address}/lessons")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("[\\u4e00-\\u9fff]"))
    assert violations(page) == []
    page.close()


def test_the_home_page_leads_to_the_first_step_and_back(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(f"{server.address}/lessons?lang=en")
    page.get_by_role("link", name="Take the first step").click()
    page.get_by_role("link", name="Skip the introduction").click()
    page.get_by_role("button", name="Next step", exact=True).click()
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "1")
    page.get_by_role("link", name="Backstep").click()
    expect(page).to_have_url(f"{server.address}/lessons?lang=en")


def test_the_keyboard_alone_does_a_passage_of_each_kind(context: BrowserContext, server: Server) -> None:
    learner, _ = opened(context, server, f"/lessons/{FIRST.slug}?lang=en", FIRST)
    keys = context.pages[-1].keyboard
    kinds = []
    for passage in FIRST.passages[:6]:
        expect(learner.passage).to_have_attribute("data-passage", passage.name)
        kinds.append(type(passage.do).__name__)
        learner.by_keyboard(passage, keys)
        expect(learner.passage).to_have_attribute("data-done", "true")
        learner.reach("lesson-continue", keys)
        keys.press("Enter")
    assert {"StepTask", "EditTask", "PredictTask"} <= set(kinds)


def test_on_paper_a_lesson_is_a_text_with_a_picture_of_each_passage(
    context: BrowserContext, server: Server
) -> None:
    opened(context, server, f"/lessons/{FIRST.slug}?lang=en", FIRST)
    page = context.pages[-1]
    page.emulate_media(media="print")
    expect(page.locator("#app")).to_be_hidden()
    expect(page.locator(".script figure svg")).to_have_count(len(FIRST.passages))
    expect(page.locator(".script").get_by_role("heading", level=1)).to_be_visible()
    assert page.locator(".script button").count() == 0


# The parts of a passage that stand out of it at the right.
_OUT = """() => {
  const passage = document.querySelector('.passage').getBoundingClientRect();
  return [...document.querySelectorAll('.passages *, .passage-foot :is(p, label, input, button)')]
    .filter((part) => part.checkVisibility() && !part.closest('.quiz-formula'))
    .filter((part) => part.getBoundingClientRect().right > passage.right + 1)
    .map((part) => part.textContent.trim() || part.className);
}"""


def test_no_lesson_is_wider_than_its_page(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    for slug in library():
        page.goto(f"{server.address}/lessons/{slug}?lang=en")
        expect(page.locator(".passage h2")).to_be_visible()
        for width, height in [(1440, 900), (1024, 768), (360, 740)]:
            page.set_viewport_size(ViewportSize(width=width, height=height))
            draw_again(page)
            assert page.evaluate(_OUT) == [], (slug, width)
            beyond = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
            assert beyond <= 0, (slug, width)


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@pytest.mark.parametrize(("slug", "passage"), [("sigmoid", 2), ("relu", 3)])
def test_a_question_in_a_low_frame_is_not_cut_at_its_side(
    context: BrowserContext, server: Server, slug: str, passage: int, lang: str
) -> None:
    page = context.new_page()
    page.set_viewport_size(ViewportSize(width=500, height=300))
    page.goto(f"{server.address}/lessons/{slug}?passage={passage}&lang={lang}")
    expect(page.locator(".passage .quiz-entry")).to_be_visible()
    assert page.evaluate(_OUT) == []
