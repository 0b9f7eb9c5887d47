"""WebKit (WebKitGTK's small browser), driven by WebDriver (w3.org/TR/webdriver2)."""

import base64
import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.engines.engine import until
from tests.servers.ports import free_port, wait_for
from tools.engines import display_server, small_browser, webkit_driver

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the name of an element's reference, by the standard


class WebKit:
    """One window of WebKit."""

    def __init__(self, driver: str) -> None:
        self.base = driver
        options = {"binary": str(small_browser()), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self.base = f"{driver}/session/{self._post('/session', capabilities=wanted)['sessionId']}"
        self._post("/window/rect", width=1000, height=900)

    def open(self, address: str) -> None:
        self._post("/url", url=address)

    def evaluate(self, expression: str, inside: bool = False) -> Any:
        self._enter(inside)
        return self._post("/execute/sync", script=f"return {expression}", args=[])

    def click(self, selector: str, inside: bool = False) -> None:
        self._enter(inside)
        element = self._post("/element", using="css selector", value=selector)
        self._post(f"/element/{element[ELEMENT]}/click")

    def screenshot(self, file: Path) -> None:
        self._enter(False)
        file.write_bytes(base64.b64decode(self._call("GET", "/screenshot")))

    def close(self) -> None:
        self._call("DELETE", "")

    def _enter(self, inside: bool) -> None:
        self._post("/frame", id=None)
        if inside:
            until(lambda: self._post("/execute/sync", script="return frames.length", args=[]), "a frame")
            self._post("/frame", id=0)

    def _post(self, path: str, **body: Any) -> Any:
        return self._call("POST", path, body)

    def _call(self, method: str, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        call = Request(self.base + path, data, {"content-type": "application/json"}, method=method)
        try:
            with urlopen(call, timeout=60) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.read().decode()}") from None


@contextmanager
def running() -> Iterator[WebKit]:
    with (
        tempfile.TemporaryDirectory(prefix="webkit-", ignore_cleanup_errors=True) as name,
        _display() as display,
    ):
        port = free_port()
        environment = {
            "HOME": name,
            "PATH": "/usr/bin:/bin",
            "DISPLAY": display,
            "XDG_RUNTIME_DIR": name,
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # its sandbox does not start in a container
            "GTK_A11Y": "none",
        }
        command: list[str | Path] = [webkit_driver(), f"--port={port}", "--host=127.0.0.1"]
        process = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # the browser is a child of the driver: both end together
        )
        try:
            wait_for(port)
            window = WebKit(f"http://127.0.0.1:{port}")
            yield window
            window.close()
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)


@contextmanager
def _display() -> Iterator[str]:
    """The name of a display without a screen."""
    reading, writing = os.pipe()
    command: list[str | Path] = [
        display_server(),
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1000x900x24",
        "-nolisten",
        "tcp",
    ]
    process = subprocess.Popen(
        command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        assert number, "the display server did not start"
        yield f":{number}"
    finally:
        process.terminate()
        process.wait(timeout=10)
