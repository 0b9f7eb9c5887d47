"""The parameters of an address: one table for the lab's address bar, `/p/{preset}`, `/embed` and links.

`AddressQuery` is the table, `/embed/schema.json` its description. No address is refused: an
unknown name is left alone, an invalid value is replaced by the default and reported as an `AddressWarning`.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from backstep_lab.config import limits
from backstep_lab.i18n import catalogue
from backstep_lab.models.graph.setup import plan_for
from backstep_lab.presets import DEFAULT, PRESETS
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.fields import LockName
from backstep_lab.spec.graph import GraphProgram
from backstep_lab.wire.graph_reading import needed_values
from backstep_lab.wire.leaf_values import read_values

FIRST_GRAPH = {"expr": "2*(x*y + max(z, w))", "values": "x:3,y:-4,z:2,w:-1"}

Panel = Literal["formula", "inspector", "views", "story", "published", "numbers"]
Hidden = Literal[
    Panel,
    "header",
    "preset",
    "example",
    "sheets",
    "display",
    "timeline",
    "steps",
    "play",
    "passes",
    "training",
    "text",
    "predict",
    "full",
]
Digits = Literal[2, 3, 4, 6, 9, 17]


class AddressQuery(BaseModel):
    """The parameters of an address. Lists are separated by commas."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    v: Literal["1"] = Field("1", description="Version of this language.")
    preset: str = Field(
        DEFAULT, max_length=limits.MAX_NAME, description="The network to begin with, by name."
    )
    state: str = Field(
        "",
        max_length=limits.MAX_LINK,
        pattern=r"^[A-Za-z0-9_-]*$",
        description="A whole moment as Share writes it: network, data, edits, place. Wins over `preset`.",
    )
    expr: str = Field(
        "",
        max_length=limits.MAX_EXPRESSION,
        description="A program to step through, as `2*(x*y + max(z, w))`; instead of a network.",
    )
    values: str = Field(
        "",
        max_length=limits.MAX_EXPRESSION,
        description="The values of its leaves, as `x:3,y:-4`; a list as `W:[[1,2],[3,4]]`.",
    )
    iteration: int = Field(
        0, ge=0, le=limits.MAX_AHEAD, description="The iteration to begin in; 0 is the first."
    )
    step: int = Field(
        0, ge=0, le=limits.MAX_STEP, description="How many operations of that iteration are done."
    )
    focus: int = Field(0, ge=0, lt=limits.MAX_EXAMPLES, description="The example of the batch that is shown.")
    unit: Literal["term", "neuron", "layer", "element", "line", "group", "pass", "iteration", "epoch"] = (
        Field("term", description="What one press of Next step does; `element`, `line`, `group` in a graph.")
    )
    view: Literal["all", "network", "formula", "table"] = Field(
        "all", description="Everything, or the network, the formula or the table of numbers alone."
    )
    panels: tuple[Panel, ...] = Field(
        get_args(Panel), description="The panels beside the network; by default each of them."
    )
    mode: Literal["step", "train"] = Field(
        "step", description="How the page is arranged: for single steps, or for training."
    )
    controls: Literal["full", "step", "none"] = Field(
        "full", description="All controls, only those for stepping, or none."
    )
    hide: tuple[Hidden, ...] = Field((), description="Parts of the page that are not there at all.")
    lock: tuple[LockName, ...] = Field(
        (), description="What a learner may see but not change; the server refuses it too."
    )
    lang: str = Field(
        "",
        max_length=limits.MAX_LANGUAGE,
        description=f"The language: {' or '.join(catalogue.LANGUAGES)}; else the browser's.",
    )
    theme: Literal["auto", "light", "dark"] = Field(
        "auto", description="Light, dark, or what the browser prefers."
    )
    digits: Digits = Field(3, description="Significant digits of a number.")
    scale: float = Field(
        1.0,
        ge=1,
        le=limits.MAX_SCALE,
        allow_inf_nan=False,
        description="Size of everything on the page; 1.5 for a projector.",
    )
    motion: Literal["auto", "off"] = Field(
        "auto", description="`off` for a picture that does not move by itself."
    )
    start: Literal["click", "visible", "auto"] = Field(
        "click",
        description="When a frame gets its own session: at the first click, in view, at once.",
    )
    autoplay: Literal[0, 1] = Field(0, description="1 to play from the start of the session.")
    lesson: str = Field(
        "",
        max_length=limits.MAX_NAME,
        pattern=r"^[a-z0-9-]*$",
        description="A lesson, by name; instead of a network.",
    )
    passage: int = Field(1, ge=1, le=limits.MAX_LIST, description="The passage of the lesson, from 1.")
    predict: Literal[0, 1] = Field(0, description="1 to ask for each number before it is shown.")
    id: str = Field(
        "",
        max_length=limits.MAX_NAME,
        pattern=r"^[\w.:-]*$",
        description="Repeated in every message to the host.",
    )
    origin: str = Field(
        "",
        max_length=limits.MAX_ORIGIN,
        pattern=r"^(https?://[^/\s?#]+)?$",
        description="The host page's origin: messages go to it and are taken from it alone.",
    )


class AddressWarning(BaseModel):
    """An invalid value in an address; the default is used instead."""

    name: str = Field(description="Name in the address.")
    value: str = Field(description="The value, truncated.")
    allowed: str = Field(description="The allowed values.")


class ParsedAddress(BaseModel):
    """An address, parsed."""

    query: AddressQuery = Field(description="Every value, the defaults filled in.")
    asked: list[str] = Field(description="Names that the address gives a value to.")
    warnings: list[AddressWarning] = Field(description="Invalid values, each replaced by its default.")
    begin: dict[str, Any] = Field(description="The body that makes its session: `POST /api/v1/sessions`.")


def parse_address(asked: Mapping[str, str], preset: str = DEFAULT) -> ParsedAddress:
    """Parse an address; `preset` is the default where it names none."""
    query, warnings = parse_query({"preset": preset, **asked})
    asked_for = sorted(query.model_fields_set & set(asked))
    begin, wrong = beginning_of(query)
    return ParsedAddress(query=query, asked=asked_for, warnings=warnings + wrong, begin=begin)


def beginning_of(query: AddressQuery) -> tuple[dict[str, Any], list[AddressWarning]]:
    """The body of the call that makes the address's session, without what is the default anyway.

    A program with a mistake is replaced by the first one, with a warning.
    """
    try:
        return _beginning(query), []
    except Invalid as mistake:
        warning = AddressWarning(name="expr", value=query.expr[:40], allowed=str(mistake))
        return _beginning(query.model_copy(update=FIRST_GRAPH)), [warning]


def _beginning(query: AddressQuery) -> dict[str, Any]:
    """The same. Raises Invalid where the program has a mistake."""
    begin = _model_of(query)
    if not query.state and (query.iteration or query.step):
        begin["at"] = {"iteration": query.iteration, "step": query.step}
    if not query.state and "focus" in query.model_fields_set:
        begin["focus"] = query.focus
    if query.lock:
        begin["lock"] = list(query.lock)
    if query.predict:
        begin["reveal_upcoming"] = False
    return begin


def _model_of(query: AddressQuery) -> dict[str, Any]:
    """What the session is made of: a moment's state, a program, or a preset."""
    if query.state:
        return {"state": query.state}
    if query.expr:
        call = GraphProgram.model_validate({"program": query.expr, "values": read_values(query.values)[0]})
        values = {**needed_values(call), **call.values}
        plan_for(call.model_copy(update={"values": values}))
        return {"graph": {"program": query.expr, "values": values}}
    return {"preset": query.preset}


def parse_query(asked: Mapping[str, str]) -> tuple[AddressQuery, list[AddressWarning]]:
    """The values of a query, and a warning for each invalid one."""
    said: dict[str, Any] = {}
    warnings: list[AddressWarning] = []
    for name in AddressQuery.model_fields:
        if name in asked:
            said[name], wrong = _value(name, asked[name])
            warnings += [
                AddressWarning(name=name, value=text[:40], allowed=allowed(name, text)) for text in wrong
            ]
    return AddressQuery(**{name: value for name, value in said.items() if value is not None}), warnings


def allowed(name: str, text: str = "") -> str:
    """The allowed values of a parameter, as an address writes them; of many names those like `text`."""
    schema = schema_json()["properties"][name]
    entry = schema.get("items", schema)
    if name == "values":
        return "x:3,y:-4,W:[[1,2],[3,4]]"
    names = entry.get("enum", entry.get("examples"))
    if names is not None:
        return ", ".join(_likest(text, [str(value) for value in names]))
    if "const" in entry:
        return str(entry["const"])
    if entry["type"] == "number":
        return f"{entry['minimum']:g}–{entry['maximum']:g}"
    if entry["type"] == "integer":
        if "maximum" in entry and entry["maximum"] >= limits.MAX_STEP:
            return f"{entry['minimum']}, {entry['minimum'] + 1}, …"
        return f"{entry['minimum']}–{entry.get('maximum', entry.get('exclusiveMaximum', 1) - 1)}"
    return f"≤ {entry['maxLength']}"


def _likest(text: str, names: list[str]) -> list[str]:
    """All names where they are few, else those most like a text."""
    if len(names) <= MOST_NAMES:
        return names
    like = get_close_matches(text[: limits.MAX_NAME], names, LIKE, cutoff=0.0)
    return [*like, "…"]


@lru_cache(maxsize=1)
def schema_json() -> dict[str, Any]:
    """The table as JSON Schema, with the names of the presets and the tags of the languages."""
    schema = AddressQuery.model_json_schema()
    schema["properties"]["preset"]["enum"] = list(PRESETS)
    schema["properties"]["lang"]["examples"] = list(catalogue.LANGUAGES)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


MOST_NAMES = 20  # that a warning lists
LIKE = 6  # of more names, so many
LISTS = ("panels", "hide", "lock")


def _value(name: str, text: str) -> tuple[Any, list[str]]:
    """(the value or None for the default, what could not be)."""
    if name not in LISTS:
        value = _one(name, text)
        if name == "values" and value is not None:
            return value, read_values(value)[1]
        return (value, []) if value is not None else (None, [text])
    entries = [entry.strip() for entry in text.split(",")][: limits.MAX_LIST] if text.strip() else []
    wrong = [entry for entry in entries if _one(name, entry) is None]
    return tuple(dict.fromkeys(entry for entry in entries if entry not in wrong)), wrong


def _one(name: str, text: str) -> Any:
    """A single value by its type; None where it is none."""
    if (name == "preset" and text not in PRESETS) or (name == "lang" and not catalogue.known(text)):
        return None
    whole = isinstance(AddressQuery.model_fields[name].default, int)
    try:
        value = int(text) if whole and len(text) <= limits.MAX_DIGITS else text
        return getattr(AddressQuery.model_validate({name: (value,) if name in LISTS else value}), name)
    except (ValidationError, ValueError):
        return None
