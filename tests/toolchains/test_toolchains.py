"""The packages in sites that the real tools build: a learner steps, the frame follows the dark toggle."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.course import Course, inside
from tests.e2e.server import Server
from tests.toolchains.sites import (
    NODE,
    ROOT,
    copy,
    in_folder_of_node_tool,
    run,
    with_node_packages,
    with_node_tool,
)


def furo(site: Path) -> Path:
    run(site, "sphinx-build", "-q", "-W", ".", "site")
    return site / "site"


def material(site: Path) -> Path:
    run(site, "mkdocs", "build", "-s")
    return site / "site"


def hugo(site: Path) -> Path:
    shutil.copytree(ROOT / "packages" / "hugo", site / "themes" / "backstep")
    run(site, "hugo", "--panicOnWarning")
    return site / "public"


def vitepress(site: Path) -> Path:
    run(with_node_packages(site), *NODE, "npx", "vitepress", "build")
    return site / "site"


def docusaurus(site: Path) -> Path:
    run(with_node_packages(site), *NODE, "npx", "docusaurus", "build")
    return site / "build"


def starlight(site: Path) -> Path:
    folder = in_folder_of_node_tool(site)
    run(folder, *NODE, "npx", "astro", "build")
    return folder / "dist"


def reveal(site: Path) -> Path:
    return with_node_tool(site)


Builder = Callable[[Path], Path]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, server: Server) -> Callable[[Builder], Path]:
    """Builds each site once."""

    @cache
    def built(build: Builder) -> Path:
        return build(copy(build.__name__, tmp_path_factory.mktemp("sites"), server.address))

    return built


@contextmanager
def shown(context: BrowserContext, built: Path) -> Iterator[Page]:
    """The first page of a site in the browser."""
    course = Course(built)
    page = context.new_page()
    page.goto(f"{course.origin}/")
    yield page
    course.close()


def step(page: Page, name: str = "Next step") -> None:
    there = page.frame_locator("backstep-embed >> nth=0 >> iframe")
    there.get_by_role("button", name=name, exact=True).click()
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "22")


# What builds a site, and its toggle.
THEMED: list[tuple[Builder, str]] = [
    (furo, ".theme-toggle:visible"),
    (material, "label[for=__palette_1]:visible"),
    (vitepress, ".VPSwitchAppearance:visible"),
    (docusaurus, "button[class*=toggleButton]:visible"),
]


@pytest.mark.parametrize(("build", "toggle"), THEMED, ids=["furo", "material", "vitepress", "docusaurus"])
def test_a_learner_steps_and_the_frame_follows_the_toggle(
    context: BrowserContext, site: Callable[[Builder], Path], build: Builder, toggle: str
) -> None:
    with shown(context, site(build)) as page:
        step(page)
        expect(inside(page).locator("html")).to_have_attribute("data-theme", "light")
        page.locator(toggle).first.click()
        expect(inside(page).locator("html")).to_have_attribute("data-theme", "dark")
        expect(inside(page).locator(".track")).to_have_attribute("aria-valuenow", "22")


def test_hugo_has_the_element_in_the_language_of_its_page(
    context: BrowserContext, site: Callable[[Builder], Path]
) -> None:
    with shown(context, site(hugo)) as page:
        step(page, "下一步")
        assert page.locator("backstep-embed").first.get_attribute("title") == 'A "b" <c>'
        assert page.locator("script[src]").count() == 1


def test_hugo_warns_with_file_and_line(server: Server, tmp_path: Path) -> None:
    site = copy("hugo", tmp_path, server.address)
    page = '---\ntitle: A\n---\n\n{{< backstep preset="mazurr" stpe=3 hide="header, nose" >}}\n'
    (site / "content" / "_index.md").write_text(page, encoding="utf-8")
    shutil.copytree(ROOT / "packages" / "hugo", site / "themes" / "backstep")
    warnings = [line for line in run(site, "hugo").splitlines() if line.startswith("WARN")]
    assert [line.partition('_index.md:5:1": backstep: ')[2].partition(";")[0] for line in warnings] == [
        'hide: unknown value "nose"',
        'preset: unknown value "mazurr"',
        'unknown option "stpe"',
    ]


def test_docusaurus_makes_the_element_anew_on_the_way_to_another_page(
    context: BrowserContext, site: Callable[[Builder], Path]
) -> None:
    with shown(context, site(docusaurus)) as page:
        step(page)
        page.get_by_role("link", name="Another").first.click()
        expect(page.locator("backstep-embed")).to_have_attribute("focus", "2")
        expect(inside(page).get_by_role("spinbutton", name="Example")).to_have_value("3")


def test_starlight_has_what_share_offers_and_the_frame_follows_its_theme(
    context: BrowserContext, site: Callable[[Builder], Path]
) -> None:
    with shown(context, site(starlight)) as page:
        step(page)
        page.locator("starlight-theme-select select:visible").select_option("dark")
        expect(inside(page).locator("html")).to_have_attribute("data-theme", "dark")
        page.locator("starlight-theme-select select:visible").select_option("light")
        expect(inside(page).locator("html")).to_have_attribute("data-theme", "light")
        expect(inside(page).locator(".track")).to_have_attribute("aria-valuenow", "22")


def test_the_keys_of_a_deck_of_reveal_work_after_a_click_in_the_frame(
    context: BrowserContext, site: Callable[[Builder], Path]
) -> None:
    with shown(context, site(reveal)) as page:
        step(page)
        page.keyboard.press("ArrowRight")
        expect(inside(page).locator(".track")).to_have_attribute("aria-valuenow", "23")
        page.keyboard.press("PageDown")
        expect(page.get_by_role("heading", name="The end")).to_be_visible()
        page.keyboard.press("PageUp")
        page.keyboard.press("Escape")
        expect(page.locator(".reveal.overview")).to_be_attached()


# What Share offers as the one line of a package stands on a page of each site.
SHARED: list[tuple[Builder, str]] = [
    (hugo, "shared/"),
    (vitepress, "shared.html"),
    (docusaurus, "shared/"),
]


@pytest.mark.parametrize(("build", "path"), SHARED, ids=["hugo", "vitepress", "docusaurus"])
def test_what_share_offers_steps(
    context: BrowserContext, site: Callable[[Builder], Path], build: Builder, path: str
) -> None:
    with shown(context, site(build)) as page:
        page.goto(f"{page.url}{path}")
        expect(page.locator("backstep-embed")).to_have_attribute("title", 'A "b" <c> & {d}: 1')
        expect(page.locator("backstep-embed")).to_have_attribute("height", "300")
        step(page, "下一步" if build is hugo else "Next step")
