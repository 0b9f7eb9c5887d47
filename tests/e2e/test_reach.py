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


_FOCUS_IS_NEXT = "() => document.activeElement?.matches('.transport .next')"


@pytest.mark.parametrize("path", ["/?preset=mazur", "/?preset=mazur&mode=train", "/", "/lessons/network?"])
def test_fewer_than_twelve_stops_lead_to_next_step(
    context: BrowserContext, server: Server, path: str
) -> None:
    page = context.new_page()
    page.goto(f"{server.address}{path}{'?' if path == '/' else '&'}lang=en")
    if path == "/":
        page.get_by_role("link", name=word("first-minute-skip"), exact=True).click()
    expect(page.locator(".transport .next")).to_be_visible()
    expect(page.locator(".tiles, .passage").first).to_be_attached()
    for _ in range(MOST_TABS - 1):
        page.keyboard.press("Tab")
        if page.evaluate(_FOCUS_IS_NEXT):
            return
    raise AssertionError(f"{MOST_TABS - 1} presses of Tab do not lead to the next step")


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("sheet-menu", ["sheet-data", "sheet-settings", "sheet-training"]),
        ("region-views", ["question-learning", "question-descent", "question-neuron"]),
    ],
)
def test_arrow_keys_lead_through_a_row_of_buttons(lab: Lab, row: str, names: list[str]) -> None:
    page = lab.open().page
    toolbar = page.get_by_role("toolbar", name=lab.word(row), exact=True)
    buttons = [toolbar.get_by_role("button", name=lab.word(name), exact=True) for name in names]
    buttons[0].focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(buttons[2]).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(buttons[1]).to_be_focused()
    # The row is left by one press, and entered where it was left.
    page.keyboard.press("Tab")
    assert not toolbar.evaluate("(row) => row.contains(document.activeElement)")
    page.keyboard.press("Shift+Tab")
    expect(buttons[1]).to_be_focused()
    assert "POST step" not in lab.changes


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
