"""Whether large inputs saturate the first layer."""

from fastapi import APIRouter

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.queries.saturation import SaturationReport

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])


@router.get(
    "/{id}/saturation", response_model=SaturationReport, response_class=Json, responses=WRONG_QUESTION
)
async def saturation(questions: QuestionsDep) -> Json:
    """How much of layer 1 is saturated at the initial weights, where scaling the inputs ends it."""
    return Json(await questions.ask("saturation"))
