"""Steps asked for before the scripts are there: the first is drawn at once, the lab makes them all."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Locator, Page, Route, expect

from tests.e2e.axe import violations
from tests.e2e.course import Course, frame
from tests.e2e.server import Server
from tests.e2e.test_later_words import chunk
from tests.e2e.words import word

PRODUCT = "W1[0,0]*x[0]"
PATHS = {"/": "entry/lab.ts", "/embed": "entry/frame.ts"}

# What moved until the lab had been painted in place of the still picture, and what the policy forbade.
# What moves before the first paint is seen by nobody: a look at the page lays it out without its styles.
_WATCH = """
window.moved = []; window.forbidden = [];
new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, value, sources }) =>
  moved.push([startTime, value, ...sources.map(({ node }) => node?.nodeName)])))
  .observe({ type: 'layout-shift', buffered: true });
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  forbidden.push([violatedDirective, blockedURI]));
new MutationObserver((_, watcher) => {
  if (!document.querySelector('.transport')) return;
  watcher.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const [{ startTime: painted }] = performance.getEntriesByName('first-paint');
    window.movedUntilMounted = moved.filter(([time]) => time >= painted);
  }));
}).observe(document, { subtree: true, childList: true });
"""


@contextmanager
def held(page: Page, source: str) -> Iterator[None]:
    """The built file of a source does not arrive before the end of the block."""
    page.route(chunk(source), lambda route: None)
    yield
    page.unroute_all()


def next_step(page: Page | Frame, lang: str = "en") -> Locator:
    return page.get_by_role("button", name=word("next-step", lang), exact=True)


def number_in(page: Page | Frame) -> Locator:
    return page.locator(f'.still [data-ref="{PRODUCT}"]')


def painted(within: Page | Frame) -> None:
    """Its styles have come."""
    within.wait_for_function("() => performance.getEntriesByName('first-paint').length > 0")


def press_three(page: Page, within: Page | Frame, lang: str) -> tuple[str, object]:
    """Two clicks and a key; the first number as the still picture has it, and where the button is."""
    button = next_step(within, lang)
    expect(number_in(within)).to_be_empty()
    button.click()
    expect(number_in(within)).to_have_text("+0.0075")
    button.click()
    page.keyboard.press("ArrowRight")
    painted(within)
    return number_in(within).text_content() or "", button.bounding_box()


def expect_three(within: Page | Frame, lang: str, before: tuple[str, object]) -> None:
    """The lab at step 3, with the same number, without a movement or a violation."""
    text, box = before
    expect(within.locator(".transport")).to_be_visible()
    expect(within.locator(".track")).to_have_attribute("aria-valuenow", "3")
    expect(within.locator(f'.picture [data-ref="{PRODUCT}"] .figure')).to_have_text(text)
    within.wait_for_function("() => window.movedUntilMounted")
    assert within.evaluate("movedUntilMounted") == []
    assert within.evaluate("forbidden") == []
    assert next_step(within, lang).bounding_box() == box


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@pytest.mark.parametrize("path", PATHS)
def test_clicks_and_a_key_before_the_scripts_are_steps_of_the_lab(
    context: BrowserContext, server: Server, path: str, lang: str
) -> None:
    page = context.new_page()
    page.add_init_script(_WATCH)
    answers: list[Route] = []
    page.route("**/api/v1/**", lambda route: answers.append(route))
    page.route(chunk(PATHS[path]), lambda route: scripts.append(route))
    scripts: list[Route] = []
    page.goto(f"{server.address}{path}?preset=mazur&lang={lang}", wait_until="commit")
    before = press_three(page, page, lang)
    for route in scripts:
        route.continue_()
    # The server has answered nothing yet.
    expect_three(page, lang, before)
    with page.expect_response("**/step") as answer:
        page.unroute_all()
    assert answer.value.json()["position"]["step"] == 3
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "3")


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_they_are_in_a_sandboxed_frame_of_another_site(
    context: BrowserContext, server: Server, course: Course, lang: str
) -> None:
    page = context.new_page()
    page.add_init_script(_WATCH)
    sized = frame(server.address, f"preset=mazur&lang={lang}", 'sandbox="allow-scripts"')
    address = course.write(sized.replace('width="700" height="460"', 'width="500" height="300"'))
    with held(page, "entry/frame.ts"):
        page.goto(address.replace("127.0.0.1", "localhost"), wait_until="commit")
        expect(page.locator("iframe")).to_be_visible()
        (inner,) = page.main_frame.child_frames
        before = press_three(page, inner, lang)
    expect_three(inner, lang, before)


def test_the_button_is_the_labs_own_at_every_size(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    for width, height, more in (
        (1024, 768, ""),
        (640, 480, ""),
        (500, 300, "&hide=training"),
        (360, 740, ""),
    ):
        page.set_viewport_size({"width": width, "height": height})
        with held(page, "entry/lab.ts"):
            page.goto(f"{server.address}/?preset=mazur&lang=en{more}", wait_until="commit")
            painted(page)
            before = next_step(page).bounding_box()
        expect(page.locator(".transport")).to_be_visible()
        assert next_step(page).bounding_box() == before, (width, height)


def test_a_click_that_ends_on_the_lab_is_one_step(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    with held(page, "entry/lab.ts"):
        page.goto(f"{server.address}/?preset=mazur&lang=en", wait_until="commit")
        next_step(page).hover()
        page.mouse.down()
    expect(page.locator(".transport")).to_be_visible()
    page.mouse.up()
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "1")
    next_step(page).click()
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "2")


def test_the_keyboard_stays_on_the_button(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    with held(page, "entry/lab.ts"):
        page.goto(f"{server.address}/?preset=mazur&lang=en", wait_until="commit")
        painted(page)
        assert violations(page) == []
        next_step(page).focus()
        page.keyboard.press("Enter")
        page.keyboard.down("Space")
    expect(page.locator(".transport .next")).to_be_focused()
    page.keyboard.up("Space")
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "2")


def test_a_session_that_goes_on_shows_no_number_of_another(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    address = f"{server.address}/?preset=mazur&lang=en"
    page.goto(address)
    for _ in range(2):
        with page.expect_response("**/step"):
            next_step(page).click()
    with held(page, "entry/lab.ts"):
        page.goto(address, wait_until="commit")
        next_step(page).click()
        expect(number_in(page)).to_be_empty()
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "3")


def test_predict_mode_asks_and_reveals_nothing(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    with held(page, "entry/lab.ts"):
        page.goto(f"{server.address}/?preset=mazur&lang=en&predict=1", wait_until="commit")
        next_step(page).click()
        next_step(page).click()
        expect(page.locator(".foreseen")).to_have_count(0)
    expect(page.locator(".quiz-entry")).to_be_visible()
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "0")


def test_a_first_visit_and_a_page_without_scripts_have_no_button(
    context: BrowserContext, browser: Browser, server: Server
) -> None:
    page = context.new_page()
    with held(page, "entry/lab.ts"):
        page.goto(f"{server.address}/?lang=en", wait_until="commit")
        expect(page.locator(".still svg")).to_be_visible()
        expect(next_step(page)).to_be_hidden()
        page.keyboard.press("ArrowRight")
    expect(page.locator(".first-minute")).to_be_visible()
    still = browser.new_context(java_script_enabled=False)
    page = still.new_page()
    page.goto(f"{server.address}/embed?lang=en")
    expect(page.locator(".still svg")).to_be_visible()
    expect(page.locator(".early > .lab-foot")).to_be_hidden()
    expect(page.get_by_role("alert")).to_be_hidden()
    still.close()


@pytest.mark.parametrize(
    ("path", "source", "lang"),
    [
        ("/?preset=mazur", "entry/lab.ts", "en"),
        ("/embed?", "entry/frame.ts", "zh-CN"),
        ("/embed?", "framed", "en"),
    ],
)
def test_scripts_that_do_not_arrive_are_said_and_can_be_asked_for_again(
    context: BrowserContext, server: Server, path: str, source: str, lang: str
) -> None:
    page = context.new_page()
    page.route(chunk(source), lambda route: route.abort())
    page.goto(f"{server.address}{path}&lang={lang}")
    said = page.get_by_role("alert")
    expect(said).to_contain_text(word("page-not-loaded", lang))
    expect(next_step(page, lang)).to_be_hidden()
    page.unroute_all()
    said.get_by_role("button", name=word("try-again", lang), exact=True).click()
    expect(page.locator(".transport")).to_be_visible()
    next_step(page, lang).click()
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "1")
