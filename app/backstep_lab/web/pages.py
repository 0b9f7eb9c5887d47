"""The pages: the lab, a preset's own address, the lab for a frame, lessons."""

from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from backstep_lab.api.preparation import asked_lesson_ready, lesson_ready, lessons_ready, words_ready
from backstep_lab.api.request_context import home_of, is_absolute, language_of, root_of
from backstep_lab.exports.images.thumbnails import telling_step
from backstep_lab.i18n import catalogue
from backstep_lab.lessons.library import library
from backstep_lab.lessons.translation import summaries
from backstep_lab.presets import DEFAULT, PRESETS
from backstep_lab.spec.errors import NotFound
from backstep_lab.web.kept_pages import kept_page
from backstep_lab.web.lesson_page import taught
from backstep_lab.web.page_address import asked_theme, first_picture, requested_address, with_a_graph
from backstep_lab.web.templates import frame, page_text, title_of
from backstep_lab.wire.choices import presets_in

FRAME_HEIGHT = 640  # of a lesson: passage, picture and buttons in a course's column

router = APIRouter(
    include_in_schema=False,
    default_response_class=HTMLResponse,
    dependencies=[Depends(words_ready), Depends(asked_lesson_ready)],
)


@router.get("/")
async def lab(request: Request) -> Response:
    """The lab."""
    return await _lab(request, "lab")


@router.get("/p/{preset}")
async def shared(request: Request, preset: str) -> Response:
    """A preset's canonical page."""
    if preset not in PRESETS:
        raise NotFound.preset(preset[:64], list(PRESETS))
    return await _lab(request, "lab", preset)


@router.get("/graph")
async def graph(request: Request) -> Response:
    """The lab with the graph of the expression in the address, or of an example."""
    return await _lab(request, "lab", asked=with_a_graph(request.query_params))


@router.get("/embed")
async def embed(request: Request) -> Response:
    """The lab for a frame, or a lesson for one."""
    if (slug := request.query_params.get("lesson")) is not None and slug in library():
        return await _lesson(request, "embed", slug)
    return await _lab(request, "embed")


async def _lab(
    request: Request,
    mode: str,
    preset: str = DEFAULT,
    asked: Mapping[str, str] | None = None,
) -> Response:
    async def make() -> tuple[str, bool]:
        lang, home = language_of(request), home_of(request)
        address = requested_address(asked or request.query_params, preset, lang)
        parts = await first_picture(
            request,
            address,
            session=request.query_params.get("session", ""),
            lang=lang,
            title=catalogue.say(lang, "picture-title"),
            root=root_of(request),
            home=home,
            words=mode == "lab",
            is_start=mode == "lab" and not request.path_params,
        )
        chosen, program = PRESETS[parts["preset"]], address.query.expr
        query = asked or request.query_params
        text = page_text(
            request,
            "lab.html",
            mode=mode,
            path="/graph" if program else f"/p/{chosen.name}",
            title=title_of(address, lang) if program else catalogue.say(lang, chosen.title_key),
            text=program or catalogue.say(lang, chosen.story_key),
            home=home,
            asked=urlencode(query if program else {"preset": chosen.name, **query}),
            picture=Markup(parts["picture"]),
            initial=Markup(parts["initial"]),
            early=parts["early"],
            theme=asked_theme(address),
        )
        # A session may be elsewhere by the next time.
        return text, "session" not in request.query_params and parts["is_final"]

    return await kept_page(request, make)


@router.get("/lessons", dependencies=[Depends(lessons_ready)])
async def home(request: Request) -> Response:
    """What there is: the lab, the lessons, the networks to begin with."""
    lang, lessons, home = language_of(request), summaries(language_of(request)), home_of(request)
    source = f"{home}/embed?lesson={lessons[-1].slug}&lang={lang}"

    async def make() -> tuple[str, bool]:
        text = page_text(
            request,
            "home.html",
            frame=frame(source, lessons[-1].title, FRAME_HEIGHT) if is_absolute(home) else "",
            mode="home",
            languages=catalogue.NAMES,
            home=home,
            lessons=lessons,
            presets=presets_in(lambda key: catalogue.say(lang, key)),
            telling_step=telling_step,
        )
        return text, True

    return await kept_page(request, make)


@router.get("/lessons/{slug}", dependencies=[Depends(lessons_ready)])
async def lesson(request: Request, slug: str) -> Response:
    """A lesson's own page."""
    if slug not in library():
        raise NotFound.lesson(slug[:64], list(library()))
    await lesson_ready(slug)
    return await _lesson(request, "lab", slug)


async def _lesson(request: Request, mode: str, slug: str) -> Response:
    async def make() -> tuple[str, bool]:
        return taught(request, mode, slug), True

    return await kept_page(request, make)
