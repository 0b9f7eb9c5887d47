"""One server and one browser for the tests of a run that follow each other; a fresh page for each."""

from collections.abc import Iterator
from contextlib import ExitStack
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


class Browsing:
    """The browser of this process: begun when a test needs it, ended before a test that does not.

    While Playwright lives, no other test of the process can run an event loop.
    """

    def __init__(self) -> None:
        self._opened = ExitStack()
        self._browser: Browser | None = None

    def browser(self) -> Browser:
        if self._browser is None or not self._browser.is_connected():
            self.end()
            playwright = self._opened.enter_context(sync_playwright())
            self._browser = playwright.chromium.launch(executable_path=chromium(), args=flags())
            self._opened.callback(self._browser.close)
        return self._browser

    def end(self) -> None:
        self._browser = None
        self._opened.close()


BROWSING = Browsing()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    """After the fixtures of a test are gone, and the browser with them unless the next test needs it."""
    if "browser" not in getattr(nextitem, "fixturenames", ()):
        BROWSING.end()


@pytest.fixture
def browser() -> Iterator[Browser]:
    browser = BROWSING.browser()
    yield browser
    for context in browser.contexts:
        context.close()


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
