"""Unsaved session for an address: its picture, and the page's data."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backstep_lab.exports.images.foreseen import foreseen_svg
from backstep_lab.exports.images.png import png
from backstep_lab.exports.images.scene import scene
from backstep_lab.exports.images.svg import svg
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Diverged, Invalid, TooLong, Undefined
from backstep_lab.wire.address import AddressQuery, AddressWarning, ParsedAddress, allowed, beginning_of
from backstep_lab.wire.page_data import initial_json

_GENERAL = {"v", "lang", "theme", "digits", "motion", "scale"}  # names that ask for nothing in particular
_PLACE = ("state", "iteration", "step", "focus")


@dataclass(frozen=True)
class OpenedAddress:
    """An unsaved session, and its address; invalid values have become warnings in it.

    `is_final` unless the time ran out, and the session stands at its start.
    """

    session: Session
    address: ParsedAddress
    is_final: bool = True


def open_address(address: ParsedAddress, proceed: ShouldContinue) -> OpenedAddress:
    """An unsaved session for an address."""
    try:
        return OpenedAddress(open_bookmark("", parse_create(address.begin), proceed), address)
    except TooLong:  # the page asks for the position again itself, and can wait
        start = open_bookmark("", parse_create(_at_start(address).begin))
        return OpenedAddress(start, address, is_final=False)
    except (Diverged, Undefined):
        less = _at_start(address, "iteration")
    except Invalid as problem:
        less = _at_start(address, problem.field)
    return OpenedAddress(open_bookmark("", parse_create(less.begin)), less)


def _at_start(address: ParsedAddress, wrong: str | None = None) -> ParsedAddress:
    """The same address at the very start of its preset, with a warning for what was `wrong`."""
    start = {part: AddressQuery.model_fields[part].default for part in _PLACE}
    query = address.query.model_copy(update=start)
    warnings = list(address.warnings)
    if wrong:
        warnings.append(
            AddressWarning(
                name=wrong, value=str(getattr(address.query, wrong, ""))[:40], allowed=allowed(wrong)
            )
        )
    asked = [name for name in address.asked if name not in _PLACE]
    return ParsedAddress(query=query, asked=asked, warnings=warnings, begin=beginning_of(query)[0])


def page_parts(arguments: Mapping[str, Any], proceed: ShouldContinue) -> dict[str, Any]:
    """The picture (SVG), the page's data block, the preset that is shown in the end, and `is_final`.

    `arguments` have the parsed address as JSON under `address`, and `lang`, `title`, `root`, `home` and
    `words` as `initial_json` takes them; without `words` only the picture is made. `is_start` says whether
    the page is that of the lab itself, where a first visit can begin with the introduction. `early` is what
    the page has for steps before its scripts are there.
    """
    opened = open_address(ParsedAddress.model_validate_json(arguments["address"]), proceed)
    return {**_parts(opened.session, opened.address, arguments), "is_final": opened.is_final}


def session_page(session: Session, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The same parts of the page of a session that there is; `address` says how it looks."""
    return _parts(session, ParsedAddress.model_validate_json(arguments["address"]), arguments)


def _parts(session: Session, address: ParsedAddress, arguments: Mapping[str, Any]) -> dict[str, Any]:
    lang, title, query = arguments["lang"], arguments["title"], address.query
    if "words" not in arguments:
        return {"picture": svg(scene(session, lang), title), "preset": query.preset}
    introduces = arguments["is_start"] and not session.id and _GENERAL.issuperset(address.asked)
    is_by_term = query.unit == "term"  # any other step makes several numbers
    return {
        "picture": svg(scene(session, lang), title, foreseen_svg(session) if is_by_term else ""),
        "preset": query.preset,
        "initial": initial_json(
            session,
            address,
            lang,
            arguments["root"],
            arguments["home"],
            arguments["words"],
            introduces=introduces,
        ),
        "early": _early(session, address) | {"introduces": introduces},
    }


def _early(session: Session, address: ParsedAddress) -> dict[str, Any]:
    """The controls that the page shows before its scripts are there, and what these depend on.

    Which controls there are is as on the page (`static/src/session/parts.ts`).
    """
    query = address.query
    diverged = session.status == "diverged" and session.step >= session.current.limit
    return {
        "can_step": query.controls != "none" and "steps" not in query.hide and not diverged,
        "has_mode": query.controls == "full" and "training" not in query.hide,
        "kept": "graph" if "graph" in address.begin else session.current.spec.preset or query.preset,
        "digits": query.digits if "digits" in address.asked else None,
        "scale": query.scale,
    }


def picture_png(arguments: Mapping[str, Any], proceed: ShouldContinue) -> tuple[bytes, bool]:
    """The picture of the address that is in `arguments`, as PNG, and whether it is final."""
    opened = open_address(ParsedAddress.model_validate_json(arguments["address"]), proceed)
    return png(scene(opened.session)), opened.is_final


def drawn_from(address: ParsedAddress) -> str:
    """What the picture of an address is made from, as text: the same for addresses that show the same."""
    said = address.query.model_dump(mode="json", include={"preset", "expr", "values"})
    return json.dumps([address.begin, said], sort_keys=True)
