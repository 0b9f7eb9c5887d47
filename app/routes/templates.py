"""Pages from templates."""

from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from app import catalogue
from app.assets import Assets, environment
from app.hosts import host_of, is_allowed
from app.lessons.library import library
from app.presets import PRESETS
from app.routes.words import WORDS
from app.schemas.query import Reading
from app.settings import Settings


def language_of(request: Request) -> str:
    """The language a page is asked for in."""
    return catalogue.language(request.query_params.get("lang"), request.headers.get("accept-language"))


def root_of(request: Request) -> str:
    """The path prefix that the application stands behind, without a slash at its end."""
    root: str = request.scope.get("root_path", "")
    return root.rstrip("/")


def home_of(request: Request) -> str:
    """The address learners see this application at, without a slash at its end.

    A path alone where it is not known: no public address is set, and the request names a host that the
    operator does not allow.
    """
    settings: Settings = request.app.state.settings
    if settings.public_url:
        return settings.public_url
    host = host_of(request.headers.get("host", ""))
    if host is None or not is_allowed(host, settings.allowed_hosts):
        return root_of(request)
    return f"{request.scope['scheme']}://{host}{root_of(request)}"


def is_absolute(home: str) -> bool:
    """Whether an address can be followed from other servers' pages."""
    return home.startswith("http")


def title_of(read: Reading, lang: str) -> str:
    """What an address shows, in a few words: a lesson's title or a network's."""
    if read.query.lesson:
        return library()[read.query.lesson].told[lang].title
    return catalogue.say(lang, PRESETS[read.query.preset].title_key)


def page(request: Request, name: str, status: int = 200, mode: str = "lab", **context: Any) -> HTMLResponse:
    """A page in the reader's language, with addresses for wherever it stands."""
    lang, assets = language_of(request), request.app.state.assets[mode]
    text = rendered(name, lang, root_of(request), assets, mode=mode, **context)
    return HTMLResponse(text, status, spoken(lang))


def rendered(name: str, lang: str, root: str, assets: Assets, mode: str = "lab", **context: Any) -> str:
    """A template in a language, for an application behind a path prefix."""
    return (
        environment()
        .get_template(name)
        .render(
            lang=lang,
            root=root,
            assets=assets,
            mode=mode,
            say=lambda key, **args: catalogue.say(lang, key, **args),
            **context,
        )
    )


def spoken(lang: str) -> dict[str, str]:
    """The headers of a page in a language."""
    return {"Vary": "Accept-Language", "Content-Language": lang}


def frame(source: str, title: str, width: int | str = "100%", height: int = 460) -> str:
    """The line that puts an address of ours into a page."""
    template = environment().get_template("frame.html")
    return template.render(src=source, title=title, width=width, height=height).strip()


async def error_page(request: Request, problem: dict[str, Any]) -> HTMLResponse:
    """A problem for somebody with a browser."""
    await WORDS.ready()
    status = int(problem["status"])
    lang = language_of(request)
    message = problem["message"]
    sentence = catalogue.say(lang, message["key"], **message["args"])
    return page(request, "error.html", status, number=status, sentence=sentence)
