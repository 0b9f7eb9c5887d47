"""Going back to the initial weights, and what other settings make of them."""

from fastapi import APIRouter

from app.deps import KeeperDep, SessionDep, SessionId
from app.routes.answers import WRONG, WRONG_QUESTION, Json
from app.schemas.answers import SessionState
from app.schemas.calls import RevisionOnly
from app.schemas.race import Race, RaceCall, race_json
from app.schemas.session import session_json
from app.sessions.rewind import rewound

router = APIRouter(prefix="/api/v1/sessions", tags=["sessions"])


@router.post("/{id}/rewind", response_model=SessionState, response_class=Json, responses=WRONG)
async def rewind(id: SessionId, keeper: KeeperDep, call: RevisionOnly | None = None) -> Json:
    """Back to the initial weights with the settings as they are now; going back takes this back."""
    revision = call.revision if call else None
    _, stored = await keeper.change(
        id, revision, lambda session, _: rewound(session), lambda s: s.is_quick(2)
    )
    return Json(session_json(stored))


@router.post("/{id}/race", response_model=Race, response_class=Json, responses=WRONG_QUESTION)
async def race(session: SessionDep, keeper: KeeperDep, call: RaceCall) -> Json:
    """Up to four settings trained from the same initial weights; the session itself stays as it is."""
    asked = call.model_dump(exclude_unset=True, exclude_none=True)
    return Json(await keeper.workers.run(lambda proceed: race_json(session, asked, proceed)))
