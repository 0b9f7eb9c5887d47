"""A unit's activation function."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.api.query_parameters import UnitRef
from backstep_lab.queries.activation import UnitActivation
from backstep_lab.spec.base import Number

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])


@router.get("/{id}/activation", response_model=UnitActivation, response_class=Json, responses=WRONG_QUESTION)
async def activation(
    questions: QuestionsDep,
    ref: UnitRef,
    z: Annotated[Number | None, Query(description="A z at which its function is wanted.")] = None,
) -> Json:
    """A unit's activation function and slope, and where the focus example stands on it."""
    return Json(await questions.ask("activation", ref=ref, z=z))
