"""The pages: the lab, a preset's own address, the lab for a frame, and the description of the API."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from app import catalogue
from app.deps import KeeperDep
from app.lessons.library import library
from app.lessons.told import summaries
from app.pictures.scene import scene
from app.pictures.svg import svg
from app.pictures.thumbnails import telling_step
from app.presets import DEFAULT, PRESETS
from app.routes.moment import asked, pictured
from app.routes.reference import chapters
from app.routes.teaching import taught
from app.routes.templates import frame, home_of, language_of, page, root_of
from app.schemas.initial import initial_json
from app.schemas.things import presets_in
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
    """The lab for a frame, or a lesson for one."""
    if request.query_params.get("lesson") in library():
        return taught(request, "embed", request.query_params["lesson"])
    return await _lab(request, keeper, "embed")


async def _lab(request: Request, keeper: Keeper, mode: str, preset: str = DEFAULT) -> HTMLResponse:
    session, read = await pictured(keeper, asked(request.query_params, preset))
    lang, home, chosen = language_of(request), home_of(request), PRESETS[read.query.preset]
    return page(
        request,
        "lab.html",
        mode=mode,
        path=f"/p/{read.query.preset}",
        title=catalogue.say(lang, chosen.title_key),
        text=catalogue.say(lang, chosen.story_key),
        home=home,
        asked=urlencode({"preset": read.query.preset, **request.query_params}),
        picture=Markup(svg(scene(session, lang), catalogue.say(lang, "picture-title"))),
        initial=Markup(initial_json(session, read, lang, root_of(request), home, mode == "lab")),
    )


@router.get("/lessons")
async def home(request: Request) -> HTMLResponse:
    """What there is: the lab, the lessons, the networks to begin with."""
    lang, lessons = language_of(request), summaries(language_of(request))
    source = f"{home_of(request)}/embed?lesson={lessons[-1].slug}&lang={lang}"
    return page(
        request,
        "home.html",
        frame=frame(source, lessons[-1].title),
        mode="home",
        languages=catalogue.NAMES,
        home=home_of(request),
        lessons=lessons,
        presets=presets_in(lambda key: catalogue.say(lang, key)),
        telling_step=telling_step,
    )


@router.get("/lessons/{slug}")
async def lesson(request: Request, slug: str) -> HTMLResponse:
    """A lesson's own page."""
    if slug not in library():
        raise NotFound.lesson(slug[:64], list(library()))
    return taught(request, "lab", slug)


@router.get("/docs")
async def docs(request: Request) -> HTMLResponse:
    """The description of the API, for people."""
    return page(request, "docs.html", chapters=chapters(request.app.openapi()))
