"""A lesson's file taken apart: front matter, passages and their scene blocks, each with its line."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from backstep_lab.lessons.errors import LessonError

FENCE = "+++"
_SCENE = re.compile(r"```scene ([a-z0-9]+(?:-[a-z0-9]+)*)")
_TOML_LINE = re.compile(r" ?\(at line (\d+), column \d+\)")
FIELDS = ("title", "about")  # of the front matter, all needed


@dataclass(frozen=True)
class SceneBlock:
    """A scene block; but for names, empty where the scene is set out in another language's file."""

    name: str
    table: dict[str, Any]
    line: int  # of its fence
    text: str

    @property
    def is_set_out(self) -> bool:
        """Whether the scene is set out here; elsewhere a block has at most names in its language."""
        return bool(set(self.table) - {"names"})

    def line_of(self, key: str) -> int:
        """The line that gives a key its value, or the block's own."""
        for number, line in enumerate(self.text.splitlines(), start=self.line + 1):
            if re.match(rf"\s*\[?{re.escape(key)}\b", line):
                return number
        return self.line


@dataclass(frozen=True)
class Piece:
    """A passage as it stands in the file: heading, Markdown, scene."""

    heading: str
    text: str
    scene: SceneBlock
    line: int  # of its heading


@dataclass(frozen=True)
class LessonSource:
    """A whole file."""

    title: str
    about: str
    pieces: tuple[Piece, ...]


def read(text: str) -> LessonSource:
    """The parts of a lesson's file. Raises LessonError with the line."""
    lines = text.splitlines()
    matter, first = _front_matter(lines)
    starts = list(_headings(lines, first))
    before = next((n for n in range(first, starts[0] if starts else len(lines)) if lines[n].strip()), None)
    if before is not None:
        raise LessonError(before + 1, "A passage begins with a heading: ## and a few words.")
    if not starts:
        raise LessonError(len(lines), "There is no passage: each begins with a heading, ## and a few words.")
    ends = [*starts[1:], len(lines)]
    return LessonSource(
        **matter, pieces=tuple(_piece(lines, *span) for span in zip(starts, ends, strict=True))
    )


def _headings(lines: list[str], first: int) -> Iterator[int]:
    """The lines that begin a passage, from `first` on; those of a program in a scene block do not."""
    is_inside = False
    for n in range(first, len(lines)):
        if lines[n].startswith("```"):
            is_inside = lines[n] != "```"
        elif lines[n].startswith("## ") and not is_inside:
            yield n


def _front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """(title and about, the line after the front matter, counted from 0)."""
    if not lines or lines[0] != FENCE or FENCE not in lines[1:]:
        raise LessonError(1, f"A lesson begins with title and about between two lines of {FENCE}.")
    end = lines.index(FENCE, 1)
    found = _toml("\n".join(lines[1:end]), 1)
    for name in FIELDS:
        if not isinstance(found.get(name), str) or not found[name].strip():
            raise LessonError(1, f"{name} is missing: between the lines of {FENCE} stands {name} = “…”.")
    strange = sorted(set(found) - set(FIELDS))
    if strange:
        raise LessonError(1, f"{strange[0]} is not known here; there are {' and '.join(FIELDS)}.")
    return found, end + 1


def _piece(lines: list[str], start: int, stop: int) -> Piece:
    opened = [n for n in range(start, stop) if lines[n].startswith("```")]
    if len(opened) != 2 or not (named := _SCENE.fullmatch(lines[opened[0]])) or lines[opened[1]] != "```":
        raise LessonError(start + 1, "A passage ends in one scene block: ```scene name … ```.")
    after = next((n for n in range(opened[1] + 1, stop) if lines[n].strip()), None)
    if after is not None:
        raise LessonError(after + 1, "Nothing may stand after a passage's scene block.")
    inside = "\n".join(lines[opened[0] + 1 : opened[1]])
    block = SceneBlock(named[1], _toml(inside, opened[0] + 1), opened[0] + 1, inside)
    return Piece(lines[start][3:].strip(), "\n".join(lines[start + 1 : opened[0]]).strip(), block, start + 1)


def _toml(text: str, before: int) -> dict[str, Any]:
    """A table; `before` are the lines of the file before it."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = before + (int(found[1]) if found else 1)
        raise LessonError(line, f"This is no TOML: {_TOML_LINE.sub('', str(error))}.") from None
