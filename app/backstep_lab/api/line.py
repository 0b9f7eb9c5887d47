"""The line that a unit draws through the plane of two inputs."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.api.query_parameters import UnitRef
from backstep_lab.queries.line import UnitLine
from backstep_lab.spec.base import Number

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

Given = Annotated[
    Number | None, Query(description="In place of the number that the network has; to try another line.")
]


@router.get("/{id}/line", response_model=UnitLine, response_class=Json, responses=WRONG_QUESTION)
async def line(
    questions: QuestionsDep, ref: UnitRef, w_x: Given = None, w_y: Given = None, b: Given = None
) -> Json:
    """The line of a unit with two inputs, and which training examples stand on the right side of it."""
    return Json(await questions.ask("line", ref=ref, w_x=w_x, w_y=w_y, b=b))
