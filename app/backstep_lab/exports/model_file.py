"""A model's file as the start of a session: a session file, or parameters in the safetensors format.

Parameters are named as in PyTorch, such as `0.weight` and `0.bias` of a `Sequential`. Activation functions
and loss do not stand in such a file, unless Backstep has written it.
"""

import json
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import ValidationError

from backstep_lab.config import limits
from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.exports.safetensors_export import metadata, read
from backstep_lab.exports.session_file import reread
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.link import Bookmark
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.validation_messages import invalid
from backstep_lab.wire.session_file import SessionFile

SUFFIX = ".safetensors"
MAX_FILE_BYTES = 64_000_000  # far above the largest session, and soon read
STAND_IN = 0.5  # every input of the one example, where there is no data
_NAME = re.compile(r"(?:(.*)\.)?(weight|bias)")


@dataclass(frozen=True)
class Start:
    """A start as a bookmark, and as the call of the API that makes the same session."""

    bookmark: Bookmark
    call: str
    body: Any


def add_file_options(parser: ArgumentParser) -> None:
    """What a file of parameters does not say."""
    parser.add_argument(
        "--activations",
        help="of each layer, separated by commas; or two: of all hidden layers, and of the output",
    )
    parser.add_argument("--loss", choices=list(LOSSES), help="(by the output)")
    parser.add_argument("--data", type=Path, help="examples as CSV without a header: inputs, then targets")


def start_of(path: Path, chosen: Namespace) -> Start:
    """The start that a file describes. Raises Invalid for one that cannot be read, OSError for none."""
    if path.stat().st_size > MAX_FILE_BYTES:
        raise _broken(f"{path.name} is larger than {MAX_FILE_BYTES // 1_000_000} MB")
    data = path.read_bytes()
    if path.suffix != SUFFIX:
        return _session(data)
    layers, told = _layers(read(data)), metadata(data)
    names = _activations(chosen.activations or told.get("activations", ""), len(layers))
    body = _body(layers, names, chosen.loss or told.get("loss"), chosen.data)
    return Start(parse_create(body), "/sessions", body)


def _session(data: bytes) -> Start:
    try:
        file = SessionFile.model_validate_json(data)
    except ValidationError as error:
        if error.errors()[0]["type"] == "json_invalid":
            raise _broken("it is neither a session file nor one that ends in .safetensors") from None
        raise invalid(error.errors()) from None
    return Start(reread(file), "/sessions/import", json.loads(data))


def _layers(arrays: Mapping[str, Array]) -> list[tuple[Array, Array | None]]:
    """(W, b) of each layer, in the order of the numbers in their names. Raises Invalid for other layers."""
    found: dict[str, dict[str, Array]] = {}
    for name, array in arrays.items():
        parts = _NAME.fullmatch(name)
        if parts is None or array.ndim != (2 if parts[2] == "weight" else 1):
            raise _no_layer(name, array)
        found.setdefault(parts[1] or "", {})[parts[2]] = array
    for name, layer in found.items():
        if "weight" not in layer:
            raise _no_layer(f"{name}.bias", layer["bias"])
    return [(found[name]["weight"], found[name].get("bias")) for name in sorted(found, key=_numbers)]


def _numbers(name: str) -> list[Any]:
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.split(r"(\d+)", name)]


def _activations(text: str, layers: int) -> list[str]:
    """One for each layer. Raises Invalid where there are too few, or an unknown one."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    if len(names) == 2 and layers > 2:
        names = [names[0]] * (layers - 1) + [names[1]]
    if len(names) != layers or not set(names) <= set(ACTIVATIONS):
        choices = ", ".join(ACTIVATIONS)
        raise Invalid(
            "activations",
            f"The file has {layers} layers; name the activation function of each with --activations: "
            f"{choices}.",
            "problem-file-activations",
            layers=layers,
            choices=choices,
        )
    return names


def _body(
    layers: Sequence[tuple[Array, Array | None]], names: Sequence[str], loss: str | None, data: Path | None
) -> dict[str, Any]:
    if not layers:
        raise _broken("it has no layers")
    inputs, outputs = layers[0][0].shape[1], len(layers[-1][0])
    rows, targets = _examples(data, inputs, outputs)
    has_biases = any(b is not None for _, b in layers)
    biases = [np.zeros(len(W)) if b is None else b for W, b in layers]
    network = {
        "inputs": inputs,
        "layers": [{"units": len(W), "activation": name} for (W, _), name in zip(layers, names, strict=True)],
        "parameters": {"W": [W.tolist() for W, _ in layers], "b": [b.tolist() for b in biases]},
        **({"loss": loss} if loss else {}),
    }
    return {"network": network, "data": {"X": rows, "Y": targets}, "training": {"train_biases": has_biases}}


def _examples(data: Path | None, inputs: int, outputs: int) -> tuple[list[Any], list[Any]]:
    """The examples of a file; without one, a single example that stands in for them."""
    if data is None:
        return [[STAND_IN] * inputs], [[1.0] + [0.0] * (outputs - 1)]
    text = data.read_text("utf-8")[: limits.MAX_TEXT]
    try:
        rows = np.loadtxt(StringIO(text), delimiter=",", ndmin=2)
    except ValueError as error:
        raise _broken(str(error)[:120]) from None
    if rows.shape[1] != inputs + outputs:
        raise _broken(
            f"{data.name} has {rows.shape[1]} columns, the model {inputs} inputs and {outputs} outputs"
        )
    return rows[:, :inputs].tolist(), rows[:, inputs:].tolist()


def _no_layer(name: str, array: Array) -> Invalid:
    shape = " × ".join(map(str, array.shape)) or "1"
    return Invalid(
        f"file.{name}",
        f"{name} ({shape}) is no weight or bias of a fully connected layer: Backstep has no other layers.",
        "problem-file-layer",
        name=name,
        shape=shape,
    )


def _broken(why: str) -> Invalid:
    return Invalid("file", f"This file cannot be opened: {why}.", "problem-file-unopened", why=why)
