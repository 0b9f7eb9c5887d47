"""Unsaved session for an address: its picture, and the page's data."""

from collections.abc import Mapping
from typing import Any

from backstep_lab.exports.images.png import png
from backstep_lab.exports.images.scene import scene
from backstep_lab.exports.images.svg import svg
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.history import Proceed
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Diverged, Invalid, TooLong
from backstep_lab.wire.address import Query, Reading, Slip, allowed, beginning_of
from backstep_lab.wire.page_data import initial_json

_PLACE = ("state", "iteration", "step", "focus")


def opened_address(read: Reading, proceed: Proceed) -> tuple[Session, Reading]:
    """An unsaved session for an address, and the address; invalid values become warnings in it."""
    try:
        return open_bookmark("", parse_create(read.begin), proceed), read
    except TooLong:  # the page asks for the position again itself, and can wait
        return open_bookmark("", parse_create(_at_start(read).begin)), read
    except Diverged:
        less = _at_start(read, "iteration")
    except Invalid as problem:
        less = _at_start(read, problem.field)
    return open_bookmark("", parse_create(less.begin)), less


def _at_start(read: Reading, wrong: str | None = None) -> Reading:
    """The same reading at the very start of its preset, with a warning for what was `wrong`."""
    start = {part: Query.model_fields[part].default for part in _PLACE}
    query = read.query.model_copy(update=start)
    slips = list(read.slips)
    if wrong:
        slips.append(Slip(name=wrong, value=str(getattr(read.query, wrong, ""))[:40], allowed=allowed(wrong)))
    asked = [name for name in read.asked if name not in _PLACE]
    return Reading(query=query, asked=asked, slips=slips, begin=beginning_of(query))


def page_parts(arguments: Mapping[str, Any], proceed: Proceed) -> dict[str, str]:
    """The picture (SVG), the page's data block, and the preset that is shown in the end.

    `arguments` have the reading as JSON under `reading`, and `lang`, `title`, `root`, `home` and `words` as
    `initial_json` takes them; without `words` only the picture is made.
    """
    session, read = opened_address(Reading.model_validate_json(arguments["reading"]), proceed)
    lang = arguments["lang"]
    parts = {"picture": svg(scene(session, lang), arguments["title"]), "preset": read.query.preset}
    if "words" in arguments:
        root, home = arguments["root"], arguments["home"]
        parts["initial"] = initial_json(session, read, lang, root, home, arguments["words"])
    return parts


def picture_png(arguments: Mapping[str, Any], proceed: Proceed) -> bytes:
    """The picture of the address whose reading is in `arguments`, as PNG."""
    session, _ = opened_address(Reading.model_validate_json(arguments["reading"]), proceed)
    return png(scene(session))
