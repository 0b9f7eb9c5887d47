"""Parameters in the safetensors format, which holds numbers and nothing that could run."""

import json

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load, save

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.network import Network
from backstep_lab.sessions.layered import current_network
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid

HEADER_SIZE = 8  # bytes of the number of bytes of the header (safetensors format)
_FLOATS = ("float64", "float32", "float16")


def tensors(session: Session, lang: str) -> bytes:
    """W and b of each layer as they stand, named as PyTorch names them: `layers.0.weight`."""
    arrays = {name: np.ascontiguousarray(array) for name, array in named(current_network(session)).items()}
    network = current_network(session)
    return save(
        arrays,
        {
            "format": "pt",
            "made_by": "Backstep",
            "activations": ",".join(network.shape.activations),
            "loss": network.shape.loss,
        },
    )


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
    try:
        found = load(data)
    except (SafetensorError, KeyError, TypeError, ValueError) as error:
        raise _broken(str(error)[:120] or "damaged") from None
    for name, array in found.items():
        if array.dtype.name not in _FLOATS:
            raise _broken(f"{name[:80]} holds {array.dtype.name}, not one of {', '.join(_FLOATS)}")
    return {name[:80]: array.astype(np.float64) for name, array in found.items()}


def metadata(data: bytes) -> dict[str, str]:
    """What a file that can be read says beside its tensors."""
    size = int.from_bytes(data[:HEADER_SIZE], "little")
    found: dict[str, str] = json.loads(data[HEADER_SIZE : HEADER_SIZE + size]).get("__metadata__") or {}
    return found


def _broken(why: str) -> Invalid:
    return Invalid("file", f"This is no safetensors file that can be read: {why}.", "problem-file-tensors")
