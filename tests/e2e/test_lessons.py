"""Every lesson, from its first passage to its last, done by hand in both languages."""

import pytest
from playwright.sync_api import BrowserContext

from backstep_lab.i18n import catalogue
from backstep_lab.lessons.library import library
from tests.e2e.learner import opened
from tests.e2e.server import Server


@pytest.mark.parametrize("lang", catalogue.LANGUAGES)
@pytest.mark.parametrize("slug", list(library()))
def test_a_lesson_can_be_done_from_start_to_end(
    context: BrowserContext, server: Server, slug: str, lang: str
) -> None:
    learner, complaints = opened(context, server, f"/lessons/{slug}?lang={lang}", library()[slug], lang)
    learner.whole()
    assert complaints == []
