"""Back-propagated gradients checked by differences of the loss."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.queries.gradient_check import GradientChecks
from backstep_lab.spec.base import RefText

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

GradientRef = Annotated[
    RefText | None, Query(description="One gradient, such as dW1[0,0] or db1[0]; all of them without it.")
]


@router.get(
    "/{id}/gradient-check", response_model=GradientChecks, response_class=Json, responses=WRONG_QUESTION
)
async def gradient_check(questions: QuestionsDep, ref: GradientRef = None) -> Json:
    """Every gradient that is computed beside a central difference of the loss."""
    return Json(await questions.ask("gradient-check", ref=ref))
