"""Draw docs/images/lab.png: the lab on the Mazur example, in the middle of the backward pass.

make screenshot
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, expect, sync_playwright

from tools.browser import chromium, flags

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "lab.png"
SIZE = {"width": 1440, "height": 900}
STEPS_INTO_BACKWARD = 9  # through the first output's gradients: both lanes and a δ are drawn


@contextmanager
def server() -> Iterator[str]:
    """The address of a server that lives as long as the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = Path(sys.executable).with_name("backstep")
    environment = {**os.environ, "BACKSTEP_STORE": "memory:"}
    running = subprocess.Popen([program, "serve", "--port", str(port)], env=environment, cwd=ROOT)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(timeout=10)


def wait_for(address: str, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urlopen(address, timeout=1):
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def draw(page: Page) -> None:
    """Walk to the moment and take the picture."""
    page.get_by_role("button", name="Forward pass").click()
    expect(page.locator('[data-ref="loss"]').first).to_have_attribute("data-state", "active")
    for _ in range(STEPS_INTO_BACKWARD):
        with page.expect_response(lambda answer: answer.url.endswith("/step")):
            page.get_by_role("button", name="Next step").click()
    page.mouse.move(0, 0)
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURE, animations="disabled")


def main() -> None:
    with server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags())
        context = browser.new_context(viewport=SIZE, reduced_motion="reduce", locale="en-GB")  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{address}/?preset=mazur&lang=en")
        draw(page)
        browser.close()


if __name__ == "__main__":
    main()
