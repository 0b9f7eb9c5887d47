"""Back to the initial weights, or to other ones."""

from fastapi import APIRouter

from backstep_lab.api.dependencies import ClientDep, ServiceDep, SessionId
from backstep_lab.api.json_response import WRONG, Json
from backstep_lab.wire.calls import RevisionOnly
from backstep_lab.wire.models import SessionState

router = APIRouter(prefix="/api/v1/sessions", tags=["sessions"])


@router.post("/{id}/rewind", response_model=SessionState, response_class=Json, responses=WRONG)
async def rewind(
    id: SessionId, service: ServiceDep, client: ClientDep, call: RevisionOnly | None = None
) -> Json:
    """Back to the initial weights with the settings as they are now; going back takes this back."""
    return Json(await service.change(id, call.revision if call else None, "rewind", {}, client))


@router.post("/{id}/new-weights", response_model=SessionState, response_class=Json, responses=WRONG)
async def new_weights(
    id: SessionId, service: ServiceDep, client: ClientDep, call: RevisionOnly | None = None
) -> Json:
    """Back to the start, with initial weights from the next seed; going back takes this back."""
    return Json(await service.change(id, call.revision if call else None, "new-weights", {}, client))
