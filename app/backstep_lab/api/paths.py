"""A gradient as the sum over its paths to the loss."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.config import limits
from backstep_lab.queries.paths import LossPaths
from backstep_lab.spec.base import RefText

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

Limit = Annotated[int, Query(ge=1, le=limits.PATHS_SHOWN, description="The most paths that are written out.")]


@router.get("/{id}/paths", response_model=LossPaths, response_class=Json, responses=WRONG_QUESTION)
async def paths(
    questions: QuestionsDep,
    ref: Annotated[RefText, Query(description="A gradient, such as dW1[0,0].")],
    limit: Limit = limits.PATHS_SHOWN,
) -> Json:
    """A gradient as the sum over all paths to the loss, each with its factors, for the focus example."""
    return Json(await questions.ask("paths", ref=ref, limit=limit))
