"""A validated lesson: its text in each language, and the position of each passage."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from backstep_lab.compute.once import Once
from backstep_lab.lessons.tasks import Task
from backstep_lab.sessions.session import Session
from backstep_lab.wire.calls import UnitName
from backstep_lab.wire.lesson import HiddenMark, SeenPart, ViewName


@dataclass(frozen=True)
class PassageText:
    """A passage in one language; `html` is made by `prose`, with nothing of its own."""

    heading: str
    html: str


@dataclass(frozen=True)
class Translation:
    """A lesson in one language."""

    title: str
    about: str
    passages: tuple[PassageText, ...]


@dataclass(frozen=True, eq=False)
class Passage:
    """Where a passage stands, what is seen there, and what is done.

    `starts` has by language the session in which the passage is opened, with the names of that language;
    `links` has the same as text. `goes_on` where the session of the passage before is kept instead.
    `step` is how many operations are done once the number that is stepped to, or predicted, is made.
    `hide` names marks that the picture leaves out.
    """

    name: str
    starts: Mapping[str, Session]
    links: Mapping[str, str]
    goes_on: bool
    do: Task
    step: int | None
    view: ViewName
    unit: UnitName
    see: tuple[SeenPart, ...]
    hide: tuple[HiddenMark, ...]
    point: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Lesson:
    """A whole lesson. `translations` has one for each language.

    `played` are its passages, for which every scene is played on the engine. That takes up to a second: it is
    done when they are first asked for.
    """

    slug: str
    folder: Path
    translations: dict[str, Translation]
    played: Once[tuple[Passage, ...]]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, waited for where they are not played yet. Raises InvalidLessons."""
        return self.played.begin().result()

    @property
    def length(self) -> int:
        """The number of passages."""
        return len(next(iter(self.translations.values())).passages)
