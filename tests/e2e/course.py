"""A course: pages of another origin that hold the lab in a frame, and write down what the frame says."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

from playwright.sync_api import FrameLocator, Page

LISTEN = """<script>
  window.heard = [];
  addEventListener('message', ({ data, source }) => data?.source === 'backstep' && window.heard.push(data));
  window.say = (type, data = {}, seq = 0) => document.querySelector('iframe').contentWindow
    .postMessage({ source: 'backstep', v: 1, id: '', type, seq, data }, '*');
</script>"""


class _Quiet(SimpleHTTPRequestHandler):
    extra: ClassVar[dict[str, str]] = {}

    def end_headers(self) -> None:
        for name, value in self.extra.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test speaks for itself."""


class Course:
    """A little web server of its own; `write` puts a page on it."""

    def __init__(self, folder: Path, **headers: str) -> None:
        self.folder = folder
        handler = type("Handler", (_Quiet,), {"extra": headers})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def write(self, body: str) -> str:
        """The address of a page with this body."""
        (self.folder / "index.html").write_text(f"<!doctype html>{LISTEN}{body}", encoding="utf-8")
        return f"{self.origin}/index.html"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def frame(address: str, query: str = "preset=mazur&lang=en", more: str = "") -> str:
    """An iframe as a teacher pastes it."""
    return f'<iframe title="Backstep" width="700" height="460" {more} src="{address}/embed?{query}"></iframe>'


def inside(page: Page) -> FrameLocator:
    """What is in the page's frame."""
    return page.frame_locator("iframe")


def heard(page: Page, type: str, count: int = 1) -> list[dict[str, Any]]:
    """The first `count` messages of a type, as soon as they are there."""
    page.wait_for_function(
        "([type, count]) => window.heard.filter((m) => m.type === type).length >= count", arg=[type, count]
    )
    found: list[dict[str, Any]] = page.evaluate("(type) => window.heard.filter((m) => m.type === type)", type)
    return found
