"""How a number of a session is made."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.queries.explain import Explanation
from backstep_lab.spec.base import RefText

router = APIRouter(prefix="/api/v1/sessions", tags=["sessions"])


@router.get("/{id}/explain", response_model=Explanation, response_class=Json, responses=WRONG_QUESTION)
async def explain(
    questions: QuestionsDep, ref: Annotated[RefText, Query(description="The number's name.")]
) -> Json:
    """The operation that makes this number, or will."""
    return Json(await questions.ask("explain", ref=ref))
