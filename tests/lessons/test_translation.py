"""What a page is given of a lesson."""

import json
from pathlib import Path

import pytest

from backstep_lab.lessons import library, translation
from tests.lessons.writing import EN, ZH, written


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library of two lessons of our own in place of those that are taught."""
    written(tmp_path)
    again = tmp_path / "02-again"
    again.mkdir()
    (again / "en.md").write_text(EN, "utf-8")
    (again / "zh-CN.md").write_text(ZH, "utf-8")
    lessons = {lesson.slug: lesson for lesson in library.lessons_in(tmp_path)}
    monkeypatch.setattr(translation, "library", lambda: lessons)


@pytest.mark.usefixtures("lesson")
def test_no_answer_is_told() -> None:
    whole = translation.translated_lesson.__wrapped__("a-sum", "en").model_dump_json()
    assert "0.045" not in whole
    assert "answer" not in whole


@pytest.mark.usefixtures("lesson")
def test_a_passage_carries_its_scene_and_its_task() -> None:
    passages = json.loads(translation.translated_lesson.__wrapped__("a-sum", "zh-CN").model_dump_json())[
        "script"
    ]
    assert [(p["name"], p["goes_on"], p["task"]["kind"]) for p in passages] == [
        ("knob", False, "edit"),
        ("product", True, "predict"),
        ("sum", True, "step"),
    ]
    assert passages[2]["heading"] == "求和"
    assert passages[2]["task"] == {"kind": "step", "ref": "z1[0]", "step": 3}


@pytest.mark.usefixtures("lesson")
def test_a_lesson_knows_the_one_after_it() -> None:
    first = translation.translated_lesson.__wrapped__("a-sum", "en")
    assert first.next is not None
    assert (first.number, first.next.slug, first.next.number) == (1, "again", 2)
    assert translation.translated_lesson.__wrapped__("again", "en").next is None
