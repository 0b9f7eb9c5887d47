"""A session as a file, and a session or its parameters out of one."""

from typing import Annotated

from fastapi import APIRouter, Body, Header, Query, Response

from app import catalogue
from app.deps import KeeperDep, SessionDep, SessionId
from app.errors import responses
from app.files.formats import FORMATS, file_name
from app.files.parameters import imported
from app.files.session_file import reread
from app.routes.answers import WRONG, WRONG_QUESTION, Json
from app.schemas.answers import EditedSession, SessionState
from app.schemas.files import FormatName, SessionFile
from app.schemas.session import session_json, stale

router = APIRouter(prefix="/api/v1/sessions", tags=["files"])
Lang = Annotated[str | None, Query(max_length=20, description="The language of its words: en or zh-CN.")]
Tensors = Annotated[bytes, Body(media_type="application/octet-stream", description="A safetensors file.")]
Known = Annotated[int | None, Query(ge=0, description="The revision that the caller last saw.")]


@router.get("/{id}/export/{format}", response_class=Response, responses=WRONG_QUESTION)
async def export(
    session: SessionDep,
    keeper: KeeperDep,
    format: FormatName,
    lang: Lang = None,
    accept_language: Annotated[str | None, Header()] = None,
) -> Response:
    """The session as a file: a handout, a program, its parameters, itself, or a picture."""
    chosen, kind = catalogue.language(lang, accept_language), FORMATS[format]
    body = await keeper.workers.run(lambda _: kind.make(session, chosen))
    headers = {"Content-Disposition": f'attachment; filename="{file_name(session, kind)}"'}
    return Response(body, media_type=kind.media, headers=headers)


@router.post(
    "/import",
    status_code=201,
    response_model=SessionState,
    response_class=Json,
    responses=responses(409, 413, 422, 429, 503),
)
async def import_session(keeper: KeeperDep, file: SessionFile) -> Json:
    """A new session out of a session's file, at the same place and with the same numbers."""
    session = await keeper.create(reread(file))
    return Json(session_json(session), 201, {"Location": session.id})


@router.post("/{id}/import/safetensors", response_model=EditedSession, response_class=Json, responses=WRONG)
async def import_parameters(id: SessionId, keeper: KeeperDep, data: Tensors, revision: Known = None) -> Json:
    """The parameters of a safetensors file, as an edit; going back takes it back."""
    edit, stored = await keeper.change(id, revision, lambda s, _: imported(s, data), lambda s: s.is_quick(2))
    return Json(session_json(stored, stale=stale(edit.start, stored)))
