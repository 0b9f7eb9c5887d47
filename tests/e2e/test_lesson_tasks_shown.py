"""Every task of every lesson is done by the page itself when the learner asks to be shown."""

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
