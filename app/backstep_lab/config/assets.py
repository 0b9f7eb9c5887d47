"""Where the pages' files are: templates, and what Vite has built, under the names it gave."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_PACKAGE = Path(__file__).parents[1]
_CHECKOUT = _PACKAGE.parents[1]
LAB, FRAME, HOME = "static/src/entry/lab.ts", "static/src/entry/frame.ts", "static/src/entry/home.ts"


def folder(checkout: str, packaged: str) -> Path:
    """A folder inside the package when installed, beside it in a checkout."""
    inside = _PACKAGE / "_pages" / packaged
    return inside if inside.is_dir() else _CHECKOUT / checkout


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, every value escaped."""
    loader = FileSystemLoader(folder("templates", "templates"))
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@lru_cache(maxsize=1)
def early_script() -> str:
    """The inline script of a page with a lab, as Vite has built it; '' where it has not."""
    file = folder("static/dist", "dist") / "early.js"
    return file.read_text("utf-8").strip() if file.is_file() else ""


@dataclass(frozen=True)
class Assets:
    """What a page links: its script, the styles it needs before it can be drawn, its chunks."""

    script: str | None
    styles: tuple[str, ...]
    preloads: tuple[str, ...]


def assets_of(dist: Path, entry: str) -> Assets:
    """Read the manifest; without one the page has no script and shows a message."""
    manifest = dist / ".vite" / "manifest.json"
    if not manifest.is_file():
        return Assets(None, (), ())
    chunks: dict[str, Any] = json.loads(manifest.read_text("utf-8"))
    styles, files, seen = [], [], set()
    waiting = [entry]
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        styles += chunks[name].get("css", [])
        files.append(chunks[name]["file"])
        waiting += chunks[name].get("imports", [])
    return Assets(files[0], tuple(styles), tuple(files[1:]))
