"""The initial data of a page: its session, its parsed address, and the messages."""

from functools import lru_cache

from backstep_lab.i18n import catalogue
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.presets import PRESETS
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.operations import FORWARD
from backstep_lab.wire.address import ParsedAddress
from backstep_lab.wire.choices import presets_in
from backstep_lab.wire.graph import graph_json
from backstep_lab.wire.json_encoder import json_bytes, json_object
from backstep_lab.wire.lesson import LessonAnswer
from backstep_lab.wire.session import session_json

_BEYOND_FORWARD = frozenset({"pass", "iteration", "epoch"})  # units whose first step ends in another pass

_UNUSED = {"title", "summary", "figures"}  # of a preset, on the page


def initial_json(
    session: Session,
    address: ParsedAddress,
    lang: str,
    root: str,
    home: str,
    words: bool,
    lesson: LessonAnswer | None = None,
    introduces: bool = False,
) -> str:
    """The page's data block: JSON that may stand inside a script element.

    `words` puts the language's messages in, those that a first step may need. A frame takes them from the
    built page: ten frames share them. `introduces` says that a first visit begins with the introduction.
    """
    further = _further(session, address, lesson)
    if words:
        # The session that this browser keeps may be in its backward pass.
        further = tuple(dict.fromkeys((catalogue.EXPLANATIONS, *further)))
    data = json_object(
        session=session_json(session),
        presets=_menu_json(session.current.spec.preset),
        query=json_bytes(address.query.model_dump()),
        asked=json_bytes(address.asked),
        introduces=json_bytes(introduces),
        warnings=json_bytes([warning.model_dump() for warning in address.warnings]),
        begin=json_bytes(address.begin),
        lang=json_bytes(lang),
        root=json_bytes(root),
        home=json_bytes(home),
        messages=_messages(lang, *further) if words else json_bytes(None),
        further=json_bytes(further),
        story=json_bytes(catalogue.entry(lang, f"preset-{session.current.spec.preset}-story")),
        lesson=json_bytes(lesson.model_dump() if lesson else None),
        program=description_json(session),
    )
    return data.decode().replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def preset_json(name: str) -> bytes:
    """The preset of a name alone; its words are among the messages."""
    chosen = [preset for preset in presets_in(str) if preset.name == name]
    return json_bytes([preset.model_dump(exclude=_UNUSED) for preset in chosen])


@lru_cache(maxsize=len(PRESETS) + 1)
def _menu_json(own: str | None) -> bytes:
    """All presets, with the text that the page's own follows; it asks for another's once that is chosen."""
    return json_bytes(
        [
            preset.model_dump(exclude=_UNUSED if preset.name == own else _UNUSED | {"source"})
            for preset in presets_in(str)
        ]
    )


def description_json(session: Session) -> bytes:
    """The description of a graph's program; null for another model."""
    current = session.current
    if not isinstance(current, GraphIteration):
        return b"null"
    return graph_json(current.spec.graph.program, current.setup.operations)


def prepare(lang: str) -> None:
    """Make what every page of a language holds, so that the first reader need not wait for it."""
    _menu_json(None)
    _messages(lang, catalogue.EXPLANATIONS)


def _further(session: Session, address: ParsedAddress, lesson: LessonAnswer | None) -> tuple[str, ...]:
    """The folders of messages that the first step needs besides those of every first step.

    These are all where there are questions or settings of training at once.
    """
    query = address.query
    if lesson is not None or query.predict == 1 or query.mode == "train":
        return (catalogue.EXPLANATIONS, catalogue.GRAPH, catalogue.LATER)
    is_beyond = session.step >= session.current.phases[FORWARD][1] or query.unit in _BEYOND_FORWARD
    beyond = (catalogue.EXPLANATIONS,) if is_beyond else ()
    return (*beyond, catalogue.GRAPH) if session.current.model == "graph" else beyond


@lru_cache(maxsize=3 * len(catalogue.LANGUAGES))
def _messages(lang: str, *folders: str) -> bytes:
    return json_bytes(catalogue.first(lang, *folders))
