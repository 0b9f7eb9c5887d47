"""The lesson that each guide for teachers prints can be taught as it stands."""

import re
from pathlib import Path

import pytest

from backstep_lab.lessons.library import lessons_in
from tests.docs.markdown import text_of

_FILE = re.compile(r"^`my-lesson/([\w-]+\.md)`\n\n````markdown\n(.*?)^````$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    ("guide", "passages"),
    [("docs/teaching.md", ["product", "sum", "turn"]), ("docs/teaching.zh-CN.md", ["product", "sum"])],
)
def test_the_printed_lesson_works(tmp_path: Path, guide: str, passages: list[str]) -> None:
    files = dict(_FILE.findall(text_of(guide)))
    assert set(files) == {"en.md", "zh-CN.md"}
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    (lesson,) = lessons_in(tmp_path)
    assert [passage.name for passage in lesson.passages] == passages
