"""Pictures for the eye: the five sizes, both languages, light and dark, at the moments of an iteration.

python -m tests.e2e.gallery FOLDER
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.e2e.lab import Lab
from tests.e2e.server import Server
from tools.browser import chromium, flags

SIZES = [(1440, 900), (1024, 768), (640, 480), (500, 300), (360, 740)]
LOOKS = [("en", "light"), ("zh-CN", "dark")]
MOMENTS = {"start": 0, "forward": 7, "loss": 19, "backward": 24, "hidden": 36, "update": 49, "end": 55}


def draw(browser: Browser, server: Server, folder: Path) -> None:
    for width, height in SIZES:
        for lang, theme in LOOKS:
            page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
            lab = Lab(page, server).open(lang=lang, theme=theme)
            for name, step in MOMENTS.items():
                go_to(lab, step)
                page.screenshot(
                    path=folder / f"{width}x{height}-{lang}-{theme}-{name}.png", animations="disabled"
                )
            page.close()


def go_to(lab: Lab, step: int) -> None:
    """By the keyboard, as the way that exists at every size."""
    slider = lab.page.locator(".track")
    while int(slider.get_attribute("aria-valuenow") or 0) < step:
        with lab.page.expect_response(lambda answer: answer.url.endswith("/step")):
            lab.page.keyboard.press("ArrowRight")
    lab.page.wait_for_load_state("networkidle")


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp(prefix="backstep-"))
    folder.mkdir(parents=True, exist_ok=True)
    server = Server(Path(tempfile.mkdtemp()))
    server.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=flags())
            draw(browser, server, folder)
            browser.close()
    finally:
        server.stop()
    print(folder)


if __name__ == "__main__":
    main()
