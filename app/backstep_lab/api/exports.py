"""A session as a file, and a session or its parameters out of one."""

from typing import Annotated

from fastapi import APIRouter, Body, Header, Query, Request, Response

from backstep_lab.api.dependencies import (
    ClientDep,
    QuestionsDep,
    ServiceDep,
    SessionId,
    client_of,
    service_of,
)
from backstep_lab.api.errors import responses
from backstep_lab.api.json_response import WRONG, WRONG_QUESTION, Json
from backstep_lab.api.large_body import LargeBodyRoute, read_beside
from backstep_lab.api.sessions import created
from backstep_lab.config import limits
from backstep_lab.exports.formats import FORMATS, file_name
from backstep_lab.i18n import catalogue
from backstep_lab.wire.models import EditedSession, SessionState
from backstep_lab.wire.session_file import FormatName, SessionFile

router = APIRouter(prefix="/api/v1/sessions", tags=["files"], route_class=LargeBodyRoute)
Lang = Annotated[
    str | None, Query(max_length=limits.MAX_LANGUAGE, description="The language of its words: en or zh-CN.")
]
Tensors = Annotated[bytes, Body(media_type="application/octet-stream", description="A safetensors file.")]
Known = Annotated[
    int | None, Query(ge=0, le=limits.MAX_REVISION, description="The revision that the caller last saw.")
]


@router.get("/{id}/export/{format}", response_class=Response, responses=WRONG_QUESTION)
async def export(
    questions: QuestionsDep,
    format: FormatName,
    lang: Lang = None,
    accept_language: Annotated[str | None, Header()] = None,
) -> Response:
    """The session as a file: a handout, a program, its parameters, itself, or a picture."""
    kind = FORMATS[format]
    session = await questions.service.manager.find(questions.id, questions.client)
    body = await questions.ask("export", format=format, lang=catalogue.language(lang, accept_language))
    headers = {"Content-Disposition": f'attachment; filename="{file_name(session, kind)}"'}
    return Response(body, media_type=kind.media, headers=headers)


async def _import_beside(request: Request, body: bytes) -> Json:
    return await created(request, service_of(request), client_of(request), "import", body=body)


@router.post(
    "/import",
    status_code=201,
    response_model=SessionState,
    response_class=Json,
    responses=responses(409, 413, 422, 429, 503),
)
@read_beside(_import_beside)
async def import_session(request: Request, service: ServiceDep, client: ClientDep, file: SessionFile) -> Json:
    """A new session out of a session's file, at the same place and with the same numbers."""
    return await created(request, service, client, "import", body=file.model_dump_json().encode())


@router.post("/{id}/import/safetensors", response_model=EditedSession, response_class=Json, responses=WRONG)
async def import_parameters(
    id: SessionId, service: ServiceDep, client: ClientDep, data: Tensors, revision: Known = None
) -> Json:
    """The parameters of a safetensors file, as an edit; going back takes it back."""
    return Json(await service.change(id, revision, "import-safetensors", {"file": data}, client))
