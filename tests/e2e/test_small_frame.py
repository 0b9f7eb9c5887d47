"""A small frame: picture, one line of formula, the step buttons."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server

_INK_BELOW = """() => {
  const strip = document.querySelector('.panel').getBoundingClientRect();
  const parts = [...document.querySelectorAll('.formula math *')];
  const ink = parts.map((part) => part.getBoundingClientRect().bottom);
  return Math.max(...ink) - strip.bottom;
}"""


# Controls of which another one covers the middle.
_COVERED = """() => [...document.querySelectorAll('.lab-foot :is(button, select, a, input)')]
  .filter((control) => control.checkVisibility({ visibilityProperty: true }))
  .filter((control) => {
    const { x, y, width, height } = control.getBoundingClientRect();
    return !control.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  })
  .map((control) => control.getAttribute('aria-label') ?? control.textContent.trim())"""

# Width of the text of a select.
_TEXT_ROOM = """(select) => {
  const { paddingLeft, paddingRight } = getComputedStyle(select);
  return select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
}"""


@pytest.fixture
def small(context: BrowserContext) -> Page:
    page = context.new_page()
    page.set_viewport_size({"width": 500, "height": 300})
    return page


def to_step(lab: Lab, step: int) -> None:
    lab.page.route(
        "**/step",
        lambda route: route.continue_(
            url=route.request.url.removesuffix("step") + "seek",
            post_data={"iteration": 0, "step": step},
        ),
        times=1,
    )
    lab.press("next-step")
    expect(lab.page.locator(".track")).to_have_attribute("aria-valuenow", str(step))


@pytest.mark.parametrize(("preset", "step"), [("mazur", 24), ("mazur", 36), ("deep", 100), ("softmax", 60)])
def test_the_result_stays_in_sight(small: Page, server: Server, preset: str, step: int) -> None:
    lab = Lab(small, server).open(preset)
    to_step(lab, step)
    expect(small.locator(".formula .result")).to_be_in_viewport(ratio=1)
    assert small.evaluate(_INK_BELOW) <= 0
    assert lab.complaints == []


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_every_result_is_in_sight_in_a_low_phone(small: Page, server: Server, lang: str) -> None:
    small.set_viewport_size({"width": 360, "height": 480})
    small.goto(f"{server.address}/embed?preset=mazur&lang={lang}")
    expect(small.locator(".transport")).to_be_visible()
    for step in range(1, 56):
        small.keyboard.press("ArrowRight")
        expect(small.locator(".track")).to_have_attribute("aria-valuenow", str(step))
        expect(small.locator(".formula .result")).to_be_in_viewport(ratio=1)


def test_what_was_left_out_is_one_click_away(small: Page, server: Server) -> None:
    lab = Lab(small, server).open("deep")
    to_step(lab, 100)
    lab.button("formula-whole").click()
    expect(lab.region("region-inspector").locator(".formula-lines .rhs.second")).to_be_visible()


def test_the_page_keeps_its_heading(small: Page, server: Server) -> None:
    Lab(small, server).open()
    expect(small.get_by_role("heading", level=1)).to_have_text("Backstep")


def test_its_head_is_drawn_while_it_has_the_focus(small: Page, server: Server) -> None:
    Lab(small, server).open()
    head = small.locator(".head")
    expect(head).not_to_be_in_viewport(ratio=0.99)
    head.get_by_role("link").first.focus()
    expect(head).to_be_in_viewport(ratio=0.99)
    assert head.evaluate("(head) => head.getBoundingClientRect().height") >= 24


_SCROLLS = """() => [document.documentElement, ...document.querySelectorAll('.lab *')]
  .filter((part) => part === document.documentElement || /auto|scroll/.test(getComputedStyle(part).overflow))
  .filter(({ scrollWidth, scrollHeight, clientWidth, clientHeight }) => clientWidth > 0
    && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1))
  .map(({ className }) => className)"""


@pytest.mark.parametrize(
    "size", [(640, 480), (360, 740), (1024, 768)], ids=lambda size: f"{size[0]}x{size[1]}"
)
@pytest.mark.parametrize("part", ["table", "formula", "network"])
def test_one_part_alone_stands_in_its_frame_without_scrolling(
    small: Page, server: Server, size: tuple[int, int], part: str
) -> None:
    small.set_viewport_size({"width": size[0], "height": size[1]})
    small.goto(f"{server.address}/embed?preset=mazur&lang=en&step=40&view={part}")
    expect(small.locator(".numbers tbody, .formula .result, .picture .ring").first).to_be_visible()
    assert small.evaluate(_SCROLLS) == []


def test_a_formula_alone_is_whole_and_numbers_alone_are_open(small: Page, server: Server) -> None:
    small.goto(f"{server.address}/embed?preset=mazur&lang=en&step=40&view=formula")
    expect(small.locator(".formula h2")).to_be_in_viewport(ratio=1)
    expect(small.locator(".formula .result")).to_be_in_viewport(ratio=1)
    small.set_viewport_size({"width": 640, "height": 480})
    small.goto(f"{server.address}/embed?preset=mazur&lang=en&step=40&panels=numbers")
    expect(small.locator(".numbers tbody").first).to_be_visible()


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_no_control_covers_another(small: Page, server: Server, lang: str) -> None:
    small.goto(f"{server.address}/embed?preset=xor&lang={lang}")
    unit = small.locator(".step-by select")
    expect(unit).to_be_visible()
    expect(small.locator(".full-page")).to_be_visible()
    assert small.evaluate(_COVERED) == []
    assert unit.evaluate(_TEXT_ROOM) >= 28
