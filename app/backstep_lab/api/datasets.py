"""Data: what a description makes, what a table holds, the examples of a session. Nothing here is changed."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from backstep_lab.api.dependencies import ClientDep, QuestionsDep, ServiceDep, client_of, service_of
from backstep_lab.api.errors import responses
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.api.large_body import LargeBodyRoute, read_beside
from backstep_lab.config import limits
from backstep_lab.queries.examples import DataPreview, ExampleTable, SetName
from backstep_lab.spec.model import Data
from backstep_lab.wire.table_preview import TableCall, TableRead

router = APIRouter(prefix="/api/v1", tags=["data"], route_class=LargeBodyRoute)
READING = responses(413, 422, 429, 503)

Offset = Annotated[int, Query(ge=0, le=limits.MAX_EXAMPLES, description="The first row.")]
Limit = Annotated[int, Query(ge=1, le=limits.EXAMPLES_SHOWN, description="How many rows at most.")]


async def _preview_beside(request: Request, body: bytes) -> Json:
    return Json(await service_of(request).task("preview", {"body": body}, client_of(request)))


@router.post("/datasets/preview", response_model=DataPreview, response_class=Json, responses=READING)
@read_beside(_preview_beside)
async def preview(service: ServiceDep, client: ClientDep, call: Data) -> Json:
    """The first examples that a description of data makes, and how many there are."""
    return Json(await service.task("preview", {"body": call.model_dump_json().encode()}, client))


async def _table_beside(request: Request, body: bytes) -> Json:
    return Json(await service_of(request).task("table", {"body": body}, client_of(request)))


@router.post("/table", response_model=TableRead, response_class=Json, responses=READING)
@read_beside(_table_beside)
async def table(service: ServiceDep, client: ClientDep, call: TableCall) -> Json:
    """The examples in a text such as a CSV file; a mistake is shown with its line."""
    return Json(await service.task("table", {"body": call.model_dump_json().encode()}, client))


@router.get(
    "/sessions/{id}/examples", response_model=ExampleTable, response_class=Json, responses=WRONG_QUESTION
)
async def examples(
    questions: QuestionsDep,
    set: Annotated[SetName, Query(description="Which set.")] = "train",
    offset: Offset = 0,
    limit: Limit = limits.EXAMPLES_SHOWN,
) -> Json:
    """The examples a session learns from or is tested on, and which of them are in the batch in hand."""
    return Json(await questions.ask("examples", set=set, offset=offset, limit=limit))
