"""Why a session diverged, and what would help."""

from fastapi import APIRouter

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.queries.divergence import DivergenceAccount

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])


@router.get(
    "/{id}/divergence", response_model=DivergenceAccount, response_class=Json, responses=WRONG_QUESTION
)
async def divergence(questions: QuestionsDep) -> Json:
    """The first number that overflowed, the weight that had grown largest, and changes that help."""
    return Json(await questions.ask("divergence"))
