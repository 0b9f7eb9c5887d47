"""The parsed address of a page, and its first picture."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from backstep_lab.config import limits
from backstep_lab.i18n import catalogue
from backstep_lab.jobs.address_pages import page_parts
from backstep_lab.jobs.creations import is_light
from backstep_lab.jobs.service import ComputeService
from backstep_lab.lessons.lesson import Lesson
from backstep_lab.lessons.library import library
from backstep_lab.presets import DEFAULT
from backstep_lab.sessions.history import never_stop
from backstep_lab.spec.errors import Problem
from backstep_lab.wire.address import AddressWarning, ParsedAddress, parse_address

SESSION_ID = rf"[A-Za-z0-9_-]{{1,{limits.MAX_NAME}}}"
PAGE_SECONDS = 5.0  # for a page's first picture; the page itself asks again and can wait longer


def requested_address(
    said: Mapping[str, str], preset: str = DEFAULT, lang: str | None = None
) -> ParsedAddress:
    """Parse an address; where it names a lesson, the session begins at the lesson's passage.

    `lang` is the language of the page, by default the one that the address asks for.
    """
    address = parse_address(said, preset)
    if not address.query.lesson:
        return address
    lesson = library().get(address.query.lesson)
    if lesson is not None:
        return _taught(address, lesson, lang or catalogue.language(address.query.lang, None))
    query = address.query.model_copy(update={"lesson": ""})
    warning = AddressWarning(name="lesson", value=address.query.lesson, allowed=", ".join(library()))
    return address.model_copy(update={"query": query, "warnings": [*address.warnings, warning]})


def _taught(address: ParsedAddress, lesson: Lesson, lang: str) -> ParsedAddress:
    """With the lesson's passage; a passage that does not exist is replaced by the first."""
    count, warnings, at = len(lesson.passages), list(address.warnings), address.query.passage
    if at > count:
        warnings.append(AddressWarning(name="passage", value=str(at), allowed=f"1–{count}"))
        at = 1
    query = address.query.model_copy(update={"passage": at})
    begin = {"state": lesson.passages[at - 1].links[lang], "reveal_upcoming": False}
    return ParsedAddress(query=query, asked=address.asked, warnings=warnings, begin=begin)


async def first_picture(
    service: ComputeService, client: str, address: ParsedAddress, session: str = "", **arguments: Any
) -> dict[str, str]:
    """The parts of a page, see `page_parts`; an invalid position is replaced by the start.

    Where there is a session with the id `session`, the page is that session's.
    """
    fields = {"address": address.model_dump_json(), **arguments}
    if re.fullmatch(SESSION_ID, session):
        with suppress(Problem):
            known: dict[str, str] = json.loads(await service.ask(session, "page", fields, client))
            return known
    if is_light(address.begin):
        return page_parts(fields, never_stop)
    parts: dict[str, str] = await service.task("page", fields, client, PAGE_SECONDS)
    return parts
