"""The list of lessons: how far one has come, and the ways between the lessons."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from backstep_lab.lessons.library import library
from tests.e2e.learner import Learner
from tests.e2e.server import Server
from tests.e2e.words import word

FIRST, SECOND = list(library().values())[:2]


def opened(context: BrowserContext, server: Server, path: str) -> Page:
    page = context.new_page()
    page.goto(f"{server.address}{path}")
    return page


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_the_first_button_is_lesson_one_and_a_begun_lesson_goes_on(
    context: BrowserContext, server: Server, lang: str
) -> None:
    page = opened(context, server, f"/lessons?lang={lang}")
    calls = page.locator(".calls a:visible")
    expect(calls.first).to_have_text(word("home-first-lesson", lang))
    expect(calls).to_have_count(2)
    assert page.locator(".how-far:visible").count() == 0
    page.goto(f"{server.address}/lessons/{SECOND.slug}?lang={lang}")
    learner = Learner(page, SECOND, lang)
    learner.do(SECOND.passages[0])
    learner.button("lesson-continue", learner.passage).click()
    expect(learner.passage).to_have_attribute("data-passage", SECOND.passages[1].name)
    page.get_by_role("link", name=word("home-lessons", lang), exact=True).click()
    card = page.locator(f'[data-lesson="{SECOND.slug}"]')
    expect(card.locator(".how-far")).to_contain_text(word("home-lesson-begun", lang))
    assert card.locator("progress").evaluate("(bar) => [bar.value, bar.max]") == [1, len(SECOND.passages)]
    page.get_by_role("link", name=word("home-go-on", lang, number=2), exact=True).click()
    expect(learner.passage).to_have_attribute("data-passage", SECOND.passages[1].name)


def test_a_lesson_leads_to_the_one_before_and_after_it(context: BrowserContext, server: Server) -> None:
    page = opened(context, server, f"/lessons/{FIRST.slug}?lang=en")
    titles = [lesson.translations["en"].title for lesson in (FIRST, SECOND)]
    expect(page.locator(".lesson-links a")).to_have_count(2)
    page.get_by_role("link", name=word("lesson-next", "en", title=titles[1]), exact=True).click()
    expect(page.locator(".lesson-title")).to_have_text(f"Lesson 2 {titles[1]}")
    page.get_by_role("link", name=word("lesson-previous", "en", title=titles[0]), exact=True).click()
    page.wait_for_url(f"**/lessons/{FIRST.slug}?lang=en*")


def test_a_frame_has_no_ways_to_other_lessons(context: BrowserContext, server: Server) -> None:
    page = opened(context, server, f"/embed?lesson={FIRST.slug}&lang=en")
    expect(page.locator(".lesson-title")).to_be_visible()
    assert page.locator(".lesson-links, .to-lessons").count() == 0


@pytest.mark.parametrize("width", [1440, 1024, 640, 360])
@pytest.mark.parametrize("path", ["/?preset=mazur&lang=en", f"/lessons/{SECOND.slug}?lang=en"])
def test_the_list_is_linked_at_every_width(
    context: BrowserContext, server: Server, width: int, path: str
) -> None:
    page = opened(context, server, path)
    page.set_viewport_size({"width": width, "height": 740})
    link = page.get_by_role("link", name=word("home-lessons", "en"), exact=True)
    expect(link).to_be_in_viewport(ratio=1)
    box = link.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24 or width > 700
    link.click()
    expect(page).to_have_url(f"{server.address}/lessons?lang=en")
