"""A lesson as a page: the interactive network with its passages, and a printable text."""

from urllib.parse import urlencode

from fastapi import Request
from markupsafe import Markup

from backstep_lab.api.request_context import home_of, language_of, root_of
from backstep_lab.exports.images.scene import scene
from backstep_lab.exports.images.svg import svg
from backstep_lab.i18n import catalogue
from backstep_lab.lessons.library import library
from backstep_lab.lessons.translation import translated_lesson
from backstep_lab.web.page_address import asked_theme, requested_address
from backstep_lab.web.templates import page_text
from backstep_lab.wire.page_data import initial_json


def taught(request: Request, mode: str, slug: str) -> str:
    """The page of a lesson that there is."""
    lesson, lang, home = library()[slug], language_of(request), home_of(request)
    translation = translated_lesson(slug, lang)
    address = requested_address({**request.query_params, "lesson": slug}, lang=lang)
    start = lesson.passages[address.query.passage - 1].starts[lang]
    title = catalogue.say(lang, "picture-title")
    return page_text(
        request,
        "lab.html" if mode == "embed" else "lesson.html",
        mode=mode,
        path=f"/lessons/{slug}",
        languages=catalogue.LANGUAGES,
        lesson=translation,
        title=translation.title,
        text=translation.about,
        home=home,
        asked=urlencode({**request.query_params, "lesson": slug}),
        picture=Markup(svg(scene(start, lang), title)),
        theme=asked_theme(address),
        pictures=[Markup(svg(scene(passage.starts[lang], lang), title)) for passage in lesson.passages],
        early=None,  # it shows what a browser has kept of it, and asks for numbers before they are shown
        initial=Markup(
            initial_json(start, address, lang, root_of(request), home, mode == "lab", translation)
        ),
    )
