"""Questions about a session's gradients. They change nothing, whoever asks and whenever."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.config import limits
from backstep_lab.queries.gradient_check_answer import GradientChecks, LossPaths
from backstep_lab.spec.base import RefText

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

Gradient = Annotated[
    RefText | None, Query(description="One gradient, such as dW1[0,0] or db1[0]; all of them without it.")
]
Limit = Annotated[int, Query(ge=1, le=limits.PATHS_SHOWN, description="The most paths that are written out.")]


@router.get(
    "/{id}/gradient-check", response_model=GradientChecks, response_class=Json, responses=WRONG_QUESTION
)
async def gradient_check(questions: QuestionsDep, ref: Gradient = None) -> Json:
    """Every gradient that is computed beside a central difference of the loss."""
    return Json(await questions.ask("gradient-check", ref=ref))


@router.get("/{id}/paths", response_model=LossPaths, response_class=Json, responses=WRONG_QUESTION)
async def paths(
    questions: QuestionsDep,
    ref: Annotated[RefText, Query(description="A gradient, such as dW1[0,0].")],
    limit: Limit = limits.PATHS_SHOWN,
) -> Json:
    """A gradient as the sum over all paths to the loss, each with its factors, for the focus example."""
    return Json(await questions.ask("paths", ref=ref, limit=limit))
