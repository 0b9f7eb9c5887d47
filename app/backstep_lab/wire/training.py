"""What training sends: events on the way, and the session at its end."""

from collections.abc import Mapping
from typing import Any

from backstep_lab.wire import operation_json as told
from backstep_lab.wire.session import joined


def trained_json(session: bytes, iterations: int, stopped: str) -> bytes:
    """The session after training, `session` being its JSON."""
    return session[:-1] + b',"ran":' + told.json({"iterations": iterations, "stopped": stopped}) + b"}"


def progress_json(revision: int, done: int, wanted: int, examples: int, fields: Mapping[str, Any]) -> bytes:
    """How far training has come; `fields` are those of the slice, with the session's JSON."""
    return joined(
        revision=told.json(revision),
        position=fields["position"],
        queued=b"0",
        done=told.json(done),
        wanted=told.json(wanted),
        examples=told.json(examples),
        loss=told.json(fields["loss"]),
        state=told.json(fields["status"]),
        session=fields["json"],
    )


def queued_json(before: int, done: int, wanted: int) -> bytes:
    """A run that waits for its turn."""
    return told.json({"queued": before, "done": done, "wanted": wanted})


def event(name: str, data: bytes | dict[str, object]) -> bytes:
    """A server-sent event."""
    line = data if isinstance(data, bytes) else told.json(data)
    return b"event: " + name.encode() + b"\ndata: " + line + b"\n\n"
