"""From what a learner asks for to a whole spec, and to the moment a session begins at."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backstep_lab.presets import PRESETS
from backstep_lab.sessions.default_example import default_example
from backstep_lab.sessions.history import History
from backstep_lab.sessions.link import Bookmark, decode_link
from backstep_lab.sessions.session import Head
from backstep_lab.spec.errors import Invalid, NotFound
from backstep_lab.spec.model import Spec
from backstep_lab.spec.resolve import spec_of

_PLACE = ("state", "at", "focus")


def new_spec(body: Mapping[str, Any]) -> Spec:
    """The spec of a new session: a preset's, a learner's own, or a preset's with a learner's changes."""
    name = body.get("preset")
    if name is None:
        return spec_of(body)
    if name not in PRESETS:
        raise NotFound.preset(name, list(PRESETS))
    return spec_of(body, {"preset": name, **PRESETS[name].spec})


def parse_create(body: Mapping[str, Any]) -> Bookmark:
    """Where a new session begins: at a link's moment, or at any of a new spec. Raises Invalid, NotFound."""
    if body.get("state") is not None:
        return _linked(body)
    spec = new_spec({name: part for name, part in body.items() if name not in _PLACE})
    at = body.get("at", {})
    history = History(spec)
    focus = body["focus"] if "focus" in body else default_example(history.initial_setup)
    return Bookmark(history, Head(at.get("iteration", 0), at.get("step", 0), focus))


def _linked(body: Mapping[str, Any]) -> Bookmark:
    beside = sorted(set(body) - {"state", "lock", "ahead"})
    if beside:
        raise Invalid(
            beside[0],
            f"A link's moment is whole: {beside[0]} cannot stand beside state.",
            "problem-beside-state",
            part=beside[0],
        )
    bookmark = decode_link(body["state"])
    locks = sorted({*bookmark.history.spec.lock, *body.get("lock", ())})
    own = bookmark.history.spec
    spec = own.model_copy(update={"lock": locks, "ahead": body.get("ahead", own.ahead)})
    return replace(bookmark, history=replace(bookmark.history, spec=spec, built=None))
