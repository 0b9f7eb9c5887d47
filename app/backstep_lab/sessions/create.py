"""From the body of a request to a whole spec, and to the position at which a session begins."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backstep_lab.models.protocol import ModelSpec
from backstep_lab.models.registry import model_in
from backstep_lab.presets import PRESETS
from backstep_lab.sessions.history import History
from backstep_lab.sessions.link import Bookmark, decode_link
from backstep_lab.sessions.session import Head
from backstep_lab.spec.errors import Invalid, NotFound

_POSITION = ("state", "at", "focus")


def new_spec(body: Mapping[str, Any]) -> ModelSpec:
    """The spec of a new session: a preset's, a learner's own, or a preset's with changes."""
    base, name = None, body.get("preset")
    if name is not None:
        if name not in PRESETS:
            raise NotFound.preset(name, list(PRESETS))
        base = {"preset": name, **PRESETS[name].spec}
    spec: ModelSpec = model_in(base or body).spec_of(body, base)
    return spec


def parse_create(body: Mapping[str, Any]) -> Bookmark:
    """The start of a new session: a link's bookmark, or a position of a spec. Raises Invalid, NotFound."""
    if body.get("state") is not None:
        return _from_link(body)
    spec = new_spec({name: part for name, part in body.items() if name not in _POSITION})
    at = body.get("at", {})
    history = History(spec)
    focus = body["focus"] if "focus" in body else history.model.default_example(history.initial_setup)
    return Bookmark(history, Head(at.get("iteration", 0), at.get("step", 0), focus))


def _from_link(body: Mapping[str, Any]) -> Bookmark:
    others = sorted(set(body) - {"state", "lock", "reveal_upcoming"})
    if others:
        raise Invalid(
            others[0],
            f"A link's moment is whole: {others[0]} cannot stand beside state.",
            "problem-beside-state",
            part=others[0],
        )
    bookmark = decode_link(body["state"])
    locks = sorted({*bookmark.history.spec.lock, *body.get("lock", ())})
    own = bookmark.history.spec
    spec = own.model_copy(
        update={"lock": locks, "reveal_upcoming": body.get("reveal_upcoming", own.reveal_upcoming)}
    )
    return replace(bookmark, history=replace(bookmark.history, spec=spec, built=None))
