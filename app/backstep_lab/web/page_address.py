"""The parsed address of a page, and its first picture."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from fastapi import Request

from backstep_lab.api.dependencies import client_of, service_of
from backstep_lab.config import limits
from backstep_lab.i18n import catalogue
from backstep_lab.jobs.address_pages import drawn_from, page_parts
from backstep_lab.jobs.creations import is_light
from backstep_lab.lessons.lesson import Lesson
from backstep_lab.lessons.library import library
from backstep_lab.presets import DEFAULT
from backstep_lab.sessions.history import never_stop
from backstep_lab.spec.errors import Problem
from backstep_lab.web.drawn_addresses import DrawnAddresses, key_of
from backstep_lab.wire.address import FIRST_GRAPH, AddressWarning, ParsedAddress, parse_address

SESSION_ID = rf"[A-Za-z0-9_-]{{1,{limits.MAX_NAME}}}"
PAGE_SECONDS = 5.0  # for a page's first picture; the page itself asks again and can wait longer


def with_a_graph(said: Mapping[str, str]) -> dict[str, str]:
    """What an address of `/graph` asks for: the first example where it names no model."""
    names_a_model = {"expr", "state", "preset"} & set(said)
    return {**({} if names_a_model else FIRST_GRAPH), **said}


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


def asked_theme(address: ParsedAddress) -> str:
    """The theme that the address names; '' where it names none, and a browser may keep one."""
    return address.query.theme if "theme" in address.asked else ""


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
    request: Request, address: ParsedAddress, session: str = "", **arguments: Any
) -> dict[str, Any]:
    """The parts of a page, see `page_parts`; an invalid position is replaced by the start.

    Where there is a session with the id `session`, the page is that session's. A picture alone is kept; the
    page that has the other parts, too, is kept whole.
    """
    service, client = service_of(request), client_of(request)
    fields = {"address": address.model_dump_json(), **arguments}
    if re.fullmatch(SESSION_ID, session):
        with suppress(Problem):
            known: dict[str, Any] = json.loads(await service.ask(session, "page", fields, client))
            return known

    async def draw() -> tuple[dict[str, Any], int, bool]:
        if is_light(address.begin):
            parts = page_parts(fields, never_stop)
        else:
            parts = await service.task("page", fields, client, PAGE_SECONDS)
        return parts, sum(len(part) for part in parts.values() if isinstance(part, str)), parts["is_final"]

    if "words" in arguments:
        return (await draw())[0]
    key = key_of("page", drawn_from(address), json.dumps(arguments, sort_keys=True))
    drawn: dict[str, Any] = await drawn_addresses(request).of(key, draw)
    return drawn


async def preview(request: Request, address: ParsedAddress) -> bytes:
    """The moment of an address as PNG, which is kept."""
    fields = {"address": address.model_dump_json()}

    async def draw() -> tuple[bytes, int, bool]:
        image, is_final = await service_of(request).task("picture", fields, client_of(request), PAGE_SECONDS)
        return image, len(image), is_final

    image: bytes = await drawn_addresses(request).of(key_of("preview", drawn_from(address)), draw)
    return image


def drawn_addresses(request: Request) -> DrawnAddresses:
    """What this application keeps of addresses."""
    drawn: DrawnAddresses = request.app.state.drawn_addresses
    return drawn
