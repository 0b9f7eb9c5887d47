"""Parameters from a safetensors file, as an edit of the session."""

from collections.abc import Mapping

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.exports.safetensors_export import named, read
from backstep_lab.sessions.layered import current_network
from backstep_lab.sessions.patch import edited
from backstep_lab.sessions.permissions import check_unlocked
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.transition import Transition
from backstep_lab.spec.errors import Invalid


def imported(session: Session, data: bytes) -> Transition:
    """The session with a file's parameters. Raises Invalid where they are not for this network, or Locked."""
    check_unlocked(session, ["parameters"])
    found, wanted = read(data), named(current_network(session))
    _check(found, wanted)
    layers = range(len(wanted) // 2)
    weights, biases = ([found[f"layers.{i}.{kind}"].tolist() for i in layers] for kind in ("weight", "bias"))
    network = {"parameters": {"W": weights, "b": biases}}
    return Transition(session, edited(session, {"network": network}), needs_snapshot=True)


def _check(found: Mapping[str, Array], wanted: Mapping[str, Array]) -> None:
    for name in wanted.keys() - found.keys():
        raise _unfit(name, "nothing", _shape(wanted[name]))
    for name, array in found.items():
        if name not in wanted:
            raise _unfit(name, _shape(array), "nothing")
        if array.shape != wanted[name].shape:
            raise _unfit(name, _shape(array), _shape(wanted[name]))
        if not (np.abs(array) <= limits.MAX_NUMBER).all():
            raise Invalid(
                f"file.{name}",
                f"{name} has a number that is not finite or beyond ±{limits.MAX_NUMBER:g}.",
                "problem-file-number",
                name=name,
                max=limits.MAX_NUMBER,
            )


def _shape(array: Array) -> str:
    return " × ".join(map(str, array.shape)) or "1"


def _unfit(name: str, found: str, wanted: str) -> Invalid:
    return Invalid(
        f"file.{name}",
        f"{name}: the file has {found}, this network needs {wanted}.",
        "problem-file-shape",
        name=name,
        found=found,
        wanted=wanted,
    )
