"""The page as a learner has it: open it, press its controls, look at the picture, ask the server."""

import json
import re
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response, expect

from tests.e2e.server import Server
from tests.e2e.words import word

_SESSION = re.compile(r"/api/v1/sessions/([^/?]+)")

_DRAWN = """() => [...document.querySelectorAll('.picture [data-ref]')].map((mark) => {
  const figure = mark.querySelector('.figure, .value, .sum > text > tspan:last-child')
    ?? (mark.matches('.sum') ? mark.querySelector('tspan:last-child') : null);
  return [mark.dataset.ref, mark.dataset.state, figure ? figure.textContent.trim() : ''];
})"""


def draw_again(page: Page) -> None:
    """Wait until the page has been drawn as it is now."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


class Lab:
    """One page on one server. Remembers every call that may change the session, and what the console said."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.server = server
        self.lang = "en"
        self.changes: list[str] = []
        self.complaints: list[str] = []
        self.session_id: str | None = None
        page.on("request", self._on_request)
        page.on("response", self._on_response)
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _on_request(self, request: Request) -> None:
        question = request.url.endswith("/predict")
        if request.method != "GET" and "/api/v1/sessions" in request.url and not question:
            self.changes.append(f"{request.method} {request.url.rsplit('/', 1)[-1]}")

    def _on_response(self, response: Response) -> None:
        found = _SESSION.search(response.url)
        if found and response.ok:
            self.session_id = found[1]

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def open(self, preset: str = "mazur", lang: str = "en", **query: str) -> "Lab":
        """The lab with a session of its own, ready to be stepped."""
        self.lang = lang
        with self.page.expect_response(
            lambda answer: "/api/v1/sessions" in answer.url and answer.ok
        ) as answer:
            self.page.goto(f"{self.server.address}/?{urlencode({'preset': preset, 'lang': lang, **query})}")
        self.session_id = answer.value.json()["id"]
        return self

    def word(self, key: str, **args: str | int) -> str:
        return word(key, self.lang, **args)

    def button(self, key: str) -> Locator:
        return self.page.get_by_role("button", name=self.word(key), exact=True)

    def region(self, key: str) -> Locator:
        return self.page.get_by_role("region", name=self.word(key), exact=True)

    def press(self, key: str) -> list[str]:
        """Press a button that changes the session; the calls that this took."""
        before = len(self.changes)
        with self.page.expect_response(
            lambda answer: answer.request.method != "GET" and "/sessions/" in answer.url
        ):
            self.button(key).click()
        return self.changes[before:]

    def open_view(self, name: str) -> None:
        """A view in the dock; where both tiles are taken, in place of the first."""
        expect(self.page.locator(".tiles")).to_be_attached()
        button = self.button(f"view-{name}")
        if not button.count():
            self.page.locator(".tile .close").first.click()
        button.click()

    def training_mode(self) -> None:
        """The controls of training, and the picture beside the views."""
        self.page.get_by_role("tab", name=self.word("mode-train"), exact=True).click()

    def session(self) -> dict[str, Any]:
        """What the server says is true."""
        with urlopen(f"{self.server.address}/api/v1/sessions/{self.session_id}", timeout=10) as answer:
            session: dict[str, Any] = json.load(answer)
            return session

    def drawn(self) -> list[tuple[str, str, str]]:
        """Every mark of the picture: its ref, its state, the number written on it ('' for none)."""
        return [(ref, state, text) for ref, state, text in self.page.evaluate(_DRAWN)]

    def edit(self, ref: str, value: str) -> None:
        """Another value for a weight, as a learner gives it: in the inspector."""
        self.page.get_by_role("button", name=f"weight {ref}", exact=True).dispatch_event("click")
        field = self.region("region-inspector").get_by_role("textbox")
        field.fill(value)
        with self.page.expect_response(lambda answer: answer.request.method == "PATCH"):
            field.press("Enter")

    def forgive(self, part: str) -> None:
        """Complaints that a test brings about on purpose."""
        self.complaints = [complaint for complaint in self.complaints if part not in complaint]
