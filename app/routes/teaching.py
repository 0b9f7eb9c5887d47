"""A lesson as a page: the live network with its passages, and the same as a text to print."""

from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from app import catalogue
from app.lessons.library import library
from app.lessons.told import lesson_told
from app.pictures.scene import scene
from app.pictures.svg import svg
from app.routes.moment import asked
from app.routes.templates import home_of, language_of, page, root_of
from app.schemas.initial import initial_json


def taught(request: Request, mode: str, slug: str) -> HTMLResponse:
    """The page of a lesson that there is."""
    lesson, lang, home = library()[slug], language_of(request), home_of(request)
    told = lesson_told(slug, lang)
    read = asked({**request.query_params, "lesson": slug})
    start = lesson.passages[read.query.passage - 1].start
    title = catalogue.say(lang, "picture-title")
    return page(
        request,
        "lab.html" if mode == "embed" else "lesson.html",
        mode=mode,
        path=f"/lessons/{slug}",
        languages=catalogue.LANGUAGES,
        lesson=told,
        title=told.title,
        text=told.about,
        home=home,
        asked=urlencode({**request.query_params, "lesson": slug}),
        picture=Markup(svg(scene(start, lang), title)),
        pictures=[Markup(svg(scene(passage.start, lang), title)) for passage in lesson.passages],
        initial=Markup(initial_json(start, read, lang, root_of(request), home, mode == "lab", told)),
    )
