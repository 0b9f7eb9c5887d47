"""The npm package in a page that React and Vue render on a server, built by Vite."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.course import Course
from tests.e2e.packages.npm_app import build
from tests.e2e.server import Server

FRAMEWORKS = ["react", "vue"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, server: Server) -> Iterator[Course]:
    course = Course(build(tmp_path_factory.mktemp("app"), server.address))
    yield course
    course.close()


@pytest.fixture
def page(context: BrowserContext, site: Course) -> Iterator[Page]:
    """Whatever is done on it, no framework finds its own markup changed, and nothing fails."""
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{site.origin}/index.html")
    yield page
    assert [text for text in complaints if "favicon" not in text] == []


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_learner_steps_and_the_page_hears_it(page: Page, framework: str) -> None:
    section = page.locator(f"#{framework}")
    section.locator("iframe").scroll_into_view_if_needed()
    there = page.frame_locator(f"#{framework} iframe")
    there.get_by_role("button", name="Next step", exact=True).click()
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "22")
    expect(section.locator("output")).to_have_text("22")


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_changed_properties_take_effect_whatever_they_are_named(page: Page, framework: str) -> None:
    section = page.locator(f"#{framework}")
    section.locator("iframe").scroll_into_view_if_needed()
    page.wait_for_function("customElements.get('backstep-embed') !== undefined")
    section.get_by_role("button", name="Another").click()
    element = section.locator("backstep-embed")
    expect(element).to_have_attribute("focus", "2")
    expect(section.locator("backstep-embed[step]")).to_have_count(0)
    there = page.frame_locator(f"#{framework} iframe")
    expect(there.get_by_role("spinbutton", name="Example")).to_have_value("3")
    assert element.evaluate("(element) => typeof element.focus") == "function"


def test_a_ref_of_vue_has_the_element_with_its_methods(page: Page) -> None:
    page.locator("#vue iframe").scroll_into_view_if_needed()
    page.locator("#vue").get_by_role("button", name="Next").click()
    expect(page.locator("#vue output")).to_have_text("22")
