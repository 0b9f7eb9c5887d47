"""A layered network as a computation graph."""

from fastapi import APIRouter

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.queries.as_graph import NetworkAsGraph

router = APIRouter(prefix="/api/v1/sessions", tags=["graphs"])


@router.get("/{id}/as-graph", response_model=NetworkAsGraph, response_class=Json, responses=WRONG_QUESTION)
async def as_graph(questions: QuestionsDep) -> Json:
    """The body of a session that steps the current iteration of a network as a graph."""
    return Json(await questions.ask("as-graph"))
