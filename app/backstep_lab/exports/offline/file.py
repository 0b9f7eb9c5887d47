"""A recording as one HTML file: the page's own program, its styles and fonts, and all its answers."""

import gzip
from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from backstep_lab.config.assets import environment, folder
from backstep_lab.exports.images.scene import scene
from backstep_lab.exports.images.svg import svg
from backstep_lab.exports.offline.recording import recording_json
from backstep_lab.exports.offline.span import LOCKS, Span, span_of
from backstep_lab.i18n import catalogue
from backstep_lab.presets import PRESETS
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.link import link
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Conflict
from backstep_lab.wire.address import AddressQuery, ParsedAddress
from backstep_lab.wire.json_encoder import json_bytes, json_object
from backstep_lab.wire.page_data import description_json, preset_json

# Parts of the page that mean nothing without a server.
ABSENT = ("preset", "sheets", "training", "predict", "full")


@dataclass(frozen=True)
class FileOptions:
    """The content and appearance of the file; `live` is the address of a server for further steps."""

    iterations: int
    first: int | None
    address: ParsedAddress
    lang: str
    live: str = ""


def file_of(session: Session, options: FileOptions, proceed: ShouldContinue) -> str:
    """The file. Raises Invalid where it would be too large."""
    program, style = built(session.current.model)
    span = span_of(session, options.first, options.iterations, proceed)
    preset = PRESETS.get(session.history.spec.preset or "")
    picture = svg(
        scene(span.moments[span.begins], options.lang), catalogue.say(options.lang, "picture-title")
    )
    parts = {
        "title": catalogue.say(options.lang, preset.title_key) if preset else "",
        "needs_script": catalogue.say(options.lang, "page-needs-script"),
        "picture": Markup(picture),
        "data": packed(_data(session, span, options, proceed)),
    }
    template = environment().get_template("file.html")
    return template.render(lang=options.lang, style=style, program=program, **parts)


def _data(session: Session, span: Span, options: FileOptions, proceed: ShouldContinue) -> bytes:
    """What the page begins with."""
    name = session.history.spec.preset
    return json_object(
        recording=recording_json(span, proceed),
        query=json_bytes(_query(options.address.query).model_dump()),
        asked=json_bytes(options.address.asked),
        warnings=json_bytes([warning.model_dump() for warning in options.address.warnings]),
        presets=preset_json(name) if name else json_bytes([]),
        lang=json_bytes(options.lang),
        live=json_bytes(_live(session, options)),
        program=description_json(session),
    )


def packed(data: bytes) -> str:
    """Small enough for one file, and safe inside markup."""
    return b64encode(gzip.compress(data, 9, mtime=0)).decode()


@lru_cache(maxsize=2)
def built(model: str) -> tuple[str, str]:
    """The page's program for a kind of model, packed, and its styles.

    Raises Conflict in a checkout that is not built.
    """
    name = "graph-file" if model == "graph" else "file"
    program, style = (folder("static/dist", "dist") / f"{name}.{kind}" for kind in ("js", "css"))
    if not program.is_file():
        raise Conflict("The page is not built: run npm run build first.", "page-not-built")
    return packed(program.read_bytes()), packed(style.read_bytes())


def _query(query: AddressQuery) -> AddressQuery:
    """The query without the parts that need a server."""
    hidden = tuple(dict.fromkeys((*query.hide, *ABSENT)))
    return query.model_copy(update={"hide": hidden, "lock": tuple(LOCKS), "start": "auto", "predict": 0})


def _live(session: Session, options: FileOptions) -> str:
    """The same moment on a page that has a server; empty where none is known."""
    state = link(session)
    current = f"&state={state}" if state else ""
    return f"{options.live}/?lang={options.lang}{current}" if options.live else ""
