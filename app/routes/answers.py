"""Answers that are JSON already, and where they stand in the documentation."""

from typing import Any

from fastapi import Response

from app.errors import responses


class Json(Response):
    """Bytes of JSON."""

    media_type = "application/json"


WRONG = responses(404, 409, 413, 422, 429)
WRONG_QUESTION = responses(404, 422, 429)


def documented(**more: Any) -> dict[str, Any]:
    """Arguments of a route that answers prepared JSON."""
    return {"response_class": Json, **more}
