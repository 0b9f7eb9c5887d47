"""On paper the page is light."""

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import Lab


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
