"""Find Firefox, WebKit and a display for the tests of browser engines; as root on Debian, install them.

python -m tools.engines
"""

import sys
from pathlib import Path

from tools.debian import MissingError, found, program


def firefox() -> Path:
    """The path of Firefox."""
    return found(lambda: program("firefox-esr") or program("firefox"), "Firefox", "firefox-esr")


def webkit_driver() -> Path:
    """The path of WebKitGTK's WebDriver."""
    return found(lambda: program("WebKitWebDriver"), "WebKitGTK's driver", "webkit2gtk-driver")


def small_browser() -> Path:
    """The path of the small browser that comes with WebKitGTK."""
    return found(_small_browser, "WebKitGTK's small browser", "webkit2gtk-driver")


def _small_browser() -> Path | None:
    versions = Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser")
    return max(versions, default=None)


def display_server() -> Path:
    """The path of Xvfb, a display without a screen."""
    return found(lambda: program("Xvfb"), "Xvfb", "xvfb")


if __name__ == "__main__":
    try:
        for engine in (firefox, webkit_driver, small_browser, display_server):
            engine()
    except MissingError as missing:
        sys.exit(str(missing))
