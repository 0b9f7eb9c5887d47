"""Data: what a description makes, what a table holds, the examples of a session. Nothing here is changed."""

from typing import Annotated

from fastapi import APIRouter, Query

from app import limits
from app.deps import KeeperDep, SessionDep
from app.errors import responses
from app.routes.answers import WRONG_QUESTION, Json
from app.schemas.examples import DataPreview, ExampleTable, SetName, examples_json, preview_json
from app.schemas.spec import Data
from app.schemas.table import TableCall, TableRead, table_json

router = APIRouter(prefix="/api/v1", tags=["data"])
READING = responses(413, 422, 429, 503)

Offset = Annotated[int, Query(ge=0, le=limits.MAX_EXAMPLES, description="The first row.")]
Limit = Annotated[int, Query(ge=1, le=limits.EXAMPLES_SHOWN, description="How many rows at most.")]


@router.post("/datasets/preview", response_model=DataPreview, response_class=Json, responses=READING)
async def preview(keeper: KeeperDep, call: Data) -> Json:
    """The first examples that a description of data makes, and how many there are."""
    return Json(await keeper.workers.run(lambda _: preview_json(call)))


@router.post("/table", response_model=TableRead, response_class=Json, responses=READING)
async def table(keeper: KeeperDep, call: TableCall) -> Json:
    """The examples in a text such as a CSV file; a mistake is told with its line."""
    return Json(await keeper.workers.run(lambda _: table_json(call)))


@router.get(
    "/sessions/{id}/examples", response_model=ExampleTable, response_class=Json, responses=WRONG_QUESTION
)
async def examples(
    session: SessionDep,
    set: Annotated[SetName, Query(description="Which set.")] = "train",
    offset: Offset = 0,
    limit: Limit = limits.EXAMPLES_SHOWN,
) -> Json:
    """The examples a session learns from or is tested on, and which of them are in the batch in hand."""
    return Json(examples_json(session, set, offset, limit))
