"""A lesson's folder read: one file for each language, the same passages in each, every scene set out once."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backstep_lab.i18n import catalogue
from backstep_lab.lessons import prose
from backstep_lab.lessons.errors import InvalidLessons, LessonError, Mistake
from backstep_lab.lessons.glossary import glossary
from backstep_lab.lessons.prose import Prose
from backstep_lab.lessons.scene import Scene, SceneError, scene_of
from backstep_lab.lessons.source import LessonSource, Piece, SceneBlock, read

ABOUT = {"en": 160, "zh-CN": 80}  # signs that a list of search results shows


@dataclass(frozen=True)
class Written:
    """A scene, the file and block that it is set out in, and its names in each language."""

    scene: Scene
    file: Path
    block: SceneBlock
    names: dict[str, dict[str, Any]]  # by language; empty where the scene has none


@dataclass(frozen=True)
class Script:
    """A folder read: by language its source and its texts; the scenes by passage."""

    folder: Path
    sources: dict[str, LessonSource]
    proses: dict[str, list[Prose]]
    scenes: tuple[Written, ...]

    @property
    def slug(self) -> str:
        """The folder's name without the number that puts lessons in order."""
        number, _, rest = self.folder.name.partition("-")
        return rest if number.isdigit() and rest else self.folder.name

    def file(self, lang: str) -> Path:
        """The file of a language."""
        return self.folder / f"{lang}.md"


def script_of(folder: Path) -> Script:
    """A lesson's script. Raises InvalidLessons with all that is found without the engine."""
    mistakes: list[Mistake] = []
    sources: dict[str, LessonSource] = {}
    for lang in catalogue.LANGUAGES:
        file = folder / f"{lang}.md"
        try:
            sources[lang] = read(file.read_text("utf-8"))
        except OSError:
            mistakes.append(Mistake(file, 1, f"There is no {file.name}: a lesson needs every language."))
        except LessonError as wrong:
            mistakes.append(Mistake(file, wrong.line, wrong.detail))
    if mistakes:
        raise InvalidLessons(mistakes)
    proses = {lang: [prose.read(piece.text) for piece in source.pieces] for lang, source in sources.items()}
    for lang, source in sources.items():
        mistakes += _style(folder / f"{lang}.md", lang, source, proses[lang])
    mistakes += _parity(folder, sources)
    if mistakes:
        raise InvalidLessons(mistakes)
    return Script(folder, sources, proses, _scenes(folder, sources))


def _style(file: Path, lang: str, source: LessonSource, proses: list[Prose]) -> list[Mistake]:
    found = []
    if len(source.about) > ABOUT[lang]:
        found.append(
            Mistake(file, 1, f"about has {len(source.about)} signs; at most {ABOUT[lang]} are shown.")
        )
    for piece, text in zip(source.pieces, proses, strict=True):
        words, most = prose.length(text.plain, lang)
        if words > most:
            found.append(Mistake(file, piece.line, f"The passage has {words} words; it may have {most}."))
        if words == 0:
            found.append(Mistake(file, piece.line, "The passage says nothing."))
        for bold in text.strong:
            if glossary(lang).term(bold) is None:
                detail = f"“{bold}” stands in bold, but is no term of the glossary."
                found.append(Mistake(file, piece.line, detail))
    return found


def _parity(folder: Path, sources: dict[str, LessonSource]) -> list[Mistake]:
    """Where the languages do not have the same passages, or a scene is set out twice or never."""
    first, *others = sources
    wanted = [piece.scene.name for piece in sources[first].pieces]
    found = [
        Mistake(folder / f"{first}.md", piece.line, f"Two passages have the scene {piece.scene.name}.")
        for n, piece in enumerate(sources[first].pieces)
        if piece.scene.name in wanted[:n]
    ]
    for lang in others:
        found += _compared(folder / f"{lang}.md", f"{first}.md", sources[lang].pieces, wanted)
    for name, blocks in _blocks(sources).items():
        written = [lang for lang, block in blocks.items() if block.is_set_out]
        if len(written) != 1:
            lang = written[1] if written else first
            how = "in two files: leave it empty in one" if written else "in no file"
            found.append(Mistake(folder / f"{lang}.md", blocks[lang].line, f"Scene {name} is set out {how}."))
    return found


def _compared(file: Path, other: str, pieces: tuple[Piece, ...], wanted: list[str]) -> list[Mistake]:
    have = [piece.scene.name for piece in pieces]
    for name in wanted:
        if name not in have:
            return [Mistake(file, pieces[-1].line, f"The passage with scene {name} of {other} is missing.")]
    for piece, name in zip(pieces, wanted, strict=False):
        if piece.scene.name != name:
            return [Mistake(file, piece.line, f"Here {other} has the scene {name}, not {piece.scene.name}.")]
    extra = pieces[len(wanted) :]
    return [Mistake(file, piece.line, f"{other} has no passage with this scene.") for piece in extra]


def _blocks(sources: dict[str, LessonSource]) -> dict[str, dict[str, SceneBlock]]:
    """By scene, then by language."""
    found: dict[str, dict[str, SceneBlock]] = {}
    for lang, source in sources.items():
        for piece in source.pieces:
            found.setdefault(piece.scene.name, {})[lang] = piece.scene
    return {name: blocks for name, blocks in found.items() if len(blocks) == len(sources)}


def _names(blocks: dict[str, SceneBlock]) -> dict[str, dict[str, Any]]:
    return {lang: block.table["names"] for lang, block in blocks.items() if "names" in block.table}


def _unnamed(folder: Path, blocks: dict[str, SceneBlock]) -> list[Mistake]:
    """Where a scene has names in one language and none in another."""
    named = _names(blocks)
    return [
        Mistake(
            folder / f"{lang}.md",
            block.line,
            f"Scene {block.name} has names in {next(iter(named))}.md: it needs them in every language.",
        )
        for lang, block in blocks.items()
        if named and lang not in named
    ]


def _scenes(folder: Path, sources: dict[str, LessonSource]) -> tuple[Written, ...]:
    """The scenes in order. Raises InvalidLessons."""
    scenes, mistakes = [], []
    for blocks in _blocks(sources).values():
        lang, block = next((lang, block) for lang, block in blocks.items() if block.is_set_out)
        file = folder / f"{lang}.md"
        try:
            scenes.append(Written(scene_of(block.table), file, block, _names(blocks)))
        except SceneError as wrong:
            mistakes.append(Mistake(file, block.line_of(wrong.key), wrong.detail))
        mistakes += _unnamed(folder, blocks)
    if mistakes:
        raise InvalidLessons(mistakes)
    return tuple(scenes)
