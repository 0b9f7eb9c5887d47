"""The gradient of the batch, example by example."""

from fastapi import APIRouter

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.api.query_parameters import ParameterRef
from backstep_lab.queries.batch import BatchShares

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])


@router.get("/{id}/batch", response_model=BatchShares, response_class=Json, responses=WRONG_QUESTION)
async def batch(questions: QuestionsDep, ref: ParameterRef) -> Json:
    """What each example of the batch gives to the gradient of a weight or bias."""
    return Json(await questions.ask("batch", ref=ref))
