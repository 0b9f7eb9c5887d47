"""The page itself does a task when the learner asks to be shown: each kind, in networks and in graphs."""

import pytest
from playwright.sync_api import BrowserContext

from backstep_lab.lessons.lesson import Lesson
from backstep_lab.lessons.library import library
from backstep_lab.lessons.tasks import PredictTask, UseTask
from tests.e2e.learner import opened
from tests.e2e.server import Server


def kinds_of(lesson: Lesson) -> set[tuple[str, str, str]]:
    """The tasks of a lesson: class, what tells it from others of its class, and the kind of model."""
    kinds = set[tuple[str, str, str]]()
    for passage in lesson.passages:
        do = passage.do
        variety = do.ask if isinstance(do, PredictTask) else do.use if isinstance(do, UseTask) else ""
        session = next(iter(passage.starts.values()))
        kinds.add((type(do).__name__, variety, type(session.history.spec).__name__))
    return kinds


def few_lessons_with_all_kinds() -> list[str]:
    """The lesson with most kinds that are still missing, and so on."""
    kinds = {slug: kinds_of(lesson) for slug, lesson in library().items()}
    chosen: list[str] = []
    while missing := set().union(*kinds.values()).difference(*(kinds[slug] for slug in chosen)):
        chosen.append(max(kinds, key=lambda slug: len(kinds[slug] & missing)))
    return chosen


# That what a passage shows completes it is checked of every lesson without a browser.
@pytest.mark.parametrize("slug", few_lessons_with_all_kinds())
def test_whoever_asks_is_shown_every_passage(context: BrowserContext, server: Server, slug: str) -> None:
    learner, complaints = opened(context, server, f"/lessons/{slug}?lang=en", library()[slug])
    learner.whole(learner.shown)
    assert complaints == []
