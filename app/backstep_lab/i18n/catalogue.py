"""The Fluent catalogues: the same files for the server's words and the page's."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from backstep_lab.config import limits

FOLDER = Path(__file__).parent / "locales"
LANGUAGES = ("en", "zh-CN")  # the first where nothing else fits
NAMES = {"en": "English", "zh-CN": "中文"}  # each in itself


# When a page loads a topic is said by its folder, which the page's chunks (`static/src/notation/catalogue`)
# and the tests read too. What only the server says is in `server/`.
FIRST = "*.ftl"
EXPLANATIONS = "explanations"
GRAPH = "graph"
LATER = "later"


@lru_cache(maxsize=len(LANGUAGES))
def source(lang: str) -> str:
    """A language's catalogue as FTL text."""
    return _read(lang, "**/*.ftl")


@lru_cache(maxsize=4 * len(LANGUAGES))
def first(lang: str, *folders: str) -> str:
    """The messages of every first step as FTL text, with those of some folders."""
    return _read(lang, FIRST, *(f"{folder}/**/*.ftl" for folder in folders))


def _read(lang: str, *globs: str) -> str:
    assert lang in LANGUAGES, f"there is no catalogue for '{lang}'"
    files = [file for glob in globs for file in sorted((FOLDER / lang).glob(glob))]
    return "\n".join(file.read_text("utf-8") for file in files)


@lru_cache(maxsize=256)
def entry(lang: str, key: str) -> str:
    """One message as FTL text; empty where there is none."""
    found = re.search(rf"^{re.escape(key)} =.*(?:\n[ }}].*)*", source(lang), re.MULTILINE)
    return found[0] if found else ""


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(lang: str) -> FluentBundle:
    bundle = FluentBundle([lang], use_isolating=False)
    bundle.add_resource(FluentResource(source(lang)))
    return bundle


# A space beside a number or a Latin name, where a Chinese name or a full-width bracket has taken its place.
_IDLE_SPACE = re.compile(r"(?<=）) |(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")


def say(lang: str, key: str, **args: Any) -> str:
    """A message in a language; its key where the catalogue has none."""
    bundle = _bundle(lang)
    if not bundle.has_message(key):
        return key
    message = bundle.get_message(key)
    if message.value is None:
        return key
    text, _ = bundle.format_pattern(message.value, args)
    return _IDLE_SPACE.sub("", str(text))


def language(asked: str | None, accepted: str | None) -> str:
    """The language of a page: what its address asks for, then what the browser prefers, then English."""
    for tag in (*([asked] if asked else []), *_preferred(accepted or "")):
        found = _match(tag)
        if found:
            return found
    return LANGUAGES[0]


def known(tag: str) -> bool:
    """Whether a tag leads to one of our languages."""
    return _match(tag) is not None


def _match(tag: str) -> str | None:
    """Our language for a tag such as zh, zh-Hans-CN or en-GB."""
    wanted = tag.strip().lower()
    for lang in LANGUAGES:
        if wanted == lang.lower() or wanted.split("-")[0] == lang.lower().split("-")[0]:
            return lang
    return None


def _preferred(header: str) -> Iterable[str]:
    """The tags of an Accept-Language header (RFC 9110, section 12.5.4), the dearest first."""
    weighed: list[tuple[float, int, str]] = []
    for entry in header[: limits.MAX_ACCEPTED].split(",")[: limits.MAX_LANGUAGES]:
        tag, _, weight = entry.partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=")) if weight else 1.0
        except ValueError:
            quality = 0.0
        if quality > 0:
            weighed.append((-quality, len(weighed), tag))
    return [tag for _, _, tag in sorted(weighed)]
