"""One server for all the tests of a run, one browser for a file of them; a fresh page for each."""

from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.e2e.course import Course
from tests.e2e.lab import Lab
from tests.e2e.server import Server
from tools.browser import chromium, flags

PATIENCE_MS = 20_000  # for what a busy machine does late; nothing waits longer than it must

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server"))
    server.start()
    # It has read its lessons, for which the first page that needs them would wait.
    with urlopen(f"{server.address}/api/v1/lessons"):
        pass
    yield server
    server.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Not for the whole run: while Playwright lives, no other test of this process can run an event loop."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags())
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, reduced_motion="reduce", locale="en-GB"
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


@pytest.fixture
def lab(context: BrowserContext, server: Server) -> Iterator[Lab]:
    """A page of the lab; whatever its test does, the console has nothing to complain of."""
    lab = Lab(context.new_page(), server)
    yield lab
    assert lab.complaints == []


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    """Pages of another origin."""
    course = Course(tmp_path)
    yield course
    course.close()
