"""Whoever asks is shown: every passage of every lesson can be done by the page itself."""

import pytest
from playwright.sync_api import BrowserContext

from backstep_lab.lessons.library import library
from tests.e2e.learner import opened
from tests.e2e.server import Server


@pytest.mark.parametrize("slug", list(library()))
def test_whoever_asks_is_shown_every_passage(context: BrowserContext, server: Server, slug: str) -> None:
    learner, complaints = opened(context, server, f"/lessons/{slug}?lang=en", library()[slug])
    learner.whole(learner.shown)
    assert complaints == []
