"""Request bodies too large to be read on the event loop: validated where they are used."""

import json
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from backstep_lab.spec.validation_messages import invalid

M = TypeVar("M", bound=BaseModel)
LARGE_BODY = 64 * 1024  # bytes: reading more takes longer than a millisecond


def validated(model: type[M], body: bytes) -> M:
    """The body as a model. Raises Invalid in the words of the routes."""
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        if errors[0]["type"] == "json_invalid":
            errors[0]["loc"] = (_break_in(body),)
        raise invalid(errors) from None


def _break_in(body: bytes) -> int:
    """The character at which the body stops being JSON."""
    try:
        json.loads(body)
    except json.JSONDecodeError as error:
        return error.pos
    except (UnicodeDecodeError, RecursionError):
        return 0
    return len(body)
