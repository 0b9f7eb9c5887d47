"""How a unit combines its inputs."""

from fastapi import APIRouter

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.api.query_parameters import UnitRef
from backstep_lab.queries.sums import UnitSums

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])


@router.get("/{id}/sums", response_model=UnitSums, response_class=Json, responses=WRONG_QUESTION)
async def sums(questions: QuestionsDep, ref: UnitRef) -> Json:
    """A unit's inputs by a plain sum and by a weighted one, for the focus example."""
    return Json(await questions.ask("sums", ref=ref))
