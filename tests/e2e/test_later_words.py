"""Messages that are loaded after the first step: no part is shown before its words have come."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.e2e.axe import violations
from tests.e2e.server import Server
from tests.e2e.words import word

MANIFEST: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).resolve().parents[2] / "static" / "dist" / ".vite" / "manifest.json").read_text()
)


def chunk(source: str) -> re.Pattern[str]:
    """The address of the built file of a source, or of a group of sources by its name."""
    name = (
        f"static/src/{source}"
        if "/" in source
        else next(key for key in MANIFEST if key.startswith(f"_{source}-"))
    )
    return re.compile(re.escape(MANIFEST[name]["file"]) + "$")


def press(page: Page, key: str) -> None:
    page.get_by_role("button", name=word(key), exact=True).click()


def train(page: Page) -> None:
    page.get_by_role("tab", name=word("mode-train"), exact=True).click()


@pytest.mark.parametrize(
    ("address", "act", "source", "part"),
    [
        (
            "/?preset=mazur",
            lambda page: press(page, "view-race"),
            "views/race/RaceView.svelte",
            "section.race",
        ),
        (
            "/?preset=mazur",
            lambda page: press(page, "sheet-data"),
            "sheets/data/DataSheet.svelte",
            ".sheet select",
        ),
        ("/?preset=mazur", train, "train/TrainingStrip.svelte", ".training-strip select"),
        ("/?", lambda page: press(page, "lesson-continue"), "lesson/FirstMinute.svelte", ".quiz-entry"),
    ],
)
def test_a_part_is_shown_with_its_words(
    context: BrowserContext,
    server: Server,
    address: str,
    act: Callable[[Page], None],
    source: str,
    part: str,
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 1440, "height": 900})
    held: list[Route] = []
    page.route(chunk("notation/catalogue/later/en.ts"), lambda route: held.append(route))
    with page.expect_response(chunk(source)):
        page.goto(f"{server.address}{address}&lang=en")
        act(page)
    page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    assert violations(page) == []
    assert held
    for route in held:
        route.continue_()
    expect(page.locator(part).first).to_be_visible()
    assert violations(page) == []
