"""What a page's address says, and what it shows first."""

from collections.abc import Mapping
from typing import Any

from backstep_lab.i18n import catalogue
from backstep_lab.jobs.address_pages import page_parts
from backstep_lab.jobs.creations import is_light
from backstep_lab.jobs.service import ComputeService
from backstep_lab.lessons.lesson import Lesson
from backstep_lab.lessons.library import library
from backstep_lab.presets import DEFAULT
from backstep_lab.sessions.history import always
from backstep_lab.wire.address import Reading, Slip, reading

PAGE_SECONDS = 5.0  # for a page's first picture; the page itself asks again and can wait longer


def asked(said: Mapping[str, str], preset: str = DEFAULT, lang: str | None = None) -> Reading:
    """What an address says; where it asks for a lesson, a session begins at the lesson's passage.

    `lang` is the language of the page, by default the one that the address asks for.
    """
    read = reading(said, preset)
    if not read.query.lesson:
        return read
    lesson = library().get(read.query.lesson)
    if lesson is not None:
        return _taught(read, lesson, lang or catalogue.language(read.query.lang, None))
    query = read.query.model_copy(update={"lesson": ""})
    slip = Slip(name="lesson", value=read.query.lesson, allowed=", ".join(library()))
    return read.model_copy(update={"query": query, "slips": [*read.slips, slip]})


def _taught(read: Reading, lesson: Lesson, lang: str) -> Reading:
    """With the lesson's passage; one that it does not have gives way to the first."""
    count, slips, at = len(lesson.passages), list(read.slips), read.query.passage
    if at > count:
        slips.append(Slip(name="passage", value=str(at), allowed=f"1–{count}"))
        at = 1
    query = read.query.model_copy(update={"passage": at})
    begin = {"state": lesson.passages[at - 1].links[lang], "ahead": False}
    return Reading(query=query, asked=read.asked, slips=slips, begin=begin)


async def first_picture(
    service: ComputeService, client: str, read: Reading, **arguments: Any
) -> dict[str, str]:
    """The parts of a page, see `page_parts`; a moment that cannot be gives way to the start."""
    fields = {"reading": read.model_dump_json(), **arguments}
    if is_light(read.begin):
        return page_parts(fields, always)
    parts: dict[str, str] = await service.task("page", fields, client, PAGE_SECONDS)
    return parts
