"""What inputs, neurons, outputs and classes are called, in the words of a lesson, a table or a learner.

Names change no number. They belong to a shape and to data: with another shape or other data, those that no
longer fit are dropped.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, ValidationError

from backstep_lab.config import limits
from backstep_lab.spec.base import Wire
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.validation_messages import invalid

if TYPE_CHECKING:
    from backstep_lab.spec.model import DataSpec, NetworkSpec, Spec

# No control characters, and none that end a line or turn the direction of writing.
_UNPRINTABLE = re.compile("[\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]")
PRINTABLE = "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]*$"
Name = Annotated[str, Field(max_length=limits.MAX_UNIT_NAME, pattern=PRINTABLE)]
NamesOfLayer = Annotated[list[Name], Field(max_length=limits.MAX_UNITS)]
NamesOfInputs = Annotated[list[Name], Field(max_length=limits.MAX_INPUTS)]
_EXAMPLES = ("name", "X", "Y", "columns", "species", "classes", "features", "targets")


class Names(Wire):
    """Names in the order of what they name; an empty one, or one left out at the end, is no name."""

    inputs: NamesOfInputs = Field(default=[], description="Of the inputs.")
    hidden: Annotated[list[NamesOfLayer], Field(max_length=limits.MAX_LAYERS)] = Field(
        default=[], description="Of the neurons of each hidden layer, layer 1 first."
    )
    outputs: NamesOfLayer = Field(default=[], description="Of the outputs.")
    classes: NamesOfLayer = Field(
        default=[],
        description="Of the classes, one for each of several outputs; of one output, the lower target first.",
    )

    def of(self, layer: int, unit: int, depth: int) -> str:
        """The name of an input (layer 0), a neuron or an output (layer `depth`); empty where it has none."""
        layers = {0: self.inputs, depth: self.outputs} | dict(enumerate(self.hidden[: depth - 1], start=1))
        names = layers.get(layer, ())
        return names[unit] if unit < len(names) else ""


NameOf = Callable[[int | None, int], str]
"""The name of a neuron of a layer; 0 for the inputs, None for the outputs."""


def nameless(layer: int | None, unit: int) -> str:
    """No name for anything."""
    return ""


def names_of(spec: "Spec") -> NameOf:
    """The names of a spec's network."""
    names, depth = spec.names, len(spec.network.layers)
    if names is None:
        return nameless
    return lambda layer, unit: names.of(depth if layer is None else layer, unit, depth)


def printable(text: str) -> str:
    """A text from anywhere as a name: without characters that cannot be printed, and cut to length."""
    return _UNPRINTABLE.sub(" ", text)[: limits.MAX_UNIT_NAME].strip()


def tidy(names: Names | None) -> Names | None:
    """The same without empty names at the end of a list; None where no name is left."""
    if names is None:
        return None
    hidden = [_trimmed(layer) for layer in names.hidden]
    while hidden and not hidden[-1]:
        hidden.pop()
    lists = {name: _trimmed(getattr(names, name)) for name in ("inputs", "outputs", "classes")}
    return Names(hidden=hidden, **lists) if hidden or any(lists.values()) else None


def _trimmed(names: Sequence[str]) -> list[str]:
    kept = [name.strip() for name in names]
    while kept and not kept[-1]:
        kept.pop()
    return kept


def whole(names: Names | None) -> dict[str, Any]:
    """All lists, as fields; empty ones where there is no name."""
    return (names or Names()).model_dump()


def renamed(spec: "Spec", part: Mapping[str, Any]) -> "Spec":
    """The spec with these lists of names in place of its own. Raises Invalid."""
    try:
        names = Names.model_validate({**whole(spec.names), **part})
    except ValidationError as error:
        raise invalid(error.errors(), "names") from None
    return spec.model_copy(update={"names": tidy(names)})


def carried(base: Mapping[str, Any], network: "NetworkSpec", data: "DataSpec") -> Mapping[str, Any]:
    """The names of a spec's fields that still fit another network or other data."""
    names, old = base.get("names") or {}, base.get("network") or {}
    before = [layer.get("units") for layer in old.get("layers", ())]
    after = [layer.units for layer in network.layers]
    given = base.get("data") or {}
    same_data = all(given.get(field) == getattr(data, field) for field in _EXAMPLES)
    kept: dict[str, Any] = {}
    if same_data and old.get("inputs") == network.inputs:
        kept["inputs"] = names.get("inputs", [])
    if same_data and before[-1:] == after[-1:]:
        kept |= {name: names.get(name, []) for name in ("outputs", "classes")}
    if same_data and len(before) == len(after):
        kept["hidden"] = [layer[:units] for layer, units in zip(names.get("hidden", []), after, strict=False)]
    return kept


def check_names(names: Names | None, sizes: Sequence[int]) -> None:
    """Raise Invalid where there are more names than the network has inputs, neurons or outputs for."""
    if names is None:
        return
    inputs, *hidden, outputs = sizes
    _check("names.hidden", len(names.hidden), len(hidden))
    for place, (layer, units) in enumerate(zip(names.hidden, hidden, strict=False)):
        _check(f"names.hidden.{place}", len(layer), units)
    _check("names.inputs", len(names.inputs), inputs)
    _check("names.outputs", len(names.outputs), outputs)
    _check("names.classes", len(names.classes), max(2, outputs))


def _check(field: str, count: int, most: int) -> None:
    if count > most:
        raise Invalid(
            field,
            f"{field} has {count} entries; there may be up to {most}.",
            "problem-too-many-names",
            count=count,
            max=most,
        )
