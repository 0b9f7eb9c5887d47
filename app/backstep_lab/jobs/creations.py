"""How sessions are made: from a request's body, a session's file, or the words of a page's address."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from backstep_lab.exports.session_file import reread
from backstep_lab.jobs.bodies import validated
from backstep_lab.presets import PRESETS
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.link import Bookmark, open_bookmark
from backstep_lab.sessions.session import Session
from backstep_lab.spec.create import SessionCreate
from backstep_lab.wire.session_file import SessionFile

Arguments = Mapping[str, Any]
LIGHT_EXAMPLES = 2_000  # of a session that is made on the event loop
LIGHT_WORK = 1_000_000  # multiplications of its forward pass
LIGHT_WEIGHTS = 5_000  # whose JSON is written in a millisecond or two


def _from_body(arguments: Arguments) -> Bookmark:
    return parse_create(validated(SessionCreate, arguments["body"]).model_dump(exclude_unset=True))


CREATIONS: dict[str, Callable[[Arguments], Bookmark]] = {
    "create": lambda arguments: parse_create(arguments["parts"]),
    "create-body": _from_body,
    "import": lambda arguments: reread(validated(SessionFile, arguments["body"])),
}


def created(name: str, arguments: Arguments, id: str, proceed: ShouldContinue) -> Session:
    """The new session. Raises Invalid, NotFound, Diverged."""
    return open_bookmark(id, CREATIONS[name](arguments), proceed)


def is_light(parts: Mapping[str, Any]) -> bool:
    """Whether a session of these parts begins at its start and is small, by what it asks for."""
    if (
        parts.get("graph") is not None
        or parts.get("state") is not None
        or parts.get("at", {}).get("iteration", 0)
    ):
        return False
    preset = PRESETS.get(parts.get("preset") or "")
    network, data, training = (
        {**(preset.spec.get(part, {}) if preset else {}), **(parts.get(part) or {})}
        for part in ("network", "data", "training")
    )
    units = [network.get("inputs") or 0, *(layer["units"] for layer in network.get("layers") or ())]
    weights = sum(n_in * n_out for n_in, n_out in pairwise(units))
    examples = len(data.get("X") or ()) or data.get("samples") or LIGHT_EXAMPLES
    batch = training.get("batch_size") or 1
    used = examples if batch == "all" else min(batch, examples)
    return examples <= LIGHT_EXAMPLES and used * weights <= LIGHT_WORK and weights <= LIGHT_WEIGHTS
