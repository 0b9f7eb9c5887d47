"""From what a learner asks for to a whole spec."""

from collections.abc import Mapping
from typing import Any

from app.presets import PRESETS
from app.schemas.spec import Spec
from app.sessions.build import spec_of
from app.sessions.problems import NotFound


def new_spec(body: Mapping[str, Any]) -> Spec:
    """The spec of a new session: a preset's, a learner's own, or a preset's with a learner's changes."""
    name = body.get("preset")
    if name is None:
        return spec_of(body)
    if name not in PRESETS:
        raise NotFound.preset(name, list(PRESETS))
    return spec_of(body, {"preset": name, **PRESETS[name].spec})
