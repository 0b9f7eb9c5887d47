"""A link and a file that no session gives: each is short and asks for a thousand data sets in turn."""

import zlib
from base64 import urlsafe_b64encode
from typing import Any

import msgpack  # type: ignore[import-untyped]

from backstep_lab.sessions.link import COMMON, VERSION
from backstep_lab.sessions.store.codec import VERSION as CODEC_VERSION

EDITS = 1_000
DATASET = {"name": "spiral", "samples": 10_000}
EDIT = [0, [0, 0], [0, 0], 0, [{}, {}, 0, {}, {}, DATASET], []]  # as the codec writes one


def link_with_edits(file: dict[str, Any]) -> str:
    """The `state` of an address for a session file with these edits, which no session could give."""
    edited = file_with_edits(file)
    body = {
        "spec": edited["spec"],
        "edits": edited["edits"],
        "interval": 1,
        "checkpoints": [],
        "curves": {name: [b""] for name in ("iteration", "train", "test")},
        "reached": 0,
        "evaluated": 0,
    }
    packed = msgpack.packb([0, 0, 0, msgpack.packb([CODEC_VERSION, body])])
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, COMMON)
    return VERSION + urlsafe_b64encode(squeezer.compress(packed) + squeezer.flush()).decode().rstrip("=")


def file_with_edits(file: dict[str, Any]) -> dict[str, Any]:
    """The same as a file to import."""
    return {**file, "iteration": 0, "step": 0, "edits": [EDIT] * EDITS}
