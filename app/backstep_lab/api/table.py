"""The examples in a pasted table."""

from fastapi import APIRouter, Request

from backstep_lab.api.dependencies import ClientDep, ServiceDep, client_of, service_of
from backstep_lab.api.errors import responses
from backstep_lab.api.json_response import Json
from backstep_lab.api.large_body import LargeBodyRoute, read_beside
from backstep_lab.wire.table_preview import TableCall, TableRead

router = APIRouter(prefix="/api/v1", tags=["data"], route_class=LargeBodyRoute)


async def _table_beside(request: Request, body: bytes) -> Json:
    return Json(await service_of(request).task("table", {"body": body}, client_of(request)))


@router.post("/table", response_model=TableRead, response_class=Json, responses=responses(413, 422, 429, 503))
@read_beside(_table_beside)
async def table(service: ServiceDep, client: ClientDep, call: TableCall) -> Json:
    """The examples in a text such as a CSV file; a mistake is shown with its line."""
    return Json(await service.task("table", {"body": call.model_dump_json().encode()}, client))
