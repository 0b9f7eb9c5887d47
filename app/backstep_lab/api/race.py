"""Settings trained from the same initial weights, side by side."""

from fastapi import APIRouter

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.queries.race.models import Race, RaceCall

router = APIRouter(prefix="/api/v1/sessions", tags=["sessions"])


@router.post("/{id}/race", response_model=Race, response_class=Json, responses=WRONG_QUESTION)
async def race(questions: QuestionsDep, call: RaceCall) -> Json:
    """Up to four settings trained from the same initial weights; the session itself stays as it is."""
    asked = call.model_dump(exclude_unset=True, exclude_none=True)
    return Json(await questions.ask("race", **asked))
