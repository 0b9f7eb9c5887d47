"""The description of the API: for programs (OpenAPI) and for people, made once, beside the event loop."""

import json
from dataclasses import dataclass
from functools import lru_cache

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from backstep_lab.api.preparation import WORDS
from backstep_lab.api.request_context import language_of, root_of
from backstep_lab.compute.once import Once
from backstep_lab.i18n import catalogue
from backstep_lab.web.api_reference import chapters
from backstep_lab.web.packed import Packed, packed_answer
from backstep_lab.web.templates import rendered, spoken

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, eq=False)
class Description:
    """The document, plain and packed, and its page in every language."""

    document: bytes
    packed: Packed
    pages: dict[str, str]


_MADE: list[Once[Description]] = []
_ROOT = "//prefix//"  # in the pages, in place of the path prefix; no path begins like that


def description(app: FastAPI) -> Once[Description]:
    """The description of the API; it is the same for all applications of a process."""
    if not _MADE:
        _MADE.append(Once(lambda: _described(app)))
    return _MADE[0]


def _described(app: FastAPI) -> Description:
    WORDS.begin().result()
    described = app.openapi()
    app.openapi_schema = None  # only its bytes are needed from here on
    entries = chapters(described)
    document = json.dumps(described, ensure_ascii=False).encode()
    pages = {
        lang: rendered("docs.html", lang, _ROOT, app.state.assets["lab"], chapters=entries)
        for lang in catalogue.LANGUAGES
    }
    return Description(document, Packed.of(document), pages)


@lru_cache(maxsize=4)  # behind a proxy; a prefix comes from one header, and few are asked for
def _behind(made: Description, root: str) -> Description:
    """The description for an application behind a path prefix."""
    servers = json.dumps([{"url": root}]).encode()
    document = made.document[:-1] + b', "servers": ' + servers + b"}" if root else made.document
    packed = Packed.of(document) if root else made.packed
    pages = {lang: page.replace(_ROOT, root) for lang, page in made.pages.items()}
    return Description(document, packed, pages)


@router.get("/openapi.json")
async def openapi(request: Request) -> Response:
    """The description of the API, for programs."""
    made = _behind(await description(request.app).ready(), root_of(request))
    return packed_answer(request, made.packed, "application/json", {})


@router.get("/docs")
async def docs(request: Request) -> HTMLResponse:
    """The description of the API, for people."""
    made = _behind(await description(request.app).ready(), root_of(request))
    lang = language_of(request)
    return HTMLResponse(made.pages[lang], headers=spoken(lang))
