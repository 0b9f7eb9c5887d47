"""What is wrong with a lesson: a sentence with its file and line."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing to mend."""

    file: Path
    line: int
    detail: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.detail}"


class LessonError(Exception):
    """What is wrong at a line of the file at hand; whoever knows the file makes a `Mistake` of it."""

    def __init__(self, line: int, detail: str) -> None:
        super().__init__(detail)
        self.line, self.detail = line, detail


class InvalidLessons(Exception):  # noqa: N818
    """Lessons that cannot be taught, each mistake with its place."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes
