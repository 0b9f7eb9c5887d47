"""The loss over two parameters."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.api.query_parameters import ParameterRef, Span
from backstep_lab.config import limits
from backstep_lab.queries.landscape import LossSurface

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

Resolution = Annotated[
    int, Query(ge=3, le=limits.MAX_RESOLUTION, description="Points along either side, best an odd number.")
]


@router.get("/{id}/landscape", response_model=LossSurface, response_class=Json, responses=WRONG_QUESTION)
async def loss_surface(
    questions: QuestionsDep,
    x: ParameterRef,
    y: ParameterRef,
    resolution: Resolution = 41,
    span: Span = None,
) -> Json:
    """The loss of the batch over two weights or biases, with the way that they have come."""
    return Json(await questions.ask("landscape", x=x, y=y, resolution=resolution, span=span))
