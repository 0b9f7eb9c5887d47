"""The forward pass with one parameter changed: of the shown example, or of a graph."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.api.query_parameters import ParameterRef
from backstep_lab.queries.graph.what_if import GraphWhatIf
from backstep_lab.queries.what_if import WhatIf
from backstep_lab.spec.base import Number

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

Value = Annotated[Number, Query(description="What the parameter would be.")]


@router.get(
    "/{id}/what-if", response_model=WhatIf | GraphWhatIf, response_class=Json, responses=WRONG_QUESTION
)
async def what_if(questions: QuestionsDep, ref: ParameterRef, value: Value) -> Json:
    """The forward pass of the shown example, were one weight, bias or leaf another number."""
    return Json(await questions.ask("what-if", ref=ref, value=value))
