"""What may be asked of an embedded moment, and what is wrong with what is asked.

`parameters.json` is the server's own description of its addresses, `/embed/schema.json`.
"""

import json
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from importlib.resources import files
from typing import Any

SCHEMA: dict[str, Any] = json.loads(files(__package__).joinpath("parameters.json").read_text("utf-8"))
SET_BY_ELEMENT = ("v", "id", "origin")
PARAMETERS: dict[str, dict[str, Any]] = {
    name: part for name, part in SCHEMA["properties"].items() if name not in SET_BY_ELEMENT
}
OF_ELEMENT = ("height", "title")  # attributes of the element that are no part of an address
LANGUAGES: tuple[str, ...] = tuple(PARAMETERS["lang"]["examples"])
LEAST_HEIGHT, GREATEST_HEIGHT = 120, 4000  # pixels


def completed(options: Mapping[str, str]) -> dict[str, str]:
    """The options, with 1 for a switch that is only named: `predict` is `predict=1`."""
    return {name: text.strip() or ("1" if _is_switch(name) else "") for name, text in options.items()}


def problems_of(options: Mapping[str, str]) -> list[str]:
    """A sentence for every unknown name and every invalid value."""
    found = (_problem(name, text) for name, text in options.items())
    return [problem for problem in found if problem]


def language_for(tag: str) -> str:
    """The server's language for a tag such as zh_CN or en-GB; empty where it has none."""
    primary = _primary(tag)
    return next((language for language in LANGUAGES if _primary(language) == primary), "")


def _primary(tag: str) -> str:
    return re.split("[-_]", tag.strip().lower())[0]


def _is_switch(name: str) -> bool:
    return PARAMETERS.get(name, {}).get("enum") == [0, 1]


def _problem(name: str, text: str) -> str:
    if name == "title":
        return ""
    if name == "height":
        allowed = f"{LEAST_HEIGHT} to {GREATEST_HEIGHT}"
        fits = text.isdecimal() and LEAST_HEIGHT <= int(text[:9]) <= GREATEST_HEIGHT
        return "" if fits else f'height: "{text}" is not a number of pixels from {allowed}'
    if name not in PARAMETERS:
        return f'unknown option "{name}"{_instead(name, [*PARAMETERS, *OF_ELEMENT])}'
    if name == "lang":
        return "" if language_for(text) else f'lang: unknown value "{text}"{_instead(text, LANGUAGES)}'
    part = PARAMETERS[name]
    values = [value.strip() for value in text.split(",") if value.strip()] if "items" in part else [text]
    wrong = (value for value in values if not _fits(part.get("items", part), value))
    return next((f"{name}: {_wrong_value(value, part.get('items', part))}" for value in wrong), "")


def _fits(part: Mapping[str, Any], text: str) -> bool:
    """Whether a text is a value of this part of the schema."""
    if "enum" in part:
        return (str(int(text)) if re.fullmatch(r"\d{1,12}", text, re.ASCII) else text) in map(
            str, part["enum"]
        )
    if part["type"] in ("integer", "number"):
        return _is_within(part, text)
    return len(text) <= part["maxLength"] and re.search(part.get("pattern", ""), text) is not None


def _is_within(part: Mapping[str, Any], text: str) -> bool:
    number = r"\d{1,12}" if part["type"] == "integer" else r"\d{1,12}(\.\d{1,12})?"
    if not re.fullmatch(number, text, re.ASCII):
        return False
    return bool(part["minimum"] <= float(text) <= _highest(part))


def _highest(part: Mapping[str, Any]) -> float:
    return float(part.get("maximum", part.get("exclusiveMaximum", 1) - 1))


def _wrong_value(text: str, part: Mapping[str, Any]) -> str:
    if "enum" in part:
        return f'unknown value "{text}"{_instead(text, map(str, part["enum"]))}'
    if part["type"] in ("integer", "number"):
        kind = "a whole number" if part["type"] == "integer" else "a number"
        return f'"{text}" is not {kind} from {part["minimum"]:g} to {_highest(part):.12g}'
    return f'"{text[:40]}" is not a value that an address can have'


def _instead(text: str, names: Iterable[str]) -> str:
    """The names that were probably meant, else all of them."""
    known = list(names)
    near = get_close_matches(text, known, n=1)
    return f'; did you mean "{near[0]}"?' if near else f"; there are {', '.join(known)}"
