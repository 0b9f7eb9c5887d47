"""When lessons are played."""

import pytest

from backstep_lab.lessons import CONTENT, library, validator
from backstep_lab.lessons.lesson import Passage
from backstep_lab.lessons.parser import Script


def test_a_lesson_is_played_when_its_passages_are_asked_for_and_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    played: list[str] = []

    def play(script: Script) -> tuple[Passage, ...]:
        played.append(script.slug)
        return ()

    monkeypatch.setattr(validator, "_played", play)
    lessons = library.library.__wrapped__()
    assert all(lesson.length for lesson in lessons.values())
    assert played == []
    chosen = lessons["sigmoid"]
    assert chosen.passages is chosen.passages
    assert played == ["sigmoid"]


def test_a_folder_that_is_checked_is_played_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[str] = []

    def play(script: Script) -> tuple[Passage, ...]:
        played.append(script.slug)
        return ()

    monkeypatch.setattr(validator, "_played", play)
    assert [lesson.slug for lesson in library.lessons_in(CONTENT)] == played
