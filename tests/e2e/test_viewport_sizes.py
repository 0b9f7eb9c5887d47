"""The five viewport sizes: nothing cut off, the next step always visible."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server

SIZES = [(1440, 900), (1024, 768), (640, 480), (500, 300), (360, 740)]

_OUTSIDE = """() => [...document.querySelectorAll('.head, .lab-foot')]
  .flatMap((bar) => [...bar.querySelectorAll('button, select')])
  .filter((control) => control.checkVisibility({ visibilityProperty: true }))
  .map((control) => [control.textContent.trim(), control.getBoundingClientRect()])
  .filter(([, box]) => box.left < -0.5 || box.right > innerWidth + 0.5)
  .map(([name]) => name)"""


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_fits(context: BrowserContext, server: Server, size: tuple[int, int], lang: str) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    lab = Lab(page, server).open(lang=lang)
    lab.press("next-step")
    expect(lab.button("next-step")).to_be_in_viewport(ratio=1)
    expect(page.locator(".formula .result")).to_be_in_viewport(ratio=1)
    expect(page.locator(".picture svg.network")).to_be_in_viewport(ratio=0.99)
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.evaluate(_OUTSIDE) == []
    assert lab.complaints == []
