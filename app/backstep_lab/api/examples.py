"""The examples of a session."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.config import limits
from backstep_lab.queries.examples import ExampleTable, SetName

router = APIRouter(prefix="/api/v1/sessions", tags=["data"])

Offset = Annotated[int, Query(ge=0, le=limits.MAX_EXAMPLES, description="The first row.")]
Limit = Annotated[int, Query(ge=1, le=limits.EXAMPLES_SHOWN, description="How many rows at most.")]


@router.get("/{id}/examples", response_model=ExampleTable, response_class=Json, responses=WRONG_QUESTION)
async def examples(
    questions: QuestionsDep,
    set: Annotated[SetName, Query(description="Which set.")] = "train",
    offset: Offset = 0,
    limit: Limit = limits.EXAMPLES_SHOWN,
) -> Json:
    """The training or test examples of a session, and which of them are in the current batch."""
    return Json(await questions.ask("examples", set=set, offset=offset, limit=limit))
