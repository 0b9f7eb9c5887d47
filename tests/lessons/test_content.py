"""Our own lessons: all of them, whole, and in the order of the curriculum."""

import re
from pathlib import Path

import pytest

from backstep_lab.i18n import catalogue
from backstep_lab.lessons import CONTENT
from backstep_lab.lessons.errors import InvalidLessons
from backstep_lab.lessons.lesson import Lesson
from backstep_lab.lessons.library import lessons_in, library
from backstep_lab.lessons.tasks import PredictTask, ReadTask

CURRICULUM = [
    "network",
    "perceptron",
    "threshold",
    "cost",
    "gradient-descent",
    "sums",
    "products",
    "sigmoid",
    "relu",
    "backprop",
    "batches",
    "training",
    "expressions",
    "two-modes",
    "convolution",
    "through-time",
    "batch-norm",
    "attention",
]


def test_all_are_there_in_the_order_of_the_curriculum() -> None:
    assert list(library()) == CURRICULUM


@pytest.mark.parametrize("lesson", library().values(), ids=lambda lesson: lesson.slug)
def test_a_lesson_asks_for_predictions_and_ends_with_what_was_learnt(lesson: Lesson) -> None:
    kinds = [type(passage.do) for passage in lesson.passages]
    assert kinds.count(PredictTask) >= 2
    assert kinds[-1] is ReadTask
    assert kinds.count(ReadTask) <= 2
    assert 5 <= len(kinds) <= 12


@pytest.mark.parametrize(
    ("slug", "view", "passages"),
    [
        ("gradient-descent", "slice", ("shorter", "rest", "short", "long")),
        ("sigmoid", "activation", ("slide", "awake")),
    ],
)
def test_a_curve_that_a_passage_speaks_of_is_drawn(slug: str, view: str, passages: tuple[str, ...]) -> None:
    views = {passage.name: passage.view for passage in library()[slug].passages}
    assert {name: views[name] for name in passages} == dict.fromkeys(passages, view)


def test_the_languages_are_distinguished() -> None:
    for lesson in library().values():
        chinese = "".join(passage.html for passage in lesson.translations["zh-CN"].passages)
        english = "".join(passage.html for passage in lesson.translations["en"].passages)
        assert re.search("[\u4e00-\u9fff]", chinese)
        assert not re.search("[\u4e00-\u9fff]", english)


@pytest.mark.parametrize("lang", catalogue.LANGUAGES)
def test_without_a_translation_no_lesson_is_served(tmp_path: Path, lang: str) -> None:
    folder = CONTENT / "01-network"
    for file in folder.glob("*.md"):
        if file.stem != lang:
            (tmp_path / file.name).write_bytes(file.read_bytes())
    with pytest.raises(InvalidLessons, match=f"There is no {lang}.md"):
        lessons_in(tmp_path)
