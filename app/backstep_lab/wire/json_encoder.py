"""JSON as bytes, and JSON put together from parts that are encoded already."""

from typing import Any

from pydantic_core import to_json


def json_bytes(value: Any) -> bytes:
    """Compact JSON of plain values or of a model; NaN and infinite numbers become null."""
    return to_json(value, inf_nan_mode="null")


def json_array(items: list[bytes]) -> bytes:
    """A JSON array of encoded items."""
    return b"[" + b",".join(items) + b"]"


def json_object(**fields: bytes) -> bytes:
    """A JSON object of encoded fields."""
    return b"{" + json_fields(**fields) + b"}"


def json_fields(**fields: bytes) -> bytes:
    """Encoded fields, without the braces around them."""
    return b",".join(b'"' + name.encode() + b'":' + value for name, value in fields.items())
