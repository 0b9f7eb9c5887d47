"""Nothing that is in sight moves while a page loads: neither text nor the picture, which is laid out once."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.server import Server

# What moved of what was in sight, and each size that the picture has had.
_WATCH = """
window.moved = []; window.pictures = [];
new PerformanceObserver((list) => list.getEntries().forEach(({ value, sources }) =>
  moved.push([value, ...sources.map(({ node }) => node?.nodeName)])))
  .observe({ type: 'layout-shift', buffered: true });
const look = () => {
  const picture = document.querySelector('svg.network');
  if (picture) {
    const { x, y, width, height } = picture.getBoundingClientRect();
    const now = [picture.getAttribute('viewBox'), x, y, width, height].map(String).join(' ');
    if (pictures.at(-1) !== now) pictures.push(now);
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
MOST_MOVED = 0.0001  # fractions of a pixel
MOST_MOVED_BY_FONTS = 0.003  # a pixel here and there, but no line breaks elsewhere
# What arrives later in each page: the panels, the passage of a lesson, its question.
PAGES = {
    "/embed?preset=digits": ".panel .formula",
    "/?preset=mazur": ".panel .formula",
    "/lessons/sigmoid": ".quiz-acts",
    "/embed?lesson=perceptron": ".passage-foot .button",
}
SIZES = ((1024, 768), (500, 300), (360, 740))


@pytest.fixture
def page(browser: Browser) -> Page:
    page = browser.new_page()
    page.add_init_script(_WATCH)
    # When they arrive is chance; what they move, a pixel here and there, is for `waitingFonts.css`.
    page.route("**/*.woff2", lambda route: route.abort())
    return page


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_while_a_page_loads(page: Page, server: Server, path: str) -> None:
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{server.address}{path}", wait_until="networkidle")
        expect(page.locator(PAGES[path]).first).to_be_attached()
        moved = page.evaluate("moved")
        assert sum(value for value, *_ in moved) <= MOST_MOVED, (width, height, moved)
        pictures = page.evaluate("pictures")
        assert len(pictures) == 1, (width, height, pictures)


def test_text_has_the_same_width_before_its_font_arrives(page: Page, server: Server) -> None:
    page.unroute_all()
    waiting: list[Route] = []
    page.route("**/*.woff2", lambda route: waiting.append(route))
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(f"{server.address}/lessons/batches")
    expect(page.locator(".passage-text p").first).to_be_visible()
    assert waiting
    page.unroute_all()  # they go on
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    assert page.evaluate("document.fonts.check('16px \"Inter Variable\"')")
    moved = page.evaluate("moved")
    assert sum(value for value, *_ in moved) <= MOST_MOVED_BY_FONTS, moved
