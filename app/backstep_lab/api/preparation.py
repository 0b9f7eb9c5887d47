"""What answers wait for right after the start: the words of every page, and the lessons."""

from typing import Any

from fastapi import HTTPException, Request

from backstep_lab.compute.once import Once
from backstep_lab.config.assets import environment
from backstep_lab.exports.images.thumbnails import telling_step
from backstep_lab.i18n import catalogue
from backstep_lab.lessons.errors import InvalidLessons
from backstep_lab.lessons.library import find_lesson, introduction, library
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
    """A dependency of routes that need the lessons' texts; it waits only right after the start.

    Raises 503 with the file and line of a mistake.
    """
    await _of_lessons(LESSONS)


async def lesson_ready(slug: str) -> None:
    """The same for a lesson's passages, if there is such a lesson: for the first who asks they are played."""
    await lessons_ready()
    if (lesson := find_lesson(slug)) is not None:
        await _of_lessons(lesson.played)


async def asked_lesson_ready(request: Request) -> None:
    """A dependency of routes whose address may name a lesson; only then it waits for that lesson."""
    if (slug := request.query_params.get("lesson")) is not None:
        await lesson_ready(slug)


async def _of_lessons(part: Once[Any]) -> None:
    try:
        await part.ready()
    except InvalidLessons as wrong:
        raise HTTPException(503, f"The lessons of this server do not work. {wrong}") from None
