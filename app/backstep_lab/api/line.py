"""Questions about one unit: the line it draws, and how it combines its inputs. They change nothing."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.queries.line_answer import UnitLine, UnitSums
from backstep_lab.spec.base import Number, RefText

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

Unit = Annotated[RefText, Query(description="A unit, such as a1[0] or z1[0].")]
Given = Annotated[
    Number | None, Query(description="In place of the number that the network has; to try another line.")
]


@router.get("/{id}/line", response_model=UnitLine, response_class=Json, responses=WRONG_QUESTION)
async def line(
    questions: QuestionsDep, ref: Unit, w_x: Given = None, w_y: Given = None, b: Given = None
) -> Json:
    """The line of a unit with two inputs, and which training examples stand on the right side of it."""
    return Json(await questions.ask("line", ref=ref, w_x=w_x, w_y=w_y, b=b))


@router.get("/{id}/sums", response_model=UnitSums, response_class=Json, responses=WRONG_QUESTION)
async def sums(questions: QuestionsDep, ref: Unit) -> Json:
    """A unit's inputs by a plain sum and by a weighted one, for the focus example."""
    return Json(await questions.ask("sums", ref=ref))
