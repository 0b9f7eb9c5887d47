"""A session as a file: its spec, edits and position, and so every number."""

import json
from typing import Any

import msgpack  # type: ignore[import-untyped]

from backstep_lab.models.registry import model_in
from backstep_lab.sessions.history import History
from backstep_lab.sessions.link import Bookmark
from backstep_lab.sessions.session import Head, Session
from backstep_lab.sessions.store.codec import VERSION, CodecError, pack, unpack
from backstep_lab.spec.errors import Invalid
from backstep_lab.wire.session_file import FORMAT, SessionFile


def session_file(session: Session, lang: str) -> bytes:
    """The session as JSON; the same in every language."""
    head, history = session.head, _unpacked(History(session.history.spec, session.history.edits))
    whole = {
        "format": FORMAT,
        "version": 1,
        "iteration": head.iteration,
        "step": head.step,
        "focus": head.focus,
        "spec": history["spec"],
        "edits": history["edits"],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def reread(file: SessionFile) -> Bookmark:
    """The bookmark in a session file. Raises Invalid where its edits are damaged."""
    fields = file.spec.model_dump(exclude_none=True)
    if "graph" in fields:
        fields["graph"].setdefault(
            "train", None
        )  # the default of a new program would change the file's numbers
    spec = model_in(fields).spec_of(fields)  # whole, also where the file leaves something out
    try:
        body = {**_unpacked(History(spec)), "edits": file.edits}
        history = unpack(msgpack.packb([VERSION, body]))
    except (CodecError, ValueError, TypeError, OverflowError, RecursionError):
        raise Invalid(
            "edits",
            "The edits in this file are damaged or do not fit its network: no session can be made of it.",
            "problem-file-edits",
        ) from None
    return Bookmark(history, Head(file.iteration, file.step, file.focus))


def _unpacked(history: History) -> dict[str, Any]:
    _, body = msgpack.unpackb(pack(history))
    found: dict[str, Any] = body
    return found
