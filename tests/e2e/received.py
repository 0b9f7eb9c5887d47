"""What a page received over the wire."""

from typing import Any

from playwright.sync_api import Page


class Received:
    """Every answer that a page and its frames got, in order, in bytes as they went over the wire."""

    def __init__(self, page: Page) -> None:
        self.answers: list[tuple[str, int]] = []
        self._names: dict[str, str] = {}
        devtools = page.context.new_cdp_session(page)
        devtools.on("Network.requestWillBeSent", self._asked)
        devtools.on("Network.loadingFinished", self._finished)
        devtools.send("Network.enable")

    def _asked(self, event: dict[str, Any]) -> None:
        self._names[event["requestId"]] = event["request"]["url"]

    def _finished(self, event: dict[str, Any]) -> None:
        name = self._names.get(event["requestId"], "")
        self.answers.append((name, int(event["encodedDataLength"])))

    def bytes(self, *parts: str) -> int:
        """Of all answers, or of those whose address holds one of the parts."""
        return sum(size for name, size in self.answers if not parts or any(part in name for part in parts))

    def by_address(self) -> dict[str, int]:
        """The bytes of each address."""
        sizes: dict[str, int] = {}
        for name, size in self.answers:
            sizes[name] = sizes.get(name, 0) + size
        return sizes
