"""On paper the page is light."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server


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


def test_a_frame_is_printed_whole_with_its_formula(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 688, "height": 460})
    page.goto(f"{server.address}/embed?preset=mazur&lang=en&step=22&start=auto")
    expect(page.locator(".formula-lines .result")).to_be_visible()
    page.emulate_media(media="print")
    result, picture = page.locator(".formula-lines .result"), page.locator(".picture svg.network")
    for part in (result, picture):
        box = part.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 460
    expect(page.locator(".zoom-buttons")).to_be_hidden()
