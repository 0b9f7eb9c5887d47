"""The first picture of a page: the moment its address names, or the start where there is none."""

from collections.abc import Mapping
from typing import Any

from app.lessons.lesson import Lesson
from app.lessons.library import library
from app.presets import DEFAULT
from app.schemas.query import Query, Reading, Slip, allowed, beginning_of, reading
from app.sessions.create import beginning
from app.sessions.keeper import Keeper
from app.sessions.link import opened
from app.sessions.problems import Busy, Diverged, Invalid
from app.sessions.session import Session

_PLACE = ("state", "iteration", "step", "focus")


def asked(said: Mapping[str, str], preset: str = DEFAULT) -> Reading:
    """What an address says; where it asks for a lesson, a session begins at the lesson's passage."""
    read = reading(said, preset)
    if not read.query.lesson:
        return read
    lesson = library().get(read.query.lesson)
    if lesson is not None:
        return _taught(read, lesson)
    query = read.query.model_copy(update={"lesson": ""})
    slip = Slip(name="lesson", value=read.query.lesson, allowed=", ".join(library()))
    return read.model_copy(update={"query": query, "slips": [*read.slips, slip]})


def _taught(read: Reading, lesson: Lesson) -> Reading:
    """With the lesson's passage; one that it does not have gives way to the first."""
    count, slips, at = len(lesson.passages), list(read.slips), read.query.passage
    if at > count:
        slips.append(Slip(name="passage", value=str(at), allowed=f"1–{count}"))
        at = 1
    query = read.query.model_copy(update={"passage": at})
    begin = {"state": lesson.passages[at - 1].link, "ahead": False}
    return Reading(query=query, asked=read.asked, slips=slips, begin=begin)


async def pictured(keeper: Keeper, read: Reading) -> tuple[Session, Reading]:
    """(a session that nobody owns, the reading). A moment that cannot be is told as a slip and gives way."""
    try:
        return await _shown(keeper, read.begin), read
    except Busy:  # the page asks for it again itself, and can wait
        return opened("", beginning(_at_start(read).begin)), read
    except Diverged:
        less = _at_start(read, "iteration")
    except Invalid as problem:
        less = _at_start(read, problem.field)
    return opened("", beginning(less.begin)), less


async def _shown(keeper: Keeper, begin: dict[str, Any]) -> Session:
    moment = beginning(begin)
    if moment.head.iteration == 0:
        return opened("", moment)
    return await keeper.workers.run(lambda proceed: opened("", moment, proceed))


def _at_start(read: Reading, wrong: str | None = None) -> Reading:
    """The same reading at the very start of its preset, with a slip for what was `wrong`."""
    start = {part: Query.model_fields[part].default for part in _PLACE}
    query = read.query.model_copy(update=start)
    slips = list(read.slips)
    if wrong:
        slips.append(Slip(name=wrong, value=str(getattr(read.query, wrong, ""))[:40], allowed=allowed(wrong)))
    asked = [name for name in read.asked if name not in _PLACE]
    return Reading(query=query, asked=asked, slips=slips, begin=beginning_of(query))
