"""Weights updated during the backward pass, beside weights updated after it."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.config import limits
from backstep_lab.queries.order import UpdateOrder

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

Iterations = Annotated[
    int,
    Query(
        description="How many iterations, from the start of this one.",
        json_schema_extra={"minimum": 1, "maximum": limits.MAX_AHEAD},
    ),
]


@router.get("/{id}/order", response_model=UpdateOrder, response_class=Json, responses=WRONG_QUESTION)
async def order(questions: QuestionsDep, iterations: Iterations = 1) -> Json:
    """Weights that all move at once, beside weights that move before the layers below have their δ."""
    return Json(await questions.ask("order", iterations=iterations))
