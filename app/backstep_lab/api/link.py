"""A session's position as a link."""

from fastapi import APIRouter

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.queries.link import Link

router = APIRouter(prefix="/api/v1/sessions", tags=["sessions"])


@router.get("/{id}/link", response_model=Link, response_class=Json, responses=WRONG_QUESTION)
async def link_to(questions: QuestionsDep) -> Json:
    """This very moment as a text for an address: `state=` of `/`, `/embed` and of a new session."""
    return Json(await questions.ask("link"))
