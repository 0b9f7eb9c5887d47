"""On paper the page is light."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server
from tests.e2e.test_graph_session import CIRCUIT, open_graph


@pytest.mark.parametrize("theme", ["auto", "dark"])
def test_it_is_light_while_printed_and_then_as_before(lab: Lab, theme: str) -> None:
    lab.page.emulate_media(color_scheme="dark")
    lab.open(theme=theme)
    root = lab.page.locator("html")
    ground = "() => getComputedStyle(document.body).backgroundColor"
    dark = lab.page.evaluate(ground)
    lab.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    expect(root).to_have_attribute("data-theme", "light")
    assert lab.page.evaluate(ground) == "rgb(255, 255, 255)" != dark
    lab.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert lab.page.evaluate(ground) == dark
    assert root.get_attribute("data-theme") == (None if theme == "auto" else theme)


@pytest.mark.parametrize(
    "query", ["preset=mazur&step=22", f"{urlencode(CIRCUIT)}&step=9"], ids=["network", "graph"]
)
def test_a_frame_is_printed_whole_with_its_formula(
    context: BrowserContext, server: Server, query: str
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 688, "height": 460})
    page.goto(f"{server.address}/embed?{query}&lang=en&start=auto")
    expect(page.locator(".formula-lines .result")).to_be_visible()
    page.emulate_media(media="print")
    result, picture = page.locator(".formula-lines .result"), page.locator(".picture svg.network")
    for part in (result, picture):
        box = part.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 460
    expect(page.locator(".zoom-buttons")).to_be_hidden()


_COLOURS = "(part) => [getComputedStyle(part).color, getComputedStyle(part).backgroundColor]"


def test_a_graph_is_read_on_paper_and_in_the_readers_own_colours(lab: Lab) -> None:
    page = open_graph(lab, **CIRCUIT, step="9").page
    expect(page.locator(".formula-lines .result")).to_be_visible()
    page.emulate_media(media="print")
    picture = page.locator(".picture svg.network").bounding_box()
    assert picture is not None
    assert picture["height"] > 300
    for ref in ("x", "w", "L"):
        expect(page.locator(f'.box[data-ref="{ref}"]')).to_be_in_viewport(ratio=0.99)
    page.emulate_media(media="screen", forced_colors="active")
    line, lit = page.locator(".program-text li.lit"), page.locator(".program-text span.lit")
    words, ground = line.evaluate(_COLOURS)[0], page.locator(".stage").evaluate(_COLOURS)[1]
    assert words == page.locator(".stage").evaluate(_COLOURS)[0] != ground
    assert len({ground, *lit.first.evaluate(_COLOURS)}) == 3
    lab.button("sheet-program").click()
    pressed = lab.button("sheet-program").evaluate(_COLOURS)
    assert pressed != lab.button("sheet-share").evaluate(_COLOURS)
    assert pressed[0] != pressed[1]
