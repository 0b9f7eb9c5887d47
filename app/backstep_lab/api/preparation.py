"""What answers wait for right after the start: the words of every page, and the lessons."""

from fastapi import HTTPException, Request

from backstep_lab.compute.once import Once
from backstep_lab.config.assets import environment
from backstep_lab.exports.images.thumbnails import telling_step
from backstep_lab.i18n import catalogue
from backstep_lab.lessons.errors import InvalidLessons
from backstep_lab.lessons.library import introduction, library
from backstep_lab.presets import PRESETS
from backstep_lab.wire import page_data
from backstep_lab.wire.address import schema_json


def _made() -> None:
    for lang in catalogue.LANGUAGES:
        catalogue.say(lang, "page-api")
        page_data.prepare(lang)
    templates = environment()
    for name in templates.list_templates():
        templates.get_template(name)
    for preset in PRESETS:
        telling_step(preset)
    schema_json()


def _read_lessons() -> None:
    library()
    introduction()


WORDS = Once(_made)
LESSONS = Once(_read_lessons)


async def words_ready() -> None:
    """A dependency of routes that answer in a reader's language; it waits only right after the start."""
    await WORDS.ready()


async def lessons_ready() -> None:
    """A dependency of routes that need the lessons: every scene of them has been played on the engine.

    Raises 503 with the file and line where one does not work.
    """
    try:
        await LESSONS.ready()
    except InvalidLessons as wrong:
        raise HTTPException(503, f"The lessons of this server do not work. {wrong}") from None


async def asked_lesson_ready(request: Request) -> None:
    """A dependency of routes whose address may name a lesson; only then it waits for the lessons."""
    if "lesson" in request.query_params:
        await lessons_ready()
