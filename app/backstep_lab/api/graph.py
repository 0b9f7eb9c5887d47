"""Computation graphs: what a program means, and what may stand in one."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import ClientDep, QuestionsDep, ServiceDep
from backstep_lab.api.errors import responses
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.config import limits
from backstep_lab.queries.graph.forward_mode import ForwardMode
from backstep_lab.queries.graph.same_function import SameFunction
from backstep_lab.spec.base import RefText
from backstep_lab.spec.graph import GraphProgram
from backstep_lab.wire.graph import GraphDescription
from backstep_lab.wire.graph_reading import GraphRead

router = APIRouter(prefix="/api/v1", tags=["graphs"])


@router.post("/graph", response_model=GraphRead, response_class=Json, responses=responses(413, 422, 429, 503))
async def read_program(service: ServiceDep, client: ClientDep, call: GraphProgram) -> Json:
    """What a program means, without a session; names without a value get suggested ones."""
    return Json(
        await service.task("graph", {"body": call.model_dump_json(exclude_unset=True).encode()}, client)
    )


@router.get(
    "/sessions/{id}/graph", response_model=GraphDescription, response_class=Json, responses=WRONG_QUESTION
)
async def graph(questions: QuestionsDep) -> Json:
    """The session's graph; it changes only with an edit of the program."""
    return Json(await questions.ask("graph"))


@router.get(
    "/sessions/{id}/forward-mode", response_model=ForwardMode, response_class=Json, responses=WRONG_QUESTION
)
async def forward_mode(
    questions: QuestionsDep, leaf: Annotated[RefText, Query(description="A leaf, such as x or W[0,1].")]
) -> Json:
    """The derivatives of all numbers by one leaf, and how many operations both modes take."""
    return Json(await questions.ask("forward-mode", leaf=leaf))


@router.get(
    "/sessions/{id}/same-function",
    response_model=SameFunction,
    response_class=Json,
    responses=WRONG_QUESTION,
)
async def same_function(
    questions: QuestionsDep,
    program: Annotated[
        str,
        Query(
            min_length=1,
            max_length=limits.MAX_EXPRESSION,
            description="A program with values, such as `x = 2` and `y = x*x` in two lines.",
        ),
    ],
) -> Json:
    """Whether the session's program computes the same as another one, at the values in it and at others."""
    return Json(await questions.ask("same-function", program=program))
