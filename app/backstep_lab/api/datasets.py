"""The data that a description makes, before there is a session."""

from fastapi import APIRouter, Request

from backstep_lab.api.dependencies import ClientDep, ServiceDep, client_of, service_of
from backstep_lab.api.errors import responses
from backstep_lab.api.json_response import Json
from backstep_lab.api.large_body import LargeBodyRoute, read_beside
from backstep_lab.queries.preview import DataPreview
from backstep_lab.spec.model import DataSpec

router = APIRouter(prefix="/api/v1", tags=["data"], route_class=LargeBodyRoute)
READING = responses(413, 422, 429, 503)


async def _preview_beside(request: Request, body: bytes) -> Json:
    return Json(await service_of(request).task("preview", {"body": body}, client_of(request)))


@router.post("/datasets/preview", response_model=DataPreview, response_class=Json, responses=READING)
@read_beside(_preview_beside)
async def preview(service: ServiceDep, client: ClientDep, call: DataSpec) -> Json:
    """The first examples that a description of data makes, and how many there are."""
    return Json(await service.task("preview", {"body": call.model_dump_json().encode()}, client))
