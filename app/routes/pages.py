"""The pages: the lab, a preset's own address, the lab for a frame, and the description of the API."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from app import catalogue
from app.presets import DEFAULT, PRESETS
from app.routes.reference import chapters
from app.routes.templates import language_of, page
from app.schemas.initial import initial_json
from app.sessions.problems import NotFound

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
async def lab(request: Request) -> HTMLResponse:
    """The lab."""
    return _lab(request, request.query_params.get("preset", ""), "lab")


@router.get("/p/{preset}")
async def shared(request: Request, preset: str) -> HTMLResponse:
    """A preset's canonical page."""
    if preset not in PRESETS:
        raise NotFound.preset(preset[:64], list(PRESETS))
    return _lab(request, preset, "lab")


@router.get("/embed")
async def embed(request: Request) -> HTMLResponse:
    """The lab for a frame."""
    return _lab(request, request.query_params.get("preset", ""), "embed")


def _lab(request: Request, name: str, mode: str) -> HTMLResponse:
    preset = PRESETS.get(name, PRESETS[DEFAULT])
    lang = language_of(request)
    root = request.scope.get("root_path", "").rstrip("/")
    return page(
        request,
        "lab.html",
        mode=mode,
        preset=preset.name,
        title=catalogue.say(lang, preset.title_key),
        initial=Markup(initial_json(preset.name, lang, root)),
    )


@router.get("/docs")
async def docs(request: Request) -> HTMLResponse:
    """The description of the API, for people."""
    return page(request, "docs.html", chapters=chapters(request.app.openapi()))
