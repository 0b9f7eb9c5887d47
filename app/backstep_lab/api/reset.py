"""Back to the start of a session, without its edits."""

from fastapi import APIRouter

from backstep_lab.api.dependencies import ClientDep, ServiceDep, SessionId
from backstep_lab.api.json_response import WRONG, Json
from backstep_lab.wire.calls import RevisionOnly
from backstep_lab.wire.models import SessionState

router = APIRouter(prefix="/api/v1/sessions", tags=["sessions"])


@router.post("/{id}/reset", response_model=SessionState, response_class=Json, responses=WRONG)
async def reset(
    id: SessionId, service: ServiceDep, client: ClientDep, call: RevisionOnly | None = None
) -> Json:
    """Back to the very start, without any edit."""
    return Json(await service.change(id, call.revision if call else None, "reset", {}, client))
