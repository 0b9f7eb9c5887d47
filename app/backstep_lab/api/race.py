"""Going back to the initial weights, and what other settings make of them."""

from fastapi import APIRouter

from backstep_lab.api.dependencies import ClientDep, QuestionsDep, ServiceDep, SessionId
from backstep_lab.api.json_response import WRONG, WRONG_QUESTION, Json
from backstep_lab.queries.race_answer import Race, RaceCall
from backstep_lab.wire.calls import RevisionOnly
from backstep_lab.wire.models import SessionState

router = APIRouter(prefix="/api/v1/sessions", tags=["sessions"])


@router.post("/{id}/rewind", response_model=SessionState, response_class=Json, responses=WRONG)
async def rewind(
    id: SessionId, service: ServiceDep, client: ClientDep, call: RevisionOnly | None = None
) -> Json:
    """Back to the initial weights with the settings as they are now; going back takes this back."""
    return Json(await service.change(id, call.revision if call else None, "rewind", {}, client))


@router.post("/{id}/race", response_model=Race, response_class=Json, responses=WRONG_QUESTION)
async def race(questions: QuestionsDep, call: RaceCall) -> Json:
    """Up to four settings trained from the same initial weights; the session itself stays as it is."""
    asked = call.model_dump(exclude_unset=True, exclude_none=True)
    return Json(await questions.ask("race", **asked))
