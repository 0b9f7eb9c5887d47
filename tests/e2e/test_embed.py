"""In somebody else's page: an iframe in a sandbox with no origin, no storage, no cookies."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, expect

from tests.e2e.server import Server

_COURSE = """<!doctype html><body style="margin:0"><h1>Course</h1>
<iframe title="Backstep" width="500" height="300" sandbox="allow-scripts"
  src="{address}/embed?preset=mazur&lang=en"></iframe>"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test speaks for itself."""


@pytest.fixture
def course(tmp_path: Path, server: Server) -> Iterator[str]:
    """The address of a page of another origin that holds the lab in a frame."""
    (tmp_path / "index.html").write_text(_COURSE.format(address=server.address), encoding="utf-8")
    host = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path)))
    Thread(target=host.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{host.server_port}/index.html"
    host.shutdown()
    host.server_close()


def test_it_steps_in_a_sandbox_and_takes_nothing_from_its_host(context: BrowserContext, course: str) -> None:
    page = context.new_page()
    complaints: list[ConsoleMessage] = []

    def hear(said: ConsoleMessage) -> None:
        complaints.append(said)

    page.on("console", hear)
    page.goto(course)
    frame = page.frame_locator("iframe")
    expect(frame.locator('.picture [data-ref="W1[0,0]"]').first).to_be_attached()
    assert page.evaluate("() => document.activeElement === document.body")
    for step in (1, 2):
        frame.get_by_role("button", name="Next step", exact=True).click()
        expect(frame.locator(".track")).to_have_attribute("aria-valuenow", str(step))
    assert context.cookies() == []
    assert page.evaluate("() => history.length") <= 2
    assert [
        said.text for said in complaints if said.type == "error" and "favicon" not in str(said.location)
    ] == []
