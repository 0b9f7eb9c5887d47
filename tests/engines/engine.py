"""What a test asks of a browser engine: a page, and the first frame on it."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Protocol

PATIENCE = 20.0  # seconds until something on a page is true; a busy machine draws slowly


class Engine(Protocol):
    """A browser with one window."""

    def open(self, address: str) -> None:
        """Go to a page, and return when it has loaded."""

    def evaluate(self, expression: str, inside: bool = False) -> Any:
        """The value of a JavaScript expression on the page, or inside its first frame."""

    def click(self, selector: str, inside: bool = False) -> None:
        """Click in the middle of an element, as a mouse does."""

    def screenshot(self, file: Path) -> None:
        """What the window shows, as PNG."""


def until(condition: Callable[[], Any], what: str) -> Any:
    """The value of a condition as soon as it is true."""
    end = monotonic() + PATIENCE
    while True:
        value = condition()
        if value:
            return value
        assert monotonic() < end, f"after {PATIENCE:g} s not yet: {what}"
        sleep(0.05)
