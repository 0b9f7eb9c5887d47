"""Pages from templates."""

from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from backstep_lab.api.preparation import WORDS
from backstep_lab.api.request_context import language_of, root_of
from backstep_lab.config.assets import Assets, early_script, environment
from backstep_lab.i18n import catalogue
from backstep_lab.i18n.shown_index import shown_args
from backstep_lab.lessons.library import library
from backstep_lab.presets import PRESETS
from backstep_lab.wire.address import ParsedAddress


def title_of(address: ParsedAddress, lang: str) -> str:
    """What an address shows, in a few words: a lesson's title or a model's."""
    if address.query.lesson:
        return library()[address.query.lesson].translations[lang].title
    own = bool(address.query.expr)
    return catalogue.say(lang, "preset-own-graph" if own else PRESETS[address.query.preset].title_key)


def page_text(request: Request, name: str, mode: str = "lab", **context: Any) -> str:
    """A page in the reader's language, with addresses for wherever it stands."""
    assets = request.app.state.assets[mode]
    return rendered(name, language_of(request), root_of(request), assets, mode=mode, **context)


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
            early_script=Markup(early_script()),
            say=lambda key, **args: catalogue.say(lang, key, **args),
            **context,
        )
    )


def spoken(lang: str) -> dict[str, str]:
    """The headers of a page in a language."""
    return {"Vary": "Accept-Language", "Content-Language": lang}


def frame(source: str, title: str, height: int) -> str:
    """The line that puts an address of ours into a page."""
    template = environment().get_template("frame.html")
    return template.render(src=source, title=title, height=height, keeps_style=True).strip()


def quoted_frame(source: str, page: str, title: str, height: int) -> str:
    """A frame after a link to its page: WordPress shows the link until the frame has sent its height.

    It takes the style away, and leaves frames a border but for an attribute that HTML no longer has.
    """
    template = environment().get_template("quoted_frame.html")
    words = {"src": source, "page": page, "title": title, "height": height}
    return template.render(words, keeps_style=False).strip()


async def error_page(request: Request, problem: dict[str, Any]) -> HTMLResponse:
    """A problem as a page."""
    await WORDS.ready()
    status = int(problem["status"])
    lang = language_of(request)
    message = problem["message"]
    sentence = catalogue.say(lang, message["key"], **shown_args(message["args"]))
    text = page_text(request, "error.html", number=status, sentence=sentence)
    return HTMLResponse(text, status, spoken(lang))
