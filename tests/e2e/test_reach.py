"""Whoever has no mouse, colours of their own, or four times the size, reaches everything."""

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server
from tests.e2e.words import word

MOST_TABS = 12
SIZES = [(1920, 1080), (1440, 900), (1024, 768), (640, 480), (500, 300), (360, 740)]

_FOCUSED = "() => document.activeElement?.textContent.trim()"


def tabs_until(page: Page, name: str) -> int:
    """Presses of the Tab key until this button has the focus."""
    for presses in range(1, MOST_TABS + 1):
        page.keyboard.press("Tab")
        if page.evaluate(_FOCUSED) == name:
            return presses
    raise AssertionError(f"{MOST_TABS} presses of Tab do not lead to {name}")


@pytest.mark.parametrize("mode", ["step", "train"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_two_keys_lead_to_next_step(lab: Lab, size: tuple[int, int], mode: str) -> None:
    lab.page.set_viewport_size(ViewportSize(width=size[0], height=size[1]))
    page = lab.open(mode=mode).page
    expect(lab.button("next-step")).to_be_visible()
    assert tabs_until(page, lab.word("skip-steps")) == 1
    expect(lab.button("skip-steps")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(lab.button("next-step")).to_be_focused()
    assert "#" not in page.url


def test_and_to_the_network_and_to_the_text_of_a_lesson(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(f"{server.address}/lessons/network?lang=en")
    expect(page.locator(".passage")).to_be_visible()
    tabs_until(page, word("skip-text", "en"))
    page.keyboard.press("Enter")
    expect(page.locator(".passage h2")).to_be_focused()
    page.get_by_role("button", name=word("skip-network", "en"), exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="neuron x[0]", exact=True)).to_be_focused()


def test_with_colours_of_the_reader_the_open_view_and_the_legend_are_distinguished(lab: Lab) -> None:
    page = lab.open("xor", step="30").page
    page.emulate_media(forced_colors="active")
    lab.open_view("loss")
    loss, other = (
        page.get_by_role("tab", name=lab.word(f"view-{name}"), exact=True) for name in ("loss", "quality")
    )
    expect(loss).to_have_attribute("aria-selected", "true")
    line = "(tab) => getComputedStyle(tab).borderBottomColor"
    assert loss.evaluate(line) != other.evaluate(line)
    ground = "(button) => getComputedStyle(button).backgroundColor"
    pressed = page.locator(".questions [aria-pressed=true]").first
    unpressed = page.locator(".questions [aria-pressed=false]").first
    assert pressed.evaluate(ground) != unpressed.evaluate(ground)
    lab.training_mode()
    chosen, unchosen = (
        page.locator(f".data-buttons [aria-pressed={pressed}]").first for pressed in ("true", "false")
    )
    expect(chosen).to_be_visible()
    assert chosen.evaluate(ground) == unchosen.evaluate(ground)
    assert chosen.evaluate("(button) => getComputedStyle(button).outlineStyle") == "solid"
    lines = page.locator(".legend .stroke").evaluate_all(
        """(lines) => lines.map(getComputedStyle)
             .map(({ borderTopColor, borderTopStyle }) => borderTopColor + borderTopStyle)"""
    )
    assert len(set(lines)) == 3


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@pytest.mark.parametrize("path", ["/?preset=mazur&step=30", "/lessons/network?", "/lessons?"])
def test_at_400_percent_nothing_scrolls_sideways(
    context: BrowserContext, server: Server, path: str, lang: str
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(f"{server.address}{path}&lang={lang}")
    expect(page.locator(".picture, .lessons").first).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    if not path.startswith("/lessons?"):
        for part in (".picture", ".column.panel", ".transport .next"):
            page.locator(part).scroll_into_view_if_needed()
            expect(page.locator(part)).to_be_in_viewport(ratio=0.5)
