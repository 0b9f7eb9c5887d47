"""A validated lesson: its text in each language, and the position of each passage."""

from dataclasses import dataclass
from pathlib import Path

from backstep_lab.lessons.tasks import Task
from backstep_lab.sessions.session import Session
from backstep_lab.wire.calls import UnitName
from backstep_lab.wire.lesson import SeenPart, ViewName


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

    `start` is the moment for whoever comes to it afresh, `link` the same as text; `goes_on` where whoever
    comes from the passage before stays where they are. `step` is how many operations
    are done once the number that is stepped to, or predicted, is made.
    """

    name: str
    start: Session
    link: str
    goes_on: bool
    do: Task
    step: int | None
    view: ViewName
    unit: UnitName
    see: tuple[SeenPart, ...]
    point: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Lesson:
    """A whole lesson. `translations` has one for each language."""

    slug: str
    folder: Path
    passages: tuple[Passage, ...]
    translations: dict[str, Translation]
