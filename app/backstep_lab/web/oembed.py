"""What others show of a page: its picture, and the frame that an address becomes (oEmbed)."""

from typing import Annotated
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.exceptions import HTTPException

from backstep_lab.api.preparation import asked_lesson_ready, lesson_ready, lessons_ready, words_ready
from backstep_lab.api.request_context import home_of, is_absolute, language_of
from backstep_lab.config import limits
from backstep_lab.exports.images.marks import HEIGHT, WIDTH
from backstep_lab.lessons.library import library
from backstep_lab.presets import DEFAULT, PRESETS
from backstep_lab.web.drawn_addresses import tagged
from backstep_lab.web.frame_height import natural_height
from backstep_lab.web.page_address import first_picture, preview, requested_address, with_a_graph
from backstep_lab.web.templates import quoted_frame, title_of

router = APIRouter(include_in_schema=False, dependencies=[Depends(words_ready), Depends(asked_lesson_ready)])
DAY = {"Cache-Control": "public, max-age=86400", "Vary": "Accept-Language"}
FRAME_WIDTH = 720  # a course's column
LEAST_WIDTH, LEAST_HEIGHT = 280, 200


@router.get("/picture.svg")
async def picture_svg(request: Request) -> Response:
    """The moment of an address as SVG."""
    address, lang = requested_address(request.query_params), language_of(request)
    parts = await first_picture(request, address, lang=lang, title=title_of(address, lang))
    return tagged(request, parts["picture"], "image/svg+xml", DAY)


@router.get("/picture.png")
async def picture_png(request: Request) -> Response:
    """The moment of an address as PNG."""
    image = await preview(request, requested_address(request.query_params))
    return tagged(request, image, "image/png", DAY)


@router.get("/oembed", dependencies=[Depends(lessons_ready)])
async def oembed(
    request: Request,
    url: Annotated[str, Query(max_length=limits.MAX_SHARED_ADDRESS)],
    format: Annotated[str, Query(max_length=limits.MAX_FORMAT)] = "json",
    maxwidth: Annotated[int, Query(ge=1, le=limits.MAX_FRAME)] = FRAME_WIDTH,
    maxheight: Annotated[int, Query(ge=1, le=limits.MAX_FRAME)] = limits.MAX_FRAME,
) -> dict[str, str | int]:
    """An address of ours as a frame to put on a page (oembed.com)."""
    if format != "json":
        raise HTTPException(501, "There is this answer as JSON only.")
    home = home_of(request)
    query = _query_of(home, url)
    await lesson_ready(query.get("lesson", ""))
    address = requested_address(query)
    title = title_of(address, language_of(request))
    width = max(LEAST_WIDTH, min(FRAME_WIDTH, maxwidth))
    height = max(LEAST_HEIGHT, min(natural_height(width, address.query), maxheight))
    source = f"{home}/embed?{urlencode(query)}"
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Backstep",
        "provider_url": home,
        "title": title,
        "html": quoted_frame(source, url, title, height),
        "width": width,
        "height": height,
        "thumbnail_url": f"{home}/picture.png?{urlencode(query)}",
        "thumbnail_width": WIDTH,
        "thumbnail_height": HEIGHT,
        "cache_age": 86400,
    }


def _query_of(home: str, url: str) -> dict[str, str]:
    """The query of one of our addresses. Raises 404 for any other address."""
    ours, given = urlsplit(home), _parts(url)
    is_web = given.scheme in ("http", "https")
    if (
        not (is_web and is_absolute(home))
        or given.netloc.lower() != ours.netloc
        or not given.path.startswith(ours.path)
    ):
        raise HTTPException(404, "This is no address of this server.")
    path = given.path.removeprefix(ours.path)
    query = dict(parse_qsl(given.query))
    preset = path.removeprefix("/p/")
    if path in ("", "/", "/embed"):
        return {"preset": DEFAULT, **query}
    if path == "/graph":
        return with_a_graph(query)
    if path.startswith("/p/") and preset in PRESETS:
        return {"preset": preset, **query}
    lesson = path.removeprefix("/lessons/")
    if path.startswith("/lessons/") and lesson in library():
        return {"lesson": lesson, **query}
    raise HTTPException(404, "There is nothing to show at this address.")


def _parts(url: str) -> SplitResult:
    """The parts of an address. Raises 404 where it is malformed."""
    try:
        return urlsplit(url)
    except ValueError:
        raise HTTPException(404, "This is no address.") from None
