"""The moments of a recording: the first one whole, of each further one what it changes.

The operations of an iteration stand beside them, once (`operations.py`): a moment does not repeat them.
"""

import json
from collections.abc import Iterator
from typing import Any

from backstep_lab.exports.offline.patches import patch_of
from backstep_lab.exports.offline.span import Span
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.wire.json_encoder import json_bytes
from backstep_lab.wire.session import MOMENT_FIELDS, OWN_FIELDS, SESSION_FIELDS

OPERATIONS = ("operation", "next", "ahead")


def moments_of(span: Span, proceed: ShouldContinue) -> Iterator[bytes]:
    """A patch for each moment, the first one of `null`."""
    fields: dict[str, bytes] = {}
    before: dict[str, Any] | None = None
    for session in span.moments:
        proceed()
        now = {name: field(session) for name, field in MOMENT_FIELDS.items() if name not in OPERATIONS}
        if session.step == 0:
            now |= {name: field(session) for name, field in (OWN_FIELDS | SESSION_FIELDS).items()}
        changed = {name: json.loads(text) for name, text in now.items() if fields.get(name) != text}
        fields |= now
        after = {**(before or {}), **changed}
        yield json_bytes(patch_of(before, after))
        before = after
