"""What a page is given of a lesson."""

import json
from pathlib import Path

import pytest

from backstep_lab.lessons import library, translation
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.link import decode_link, open_bookmark
from backstep_lab.spec.names import whole
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
def test_no_answer_is_reported() -> None:
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


def test_names_and_hidden_marks_are_those_of_the_language_and_hold_until_a_scene_changes_them() -> None:
    names = {}
    for lang in ("en", "zh-CN"):
        script = translation.translated_lesson("network", lang).script
        assert [passage.hide for passage in script] == [["biases", "loss"]] * len(script)
        begins = [open_bookmark("s", decode_link(passage.state)) for passage in script]
        names[lang] = [whole(layered(session).spec.names) for session in begins]
    assert {each["inputs"][0] for each in names["en"]} == {"lemons"}
    assert {each["inputs"][0] for each in names["zh-CN"]} == {"柠檬"}
    hidden = [passage.hide for passage in translation.translated_lesson("perceptron", "en").script]
    assert hidden[1] == ["biases", "loss"]
    assert hidden[2] == hidden[-1] == ["loss"]


def test_lessons_from_the_fourth_on_leave_nothing_out() -> None:
    for slug in list(library.library())[3:]:
        assert all(passage.hide == () for passage in library.library()[slug].passages)
