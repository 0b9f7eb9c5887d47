"""The loss along one parameter."""

from fastapi import APIRouter

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.api.query_parameters import ParameterRef, Span
from backstep_lab.queries.loss_slice import LossSlice

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])


@router.get("/{id}/loss-slice", response_model=LossSlice, response_class=Json, responses=WRONG_QUESTION)
async def loss_slice(questions: QuestionsDep, ref: ParameterRef, span: Span = None) -> Json:
    """The loss of the batch along one weight or bias, with its slope and the step from here."""
    return Json(await questions.ask("loss-slice", ref=ref, span=span))
