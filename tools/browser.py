"""Find Chromium for the browser tests and the screenshots; as root on Debian, install it.

Its headless shell, the same engine without windows, opens a page with a third of the work: it is taken where
it is, or can be installed.

python -m tools.browser
"""

import os
import shutil
import sys
from pathlib import Path

from tools import debian

SHELL_NAMES = ("chromium-headless-shell", "chrome-headless-shell")
NAMES = (*SHELL_NAMES, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OUTSIDE_PATH = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
SHELL_PACKAGE = "chromium-headless-shell"
PACKAGES = ("chromium", "fonts-noto-cjk")  # without a CJK font the Chinese page would be drawn as empty boxes

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",  # the tests talk to localhost and to nothing else
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowserError(RuntimeError):
    """There is no Chromium, and it cannot be installed from here."""


def flags() -> list[str]:
    """Chromium's switches for a test run. Its sandbox refuses to start for root."""
    return [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def find() -> str | None:
    """The path of the first Chromium or Chrome on this machine."""
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or (str(OUTSIDE_PATH) if OUTSIDE_PATH.exists() else None)


def chromium() -> str:
    """The path of a Chromium, installed first where possible. NoBrowserError says what to do."""
    found = find()
    if debian.can_install() and not any(map(shutil.which, SHELL_NAMES)) and debian.has_package(SHELL_PACKAGE):
        debian.install(SHELL_PACKAGE, *PACKAGES[1:])
        found = find()
    elif found is None and debian.can_install():
        debian.install(*PACKAGES)
        found = find()
    if found is None:
        raise NoBrowserError(
            "The browser tests need Chromium. Install it, as in: sudo apt-get install chromium"
        )
    return found


if __name__ == "__main__":
    try:
        chromium()
    except NoBrowserError as missing:
        sys.exit(str(missing))
