"""All lessons of a folder, in order: read, and held against the glossary."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from backstep_lab.i18n import catalogue
from backstep_lab.lessons import CONTENT, INTRODUCTION
from backstep_lab.lessons.errors import InvalidLessons, Mistake
from backstep_lab.lessons.glossary import glossary
from backstep_lab.lessons.lesson import Lesson
from backstep_lab.lessons.parser import Script, script_of
from backstep_lab.lessons.validator import lesson_of


@lru_cache(maxsize=1)
def library() -> Mapping[str, Lesson]:
    """Our own lessons by slug, in order, each to be played when it is asked for. Raises InvalidLessons."""
    return MappingProxyType({lesson.slug: lesson for lesson in _whole(CONTENT)})


@lru_cache(maxsize=1)
def introduction() -> Lesson:
    """The lesson for a first visit, which is not among `library()`. Raises InvalidLessons."""
    (lesson,) = _whole(INTRODUCTION)
    return lesson


def find_lesson(slug: str) -> Lesson | None:
    """Any of our lessons by name, the introduction included."""
    return introduction() if slug == introduction().slug else library().get(slug)


def lessons_in(folder: Path) -> list[Lesson]:
    """A folder's lessons, every scene of them played. Raises InvalidLessons."""
    lessons, mistakes = _read(folder)
    for lesson in lessons:
        try:
            lesson.played.begin().result()
        except InvalidLessons as wrong:
            mistakes += wrong.mistakes
    if mistakes:
        raise InvalidLessons(sorted(mistakes))
    return lessons


def _whole(folder: Path) -> list[Lesson]:
    """A folder's lessons, not played yet. Raises InvalidLessons for a mistake in a text."""
    lessons, mistakes = _read(folder)
    if mistakes:
        raise InvalidLessons(sorted(mistakes))
    return lessons


def _read(folder: Path) -> tuple[list[Lesson], list[Mistake]]:
    """The lessons of a folder: itself, where it holds the files of one, or its folders; and what is wrong."""
    mistakes: list[Mistake] = []
    scripts: list[Script] = []
    single = any(folder.glob("*.md"))
    for each in [folder] if single else sorted(path for path in folder.iterdir() if path.is_dir()):
        try:
            scripts.append(script_of(each))
        except InvalidLessons as wrong:
            mistakes += wrong.mistakes
    if not single:
        mistakes += _unexplained(scripts)
    if not scripts and not mistakes:
        mistakes.append(Mistake(folder, 1, "There is no lesson here: a lesson is a folder with en.md, …"))
    return [lesson_of(script) for script in scripts], mistakes


def _unexplained(scripts: Iterable[Script]) -> list[Mistake]:
    """Terms that a text uses before one has introduced them."""
    found = []
    for lang in catalogue.LANGUAGES:
        words, known = glossary(lang), set[str]()
        for script in scripts:
            for piece, text in zip(script.sources[lang].pieces, script.proses[lang], strict=True):
                known |= {term for bold in text.strong if (term := words.term(bold))}
                used = words.used(f"{piece.heading}\n{text.plain}")
                for form in dict.fromkeys(form for term, form in used if term not in known):
                    detail = f"“{form}” is used before a passage has introduced it in bold."
                    found.append(Mistake(script.file(lang), piece.line, detail))
    return found
