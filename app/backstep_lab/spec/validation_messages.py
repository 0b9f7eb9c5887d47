"""Turns a failed validation into a problem: the field, the value, and what is allowed."""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from backstep_lab.config import limits
from backstep_lab.spec.base import Wire
from backstep_lab.spec.errors import Invalid

LONGEST = 40  # characters of a value that is quoted back
_PLACES = ("body", "query", "path", "header")
_BRANCHES = ("Spec", "GraphSpec", *(f"axes-{axes}" for axes in range(limits.MAX_AXES + 1)))
_KINDS = {
    "float_type": ("problem-not-a-number", "a number"),
    "float_parsing": ("problem-not-a-number", "a number"),
    "int_type": ("problem-not-whole", "a whole number"),
    "int_parsing": ("problem-not-whole", "a whole number"),
    "int_from_float": ("problem-not-whole", "a whole number"),
    "int_parsing_size": ("problem-not-whole", "a whole number of a sensible size"),
    "string_type": ("problem-not-a-text", "a text"),
    "bool_type": ("problem-not-a-yes-or-no", "true or false"),
    "list_type": ("problem-not-a-list", "a list"),
    "dict_type": ("problem-not-an-object", "an object"),
    "model_type": ("problem-not-an-object", "an object"),
    "model_attributes_type": ("problem-not-an-object", "an object"),
    "finite_number": ("problem-not-finite", "a finite number"),
}
_LOW = {"greater_than_equal": "ge", "greater_than": "gt"}
_HIGH = {"less_than_equal": "le", "less_than": "lt"}


def invalid(errors: Sequence[Any], prefix: str = "") -> Invalid:
    """The first of pydantic's errors as a problem."""
    error: Mapping[str, Any] = errors[0]
    field = path_of(error["loc"], prefix)
    kind, ctx, value = error["type"], error.get("ctx") or {}, shown(error.get("input"))
    if kind in _KINDS:
        key, wanted = _KINDS[kind]
        return Invalid(field, f"{field} is {value}; it must be {wanted}.", key, value=value)
    if kind in _LOW or kind in _HIGH:
        return _out_of_range(field, value, kind, ctx)
    if kind in ("too_long", "too_short", "string_too_long", "string_too_short"):
        return _length(field, kind, ctx, error.get("input"))
    if kind in ("literal_error", "enum"):
        choices = str(ctx["expected"]).replace("'", "").replace(" or ", ", ")
        return Invalid(
            field,
            f"{field} is {value}; there are {choices}.",
            "problem-unknown-choice",
            value=value,
            choices=choices,
        )
    return _other(field, kind, ctx, value, error)


def _other(field: str, kind: str, ctx: Mapping[str, Any], value: str, error: Mapping[str, Any]) -> Invalid:
    if kind == "missing":
        return Invalid(field, f"{field} is missing.", "problem-missing")
    if kind == "extra_forbidden":
        return Invalid(
            field, f"There is no field {field} here; look for a slip of the pen.", "problem-unknown-field"
        )
    if kind == "json_invalid":
        place = error["loc"][-1]
        return Invalid(
            "body", f"The body is not JSON: see character {place}.", "problem-not-json", position=place
        )
    if kind == "string_pattern_mismatch":
        return Invalid(
            field, f"{field} is {value}, which has not the right form.", "problem-text-pattern", value=value
        )
    if kind.startswith("problem-"):  # a rule of ours, which names its message
        return Invalid(field, f"{field}: {error['msg']}.", kind, **ctx)
    reason = str(ctx.get("error", error["msg"]))
    return Invalid(field, f"{field}: {reason}.", "problem-not-valid", value=value)


def _out_of_range(field: str, value: str, kind: str, ctx: Mapping[str, Any]) -> Invalid:
    low, high = _range(field, ctx.get(_LOW.get(kind, "")), ctx.get(_HIGH.get(kind, "")))
    if low is not None and high is not None:
        detail = f"{field} is {value}; it must be from {_plain(low)} to {_plain(high)}."
        return Invalid(field, detail, "problem-out-of-range", value=value, min=low, max=high)
    if low is not None:
        word = "more than" if kind == "greater_than" else "at least"
        return Invalid(
            field,
            f"{field} is {value}; it must be {word} {_plain(low)}.",
            "problem-too-small",
            value=value,
            min=low,
        )
    assert high is not None, "an error of range names one bound at least"
    word = "less than" if kind == "less_than" else "at most"
    return Invalid(
        field,
        f"{field} is {value}; it must be {word} {_plain(high)}.",
        "problem-too-large-value",
        value=value,
        max=high,
    )


def _length(field: str, kind: str, ctx: Mapping[str, Any], given: object) -> Invalid:
    count = len(given) if isinstance(given, str | list | dict) else int(ctx.get("actual_length") or 0)
    low, high = ctx.get("min_length", 0), ctx.get("max_length", 0)
    if kind.startswith("string"):
        allowed = f"at most {high}" if "max_length" in ctx else f"at least {low}"
        return Invalid(
            field,
            f"{field} has {count} characters; it may have {allowed}.",
            "problem-text-length",
            count=count,
            max=high,
        )
    allowed = f"at most {high}" if "max_length" in ctx else f"at least {low}"
    return Invalid(
        field,
        f"{field} has {count} entries; it must have {allowed}.",
        "problem-list-length",
        count=count,
        min=low,
        max=high,
    )


def path_of(loc: Sequence[str | int], prefix: str = "") -> str:
    """`network.layers[0].units` from the places that pydantic names; a union's branches are left out."""
    text = prefix
    for part in loc[1:] if loc and loc[0] in _PLACES else loc:
        if isinstance(part, int):
            text += f"[{part}]"
        elif part not in _BRANCHES and not part.startswith(("constrained-", "literal[", "int", "function-")):
            text += f".{part[:80]}" if text else part[:80]
    return text or "body"


def shown(value: object) -> str:
    """A value as it is quoted in a message: short, and representable in JSON."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("Infinity" if value > 0 else "-Infinity")
    if isinstance(value, int) and abs(value) >= 10**LONGEST:
        return "a number of more than 40 digits"
    text = (
        f"“{value}”"
        if isinstance(value, str)
        else str(value)
        if isinstance(value, int | float)
        else _kind(value)
    )
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _plain(number: float) -> str:
    """A bound in plain digits: 1000000, not 1e+06."""
    return str(int(number)) if number == int(number) else f"{number:g}"


def _kind(value: object) -> str:
    return {"list": "a list", "dict": "an object"}.get(type(value).__name__, "something else")


def _range(field: str, low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """Both bounds of a field, of which an error names the broken one only."""
    names = [part.split("[", 1)[0] for part in reversed(field.split("."))]
    for pair in (pair for name in names for pair in _ranges().get(name, ())):
        if (low is not None and pair[0] == low) or (high is not None and pair[1] == high):
            return pair
    return low, high


@cache
def _ranges() -> dict[str, set[tuple[float, float]]]:
    found: dict[str, set[tuple[float, float]]] = {}
    for model in _below(Wire):
        for name, schema in model.model_json_schema().get("properties", {}).items():
            found.setdefault(name, set()).update(_bounds(schema))
    return found


def _below(model: type[Wire]) -> Iterator[type[Wire]]:
    """All models that derive from one."""
    for derived in model.__subclasses__():
        yield derived
        yield from _below(derived)


def _bounds(schema: Any) -> Iterator[tuple[float, float]]:
    if isinstance(schema, dict):
        if "minimum" in schema and "maximum" in schema:
            yield schema["minimum"], schema["maximum"]
        for inner in schema.values():
            yield from _bounds(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _bounds(inner)
