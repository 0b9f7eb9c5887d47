"""Answers that are JSON already."""

from fastapi.responses import JSONResponse

from backstep_lab.api.errors import responses


class Json(JSONResponse):
    """Bytes of JSON; documented as JSON of the route's model."""

    def render(self, content: bytes) -> bytes:
        return content


WRONG = responses(404, 409, 410, 413, 422, 429, 503)
WRONG_QUESTION = WRONG | responses(414)
