"""Where the next steps of a session lead."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.config import limits
from backstep_lab.wire.models import ForeseenMoments

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

ForeseenUnit = Literal["term", "neuron", "layer", "element", "line", "group", "pass", "iteration"]
Unit = Annotated[ForeseenUnit, Query(description="How much one step does.")]
Iteration = Annotated[
    int, Query(ge=0, le=limits.MAX_ITERATION, description="The iteration of the moment, from 0.")
]
Step = Annotated[int, Query(ge=0, le=limits.MAX_STEP, description="Operations done in it.")]


@router.get("/{id}/foreseen", response_model=ForeseenMoments, response_class=Json, responses=WRONG_QUESTION)
async def foreseen(questions: QuestionsDep, unit: Unit, iteration: Iteration, step: Step) -> Json:
    """Where steps forward and back from a moment lead, without making them."""
    return Json(await questions.ask("foreseen", unit=unit, iteration=iteration, step=step))
