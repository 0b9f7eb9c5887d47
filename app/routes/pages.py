"""The pages: the lab, a preset's own address, the lab for a frame, and the description of the API."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from app import catalogue
from app.deps import KeeperDep
from app.pictures.scene import scene
from app.pictures.svg import svg
from app.presets import DEFAULT, PRESETS
from app.routes.moment import pictured
from app.routes.reference import chapters
from app.routes.templates import home_of, language_of, page, root_of
from app.schemas.initial import initial_json
from app.schemas.query import reading
from app.sessions.keeper import Keeper
from app.sessions.problems import NotFound

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
async def lab(request: Request, keeper: KeeperDep) -> HTMLResponse:
    """The lab."""
    return await _lab(request, keeper, "lab")


@router.get("/p/{preset}")
async def shared(request: Request, keeper: KeeperDep, preset: str) -> HTMLResponse:
    """A preset's canonical page."""
    if preset not in PRESETS:
        raise NotFound.preset(preset[:64], list(PRESETS))
    return await _lab(request, keeper, "lab", preset)


@router.get("/embed")
async def embed(request: Request, keeper: KeeperDep) -> HTMLResponse:
    """The lab for a frame."""
    return await _lab(request, keeper, "embed")


async def _lab(request: Request, keeper: Keeper, mode: str, preset: str = DEFAULT) -> HTMLResponse:
    session, read = await pictured(keeper, reading(request.query_params, preset))
    lang, home, chosen = language_of(request), home_of(request), PRESETS[read.query.preset]
    return page(
        request,
        "lab.html",
        mode=mode,
        preset=read.query.preset,
        title=catalogue.say(lang, chosen.title_key),
        text=catalogue.say(lang, chosen.story_key),
        home=home,
        asked=urlencode({"preset": read.query.preset, **request.query_params}),
        picture=Markup(svg(scene(session), catalogue.say(lang, "picture-title"))),
        initial=Markup(initial_json(session, read, lang, root_of(request), home, mode == "lab")),
    )


@router.get("/docs")
async def docs(request: Request) -> HTMLResponse:
    """The description of the API, for people."""
    return page(request, "docs.html", chapters=chapters(request.app.openapi()))
