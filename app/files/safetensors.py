"""Parameters in the safetensors format: eight bytes of length, a header of JSON, and the numbers as they are.

Nothing in it can run, and every length is checked before a byte is believed
(https://huggingface.co/docs/safetensors, "Format").
"""

import json
from math import prod
from typing import Any

import numpy as np

from app import limits
from app.engine.arrays import Array
from app.engine.network import Network
from app.sessions.problems import Invalid
from app.sessions.session import Session

_TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2"}
_LENGTH = 8  # bytes that say how long the header is


def tensors(session: Session, lang: str) -> bytes:
    """W and b of each layer as they stand, named as PyTorch names them: `layers.0.weight`."""
    header: dict[str, Any] = {"__metadata__": {"format": "pt", "made_by": "Backstep"}}
    body = b""
    for name, array in named(session.network).items():
        raw = np.ascontiguousarray(array, dtype="<f8").tobytes()
        place = [len(body), len(body) + len(raw)]
        header[name] = {"dtype": "F64", "shape": list(array.shape), "data_offsets": place}
        body += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % _LENGTH)
    return len(text).to_bytes(_LENGTH, "little") + text + body


def named(network: Network) -> dict[str, Array]:
    """The parameters by their names in a file."""
    layers = enumerate(zip(network.W, network.b, strict=True))
    return {
        f"layers.{i}.{kind}": array
        for i, both in layers
        for kind, array in zip(("weight", "bias"), both, strict=True)
    }


def read(data: bytes) -> dict[str, Array]:
    """The tensors of a file. Raises Invalid for whatever is none."""
    start = _LENGTH + int.from_bytes(data[:_LENGTH], "little")
    if len(data) < _LENGTH or start > len(data) or start > limits.MAX_TENSORS_HEADER:
        raise _broken("its header is longer than the file, or than any of ours")
    try:
        header = json.loads(data[_LENGTH:start])
    except (ValueError, RecursionError):
        raise _broken("its header is no JSON") from None
    if not isinstance(header, dict):
        raise _broken("its header is no object")
    return {
        str(name)[:80]: _tensor(entry, data[start:])
        for name, entry in header.items()
        if name != "__metadata__"
    }


def _tensor(entry: Any, body: bytes) -> Array:
    try:
        kind, shape, (begin, end) = _TYPES[entry["dtype"]], tuple(entry["shape"]), entry["data_offsets"]
        sizes = (*shape, begin, end)
        if len(shape) > 2 or not all(type(size) is int and 0 <= size <= len(body) for size in sizes):
            raise ValueError
        if end - begin != prod(shape) * np.dtype(kind).itemsize:
            raise ValueError
        return np.frombuffer(body[begin:end], dtype=kind).reshape(shape).astype(np.float64)
    except (KeyError, TypeError, ValueError):
        raise _broken("a tensor is not F64, F32 or F16, or does not lie where the header says") from None


def _broken(why: str) -> Invalid:
    return Invalid("file", f"This is no safetensors file that can be read: {why}.", "problem-file-tensors")
