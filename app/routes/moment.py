"""The first picture of a page: the moment its address names, or the start where there is none."""

from typing import Any

from app.schemas.query import Query, Reading, Slip, allowed, beginning_of
from app.sessions.create import beginning
from app.sessions.keeper import Keeper
from app.sessions.link import opened
from app.sessions.problems import Busy, Diverged, Invalid
from app.sessions.session import Session

_PLACE = ("state", "iteration", "step", "focus")


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
