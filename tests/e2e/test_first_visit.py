"""A first visit: a neuron, a prediction, a weight turned by hand, a step backward; once, never in a frame."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e.axe import violations
from tests.e2e.course import Course, frame, inside
from tests.e2e.server import Server
from tests.e2e.words import word


def visited(context: BrowserContext, server: Server, path: str = "/?lang=en") -> Page:
    page = context.new_page()
    page.goto(f"{server.address}{path}")
    return page


def card(page: Page, name: str) -> Locator:
    found = page.locator(".first-minute")
    expect(found).to_have_attribute("data-passage", name)
    return found


def press(page: Page, key: str, lang: str = "en") -> None:
    page.locator(".first-minute").get_by_role("button", name=word(key, lang), exact=True).click()


def walk(page: Page, lang: str) -> None:
    """From the first card to the last, by the buttons, the answer field and the slider."""
    card(page, "inputs")
    press(page, "lesson-continue", lang)
    card(page, "guess")
    page.locator(".quiz-entry").fill("5")
    page.keyboard.press("Enter")
    turn_the_weight(page, lang)
    go_backward(page, lang)


def turn_the_weight(page: Page, lang: str = "en") -> None:
    press(page, "lesson-continue", lang)
    slider = card(page, "weight").get_by_role("slider")
    slider.focus()
    for _ in range(20):
        slider.press("ArrowRight")


def go_backward(page: Page, lang: str = "en") -> None:
    press(page, "lesson-continue", lang)
    card(page, "backward")
    press(page, "first-minute-backward", lang)
    card(page, "gradient")
    press(page, "first-minute-gradient", lang)
    card(page, "done")


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_it_leads_to_the_end_and_is_shown_once(context: BrowserContext, server: Server, lang: str) -> None:
    page = visited(context, server, f"/?lang={lang}")
    walk(page, lang)
    ways = page.get_by_role("navigation", name=word("first-minute-ways", lang)).get_by_role("link")
    assert ways.evaluate_all(
        "(links) => links.map((link) => new URL(link.href)).map((url) => url.pathname + url.search)"
    ) == [
        f"/lessons/network?lang={lang}",
        f"/?preset=playground&mode=train&lang={lang}",
        f"/?preset=mazur&lang={lang}",
    ]
    ways.nth(1).click()
    expect(page.get_by_role("combobox", name=word("preset", lang))).to_have_value("playground")
    again = visited(context, server, f"/?lang={lang}")
    expect(again.get_by_role("button", name=word("next-step", lang), exact=True)).to_be_visible()
    assert again.locator(".first-minute").count() == 0


def test_skipped_it_does_not_come_back(context: BrowserContext, server: Server) -> None:
    page = visited(context, server)
    page.get_by_role("link", name=word("first-minute-skip", "en")).click()
    expect(page.locator(".transport")).to_be_visible()
    again = visited(context, server)
    expect(again.locator(".transport")).to_be_visible()
    assert again.locator(".first-minute").count() == 0


def test_it_goes_on_where_it_was_left(context: BrowserContext, server: Server) -> None:
    page = visited(context, server)
    card(page, "inputs")
    press(page, "lesson-continue")
    card(page, "guess")
    page.reload()
    card(page, "guess")
    expect(page.locator(".picture .neuron")).to_have_count(3)


def test_the_weight_is_turned_on_its_line_and_the_output_follows(
    context: BrowserContext, server: Server
) -> None:
    page = visited(context, server)
    card(page, "inputs")
    press(page, "lesson-continue")
    page.locator(".quiz-entry").fill("5")
    page.keyboard.press("Enter")
    press(page, "lesson-continue")
    card(page, "weight")
    box = page.locator('.picture .pill[data-ref="W1[0,1]"]').bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - 40, steps=3)
    expect(page.locator('.picture .neuron[data-ref="a1[0]"] .value')).to_have_text("6.5")
    page.mouse.move(x, y - 80, steps=3)
    page.mouse.up()
    expect(page.locator(".first-minute")).to_have_attribute("data-done", "true")


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_a_weight_turned_too_far_is_said(context: BrowserContext, server: Server, lang: str) -> None:
    page = visited(context, server, f"/?lang={lang}")
    page.set_viewport_size({"width": 500, "height": 300})
    card(page, "inputs")
    press(page, "lesson-continue", lang)
    page.locator(".quiz-entry").fill("5")
    page.keyboard.press("Enter")
    press(page, "lesson-continue", lang)
    weight = card(page, "weight")
    slider, said = weight.get_by_role("slider"), weight.get_by_role("status")
    slider.focus()
    slider.press("PageUp")
    slider.press("PageUp")
    expect(said).to_contain_text("2.6")
    expect(said).to_be_in_viewport(ratio=1)
    page.reload()  # the words for it come later than the card
    slider.press("ArrowRight")
    expect(said).to_contain_text("2.65")
    for _ in range(13):
        slider.press("ArrowLeft")
    expect(said).to_be_empty()
    expect(weight).to_have_attribute("data-done", "true")


def test_no_frame_and_no_address_with_a_wish_is_introduced(
    browser: Browser, server: Server, course: Course
) -> None:
    for path in ("/?preset=mazur", "/?step=3", "/p/mazur", "/?predict=1", "/?hide=header"):
        context = browser.new_context(locale="en-GB")
        page = visited(context, server, path)
        expect(page.locator(".transport")).to_be_visible()
        assert page.locator(".first-minute").count() == 0, path
        context.close()
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(course.write(frame(server.address, "lang=en")))
    expect(inside(page).locator(".transport")).to_be_visible()
    assert inside(page).locator(".first-minute").count() == 0
    context.close()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (360, 740)])
def test_every_card_is_whole_in_the_window(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    page = visited(context, server, "/?lang=zh-CN")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for key in ("inputs", "guess"):
        expect(card(page, key).locator("h2, .prose").last).to_be_in_viewport(ratio=1)
        if key == "inputs":
            button = page.locator(".first-minute .primary")
            expect(button).to_be_in_viewport(ratio=1)
            button.click()
    expect(page.locator(".quiz-entry")).to_be_in_viewport(ratio=1)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


# Of the controls and the heading of a card, what is outside its panel or the window.
_CUT = """() => {
  const panel = document.querySelector('.column').getBoundingClientRect();
  const pressed = 'h2, button, input, a.button, .skip-introduction, .quiz-verdict p';
  const parts = document.querySelectorAll(`.first-minute :is(${pressed})`);
  return [...parts].filter((part) => {
    const { top, bottom, right } = part.getBoundingClientRect();
    return top < panel.top - 1 || bottom > Math.min(panel.bottom, innerHeight) + 1 || right > innerWidth + 1;
  }).map((part) => part.textContent || part.tagName);
}"""


@pytest.mark.parametrize("size", [(500, 300), (360, 480)])
def test_what_is_pressed_is_in_sight_in_a_small_window(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    page = visited(context, server)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    cut = dict[str, list[str]]()
    card(page, "inputs")
    press(page, "lesson-continue")
    card(page, "guess")
    page.locator(".quiz-entry").fill("7")
    page.keyboard.press("Enter")
    expect(page.locator(".quiz-verdict p").first).to_be_visible()
    cut["wrong"] = page.evaluate(_CUT)
    page.locator(".quiz-entry").fill("5")
    page.keyboard.press("Enter")
    cut["right"] = page.evaluate(_CUT)
    turn_the_weight(page)
    cut["weight"] = page.evaluate(_CUT)
    go_backward(page)
    cut["done"] = page.evaluate(_CUT)
    assert cut == {"wrong": [], "right": [], "weight": [], "done": []}
