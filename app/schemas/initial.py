"""What a page starts from: a preset's first picture, and the words."""

from functools import lru_cache

from app import catalogue
from app.presets import PRESETS
from app.schemas import told
from app.schemas.session import joined, session_json
from app.schemas.things import presets_in
from app.sessions.create import new_spec
from app.sessions.session import Session


@lru_cache(maxsize=64)
def initial_json(preset: str, lang: str, root: str) -> str:
    """The page's data block: JSON that may stand inside a script element."""
    session = Session.begun("", new_spec({"preset": preset}))
    presets = presets_in(lambda key: catalogue.say(lang, key))
    assert preset in PRESETS, "the caller has looked"
    data = joined(
        session=session_json(session),
        presets=told.json([summary.model_dump() for summary in presets]),
        lang=told.json(lang),
        root=told.json(root),
        messages=told.json(catalogue.source(lang)),
    )
    return data.decode().replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
