"""Every lesson, from its first passage to its last, done by hand."""

from itertools import cycle

import pytest
from playwright.sync_api import BrowserContext

from backstep_lab.lessons.library import library
from tests.e2e.learner import opened
from tests.e2e.server import Server


# Each lesson in one of the languages, on a phone in the other (test_lessons_on_a_phone.py).
@pytest.mark.parametrize(("slug", "lang"), list(zip(library(), cycle(["zh-CN", "en"]), strict=False)))
def test_a_lesson_can_be_done_from_start_to_end(
    context: BrowserContext, server: Server, slug: str, lang: str
) -> None:
    learner, complaints = opened(context, server, f"/lessons/{slug}?lang={lang}", library()[slug], lang)
    learner.whole()
    assert complaints == []
