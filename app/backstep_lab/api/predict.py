"""The forward pass of any point."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.config import limits
from backstep_lab.queries.predict import PointCall, Prediction
from backstep_lab.spec.base import Number

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

Point = Annotated[
    list[Number],
    Query(
        min_length=1,
        max_length=limits.MAX_INPUTS,
        description="The point's numbers, one after another; those that inputs are made of, if they are.",
    ),
]


@router.get("/{id}/predict", response_model=Prediction, response_class=Json, responses=WRONG_QUESTION)
async def predict(questions: QuestionsDep, x: Point) -> Json:
    """The forward pass of any point, with the parameters as they stand."""
    return Json(await questions.ask("predict", x=x))


@router.post("/{id}/predict", response_model=Prediction, response_class=Json, responses=WRONG_QUESTION)
async def predict_long(questions: QuestionsDep, call: PointCall) -> Json:
    """The same of a point that may be too long for an address."""
    return Json(await questions.ask("predict", x=call.x))
