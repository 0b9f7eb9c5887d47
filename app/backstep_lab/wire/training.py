"""What training sends: events on the way, and the session at its end."""

from collections.abc import Mapping
from typing import Any

from backstep_lab.wire.json_encoder import json_bytes, json_object


def trained_json(session: bytes, iterations: int, stopped: str) -> bytes:
    """The session after training, `session` being its JSON."""
    return session[:-1] + b',"ran":' + json_bytes({"iterations": iterations, "stopped": stopped}) + b"}"


def progress_json(revision: int, done: int, wanted: int, examples: int, fields: Mapping[str, Any]) -> bytes:
    """How far training has come; `fields` are those of the slice, with the session's JSON."""
    return json_object(
        revision=json_bytes(revision),
        position=fields["position"],
        queued=b"0",
        done=json_bytes(done),
        wanted=json_bytes(wanted),
        examples=json_bytes(examples),
        loss=json_bytes(fields["loss"]),
        state=json_bytes(fields["status"]),
        session=fields["json"],
    )


def queued_json(before: int, done: int, wanted: int) -> bytes:
    """A run that waits for its turn."""
    return json_bytes({"queued": before, "done": done, "wanted": wanted})
