"""Sessions: created, read, edited, deleted."""

from typing import Any

from fastapi import APIRouter, Request, Response

from backstep_lab.api.dependencies import (
    ClientDep,
    ManagerDep,
    QuestionsDep,
    ServiceDep,
    SessionId,
    client_of,
    service_of,
)
from backstep_lab.api.errors import responses
from backstep_lab.api.json_response import WRONG, WRONG_QUESTION, Json
from backstep_lab.api.large_body import LargeBodyRoute, read_beside
from backstep_lab.api.request_context import root_of
from backstep_lab.jobs.service import ComputeService
from backstep_lab.spec.create import SessionCreate, SessionPatch
from backstep_lab.wire.models import EditedSession, SessionState

router = APIRouter(prefix="/api/v1/sessions", tags=["sessions"], route_class=LargeBodyRoute)


async def created(
    request: Request, service: ComputeService, client: str, name: str, **arguments: Any
) -> Json:
    """The answer to a call that makes a session."""
    id, answer = await service.create(name, arguments, client)
    return Json(answer, 201, {"Location": f"{root_of(request)}/api/v1/sessions/{id}"})


async def _create_beside(request: Request, body: bytes) -> Json:
    return await created(request, service_of(request), client_of(request), "create-body", body=body)


@router.post(
    "",
    status_code=201,
    response_model=SessionState,
    response_class=Json,
    responses=responses(404, 413, 422, 429, 503),
)
@read_beside(_create_beside)
async def create(request: Request, service: ServiceDep, client: ClientDep, call: SessionCreate) -> Json:
    """A new session: from a preset, from a network of one's own, or from a preset with changes."""
    return await created(request, service, client, "create", parts=call.model_dump(exclude_unset=True))


@router.get("/{id}", response_model=SessionState, response_class=Json, responses=WRONG_QUESTION)
async def read(questions: QuestionsDep) -> Json:
    """The session as it stands."""
    return Json(await questions.ask("session"))


async def _edit_beside(request: Request, body: bytes) -> Json:
    id = request.path_params["id"]
    return Json(await service_of(request).change(id, None, "patch", {"body": body}, client_of(request)))


@router.patch("/{id}", response_model=EditedSession, response_class=Json, responses=WRONG)
@read_beside(_edit_beside)
async def edit(id: SessionId, service: ServiceDep, client: ClientDep, call: SessionPatch) -> Json:
    """An edit. What was computed from an edited number becomes null; going back takes the edit back."""
    parts = call.model_dump(exclude_unset=True, exclude_none=True)
    return Json(await service.change(id, call.revision, "patch", {"parts": parts}, client))


@router.delete("/{id}", status_code=204, response_class=Response, responses=WRONG_QUESTION)
async def delete(id: SessionId, manager: ManagerDep) -> Response:
    """Forget the session."""
    await manager.delete(id)
    return Response(status_code=204)
