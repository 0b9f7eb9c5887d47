"""Sessions: made, read, edited, reset, deleted; and how a number in them is made."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from app import limits
from app.deps import KeeperDep, SessionDep, SessionId
from app.errors import responses
from app.routes.answers import WRONG, WRONG_QUESTION, Json
from app.schemas.answers import EditedSession, Explanation, Link, SessionState
from app.schemas.base import RefText
from app.schemas.calls import RevisionOnly
from app.schemas.create import SessionCreate, SessionPatch
from app.schemas.explanation import explanation_json
from app.schemas.session import session_json, stale
from app.sessions.create import beginning
from app.sessions.link import link
from app.sessions.origin import is_quick_origin
from app.sessions.undo import anew, patched

router = APIRouter(prefix="/api/v1/sessions", tags=["sessions"])


@router.post(
    "",
    status_code=201,
    response_model=SessionState,
    response_class=Json,
    responses=responses(404, 413, 422, 429, 503),
)
async def create(keeper: KeeperDep, call: SessionCreate) -> Json:
    """A new session: from a preset, from a network of one's own, or from a preset with changes."""
    session = await keeper.create(beginning(call.model_dump(exclude_unset=True)))
    return Json(session_json(session), 201, {"Location": session.id})


@router.get("/{id}", response_model=SessionState, response_class=Json, responses=WRONG_QUESTION)
async def read(session: SessionDep) -> Json:
    """The session as it stands."""
    return Json(session_json(session))


@router.get("/{id}/link", response_model=Link, responses=WRONG_QUESTION)
async def link_to(session: SessionDep) -> Link:
    """This very moment as a text for an address: `state=` of `/`, `/embed` and of a new session."""
    return Link(state=link(session), limit=limits.MAX_LINK)


@router.patch("/{id}", response_model=EditedSession, response_class=Json, responses=WRONG)
async def edit(id: SessionId, keeper: KeeperDep, call: SessionPatch) -> Json:
    """An edit. What was computed from an edited number becomes null; going back takes the edit back."""
    parts = call.model_dump(exclude_unset=True, exclude_none=True)
    edit, stored = await keeper.change(
        id, call.revision, lambda s, _: patched(s, parts), lambda s: "dataset" not in parts and s.is_quick(2)
    )
    return Json(session_json(stored, stale=stale(edit.start, stored)))


@router.post("/{id}/reset", response_model=SessionState, response_class=Json, responses=WRONG)
async def reset(id: SessionId, keeper: KeeperDep, call: RevisionOnly | None = None) -> Json:
    """Back to the very start, without any edit."""
    revision = call.revision if call else None
    _, stored = await keeper.change(id, revision, lambda session, _: anew(session), lambda s: s.is_quick(2))
    return Json(session_json(stored))


@router.delete("/{id}", status_code=204, response_class=Response, responses=WRONG_QUESTION)
async def delete(id: SessionId, keeper: KeeperDep) -> Response:
    """Forget the session."""
    keeper.delete(id)
    return Response(status_code=204)


@router.get("/{id}/explain", response_model=Explanation, response_class=Json, responses=WRONG_QUESTION)
async def explain(
    session: SessionDep, keeper: KeeperDep, ref: Annotated[RefText, Query(description="The number's name.")]
) -> Json:
    """The operation that makes this number, or will."""
    if is_quick_origin(session):
        return Json(explanation_json(session, ref))
    return Json(await keeper.workers.run(lambda _: explanation_json(session, ref)))
