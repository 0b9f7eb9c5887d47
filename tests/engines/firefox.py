"""Firefox, driven by WebDriver BiDi (w3.org/TR/webdriver-bidi)."""

import base64
import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.engines.engine import until
from tests.servers.ports import free_port, wait_for
from tools.engines import firefox

PREFERENCES = """user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("browser.safebrowsing.downloads.enabled", false);
user_pref("services.settings.server", "data:,");
"""  # the tests talk to localhost and to nothing else


class Firefox:
    """One window of Firefox."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket, self.count = socket, 0
        self._call("session.new", capabilities={})
        self.window = self._tree()[0]["context"]
        self._call(
            "browsingContext.setViewport", context=self.window, viewport={"width": 1000, "height": 800}
        )

    def open(self, address: str) -> None:
        self._call("browsingContext.navigate", context=self.window, url=address, wait="complete")

    def evaluate(self, expression: str, inside: bool = False) -> Any:
        """Through JSON: BiDi writes values in a notation of its own."""
        answer = self._script(f"JSON.stringify({expression})", inside)
        return json.loads(answer["value"]) if answer["type"] == "string" else None

    def click(self, selector: str, inside: bool = False) -> None:
        element = self._script(f"document.querySelector({json.dumps(selector)})", inside)
        origin = {"type": "element", "element": {"sharedId": element["sharedId"]}}
        pointer = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        actions = [{"type": "pointer", "id": "mouse", "actions": pointer}]
        self._call("input.performActions", context=self._context(inside), actions=actions)

    def screenshot(self, file: Path) -> None:
        answer = self._call("browsingContext.captureScreenshot", context=self.window)
        file.write_bytes(base64.b64decode(answer["data"]))

    def _script(self, expression: str, inside: bool) -> dict[str, Any]:
        answer = self._call(
            "script.evaluate",
            expression=expression,
            target={"context": self._context(inside)},
            awaitPromise=True,
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        result: dict[str, Any] = answer["result"]
        return result

    def _context(self, inside: bool) -> str:
        if not inside:
            return str(self.window)
        frames = until(lambda: self._tree()[0]["children"], "a frame on the page")
        return str(frames[0]["context"])

    def _tree(self) -> list[dict[str, Any]]:
        contexts: list[dict[str, Any]] = self._call("browsingContext.getTree")["contexts"]
        return contexts

    def _call(self, method: str, **params: Any) -> Any:
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv(timeout=60))
            if answer.get("id") == self.count:
                assert answer["type"] == "success", f"{method}: {answer.get('message')}"
                return answer["result"]


@contextmanager
def running() -> Iterator[Firefox]:
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True) as name:
        profile = Path(name)
        (profile / "user.js").write_text(PREFERENCES, encoding="utf-8")
        command: list[str | Path] = [firefox(), "--headless", "--no-remote", "--profile", profile]
        process = subprocess.Popen(
            [*command, "--remote-debugging-port", str(port)],
            env={"HOME": name, "PATH": "/usr/bin:/bin"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(port, 60)
            with connect(f"ws://127.0.0.1:{port}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
            process.wait(timeout=30)
