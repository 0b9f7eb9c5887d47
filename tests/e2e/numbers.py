"""Numbers as the API tells them and as the picture draws them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_WRITTEN = re.compile(r"^([−+]?)(\d+(?:\.\d+)?)(?:×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$")

_PER_UNIT = {
    "z": "z{}",
    "a": "a{}",
    "dL_da": "dL/da{}",
    "slope": "f'(z{}",
    "delta": "delta{}",
    "db": "db{}",
    "b_next": "b{}_next",
}
_PER_EDGE = {"dW": "dW{}", "W_next": "W{}_next"}


def known(session: dict[str, Any]) -> dict[str, float]:
    """Every number of a session that is computed, by its ref."""
    return {ref: value for ref, value in _all(session) if value is not None}


def _all(session: dict[str, Any]) -> Iterator[tuple[str, float | None]]:
    values, parameters = session["values"], session["parameters"]
    for name in ("x", "y"):
        yield from _units(name, values[name])
    yield from _units("loss", values["loss_terms"])
    yield from ((name, values[name]) for name in ("loss", "example_loss", "penalty"))
    for name, form in _PER_UNIT.items():
        for layer, units in enumerate(values[name], start=1):
            closing = ")" if name == "slope" else ""
            yield from ((ref + closing, value) for ref, value in _units(form.format(layer), units))
    for layer, units in enumerate(parameters["b"], start=1):
        yield from _units(f"b{layer}", units)
    for form, layers in [
        ("W{}", parameters["W"]),
        *((form, values[name]) for name, form in _PER_EDGE.items()),
    ]:
        for layer, rows in enumerate(layers, start=1):
            for j, row in enumerate(rows):
                yield from ((f"{form.format(layer)}[{j},{k}]", value) for k, value in enumerate(row))


def _units(name: str, values: list[float | None]) -> Iterator[tuple[str, float | None]]:
    yield from ((f"{name}[{j}]", value) for j, value in enumerate(values))


def says(written: str, value: float) -> bool:
    """Whether a number as drawn is this value: the same sign, at most half a unit of its last digit away."""
    found = _WRITTEN.match(written)
    if found is None:
        return False
    sign, mantissa, exponent = found.groups()
    scale = int((exponent or "0").translate(_SUPERSCRIPTS))
    drawn = Decimal(mantissa).scaleb(scale) * (-1 if sign == "−" else 1)
    digits = len(mantissa.partition(".")[2])
    return 2 * abs(Decimal(value) - drawn) <= Decimal(1).scaleb(scale - digits)
