"""What stops a lesson, and that it is said with file and line."""

from pathlib import Path

import pytest

from backstep_lab.cli import main
from backstep_lab.lessons.errors import InvalidLessons
from backstep_lab.lessons.library import lessons_in
from tests.lessons.writing import EN, ZH, written


def complaints(folder: Path, en: str = EN, zh: str | None = ZH) -> list[str]:
    """The mistakes of a lesson, each as file:line: sentence."""
    with pytest.raises(InvalidLessons) as wrong:
        lessons_in(written(folder, en, zh))
    return [f"{m.file.name}:{m.line}: {m.detail}" for m in wrong.value.mistakes]


def test_a_lesson_that_works_is_reported_with_its_passages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["lesson", "check", str(written(tmp_path))])
    assert capsys.readouterr().out == "a-sum: 3 passages\n"


def test_the_command_ends_with_every_mistake_and_its_place(tmp_path: Path) -> None:
    lesson = written(tmp_path, EN.replace("0.045", "0.46"))
    with pytest.raises(
        SystemExit, match=r"en\.md:20: The answer to W1\[0,0\]\*x\[0\] is 0\.0450*5?, not 0\.46"
    ):
        main(["lesson", "check", str(lesson)])


def test_a_missing_translation_stops_it(tmp_path: Path) -> None:
    assert complaints(tmp_path, zh=None) == [
        "zh-CN.md:1: There is no zh-CN.md: a lesson needs every language."
    ]


def test_a_passage_missing_in_one_language_stops_it(tmp_path: Path) -> None:
    without = ZH[: ZH.index("## 求和")]
    assert "zh-CN.md:13: The passage with scene sum of en.md is missing." in complaints(tmp_path, zh=without)


@pytest.mark.parametrize(
    ("change", "to", "mistake"),
    [
        ("z1[0]", "z1[7]", "en.md:28: “z1[7]” asks for unit 7; units there go from 0 to 1."),
        ("z1[0]", "x[0]", "en.md:28: x[0] is given: no step makes it."),
        ("show = 0.9", "show = 0.4", "en.md:12: show puts in 0.4, which is not what the passage asks for."),
        ('"mazur"', '"mazzur"', "en.md:11: There is no preset “mazzur”; there are "),
        ("do = { step", "du = { step", "en.md:28: du is not known in a scene."),
        ("{ step", "{ stop", "en.md:28: do: it asks for one of step, edit, predict"),
        ("(W1[0,0])", "(W3[0,0])", "en.md:6: “W3[0,0]” is in layer 3; layers here go from 1 to 2."),
        ("**weight**", "**wait**", "en.md:6: “wait” stands in bold, but is no term of the glossary."),
        ("the sum is there.", "so many words. " * 30, "en.md:23: The passage has 92 words; it may have 60."),
        ("## The sum\n", "The sum\n", "en.md:15: A passage ends in one scene block"),
        ('preset = "mazur"', "preset = mazur", "en.md:11: This is no TOML: "),
        ('about = "', 'aboot = "', "en.md:1: about is missing"),
        ("```scene sum", "```scene total", "zh-CN.md:20: The passage with scene total of en.md is missing."),
    ],
)
def test_whatever_is_wrong_is_reported_where_it_stands(
    tmp_path: Path, change: str, to: str, mistake: str
) -> None:
    assert change in EN
    answer = complaints(tmp_path, EN.replace(change, to))
    assert any(sentence.startswith(mistake) for sentence in answer), answer


def test_a_number_in_the_text_is_held_against_its_ref(tmp_path: Path) -> None:
    right = EN.replace("is there.", "is there: [0.415](z1[0]).")
    lessons_in(written(tmp_path / "right", right))
    wrong = right.replace("0.415", "0.416")
    (sentence,) = complaints(tmp_path, wrong)
    assert sentence.startswith("en.md:23: The text says 0.416 of z1[0], which is 0.415")


GRAPH_EN = """+++
title = "A product"
about = "One product, forward and back."
+++

## Make it larger

Change [x](x) to 4.

```scene change
graph = { program = "x = 3\\ny = 2\\nL = x*y" }
do = { edit = "x", to = 4, show = 4 }
```

## Its value

How much is `x·y` now? It was [6](L).

```scene value
do = { predict = "L", answer = 8 }
```
"""
GRAPH_ZH = """+++
title = "乘积"
about = "一个乘积，往前再往回。"
+++

## 变大些

把 [x](x) 改成 4。

```scene change
```

## 它的值

现在 `x·y` 是多少？

```scene value
```
"""


def test_a_scene_may_show_a_graph(tmp_path: Path) -> None:
    assert complaints(tmp_path / "late", GRAPH_EN, GRAPH_ZH) == [
        "en.md:15: The text says 6 of L, which is 8.0."
    ]
    right = GRAPH_EN.replace("It was [6](L).", "")
    (lesson,) = lessons_in(written(tmp_path / "right", right, GRAPH_ZH))
    assert [passage.starts["en"].current.model for passage in lesson.passages] == ["graph", "graph"]


WRITTEN = GRAPH_EN.replace('{ edit = "x", to = 4, show = 4 }', '{ write = "a = 2\\nL = a*a" }').replace(
    """```scene value
do = { predict = "L", answer = 8 }
""",
    """```scene value
do = { predict = "dL/da", answer = 4 }
""",
)


def test_a_task_may_be_to_write_a_program(tmp_path: Path) -> None:
    (lesson,) = lessons_in(written(tmp_path, WRITTEN.replace("It was [6](L).", "It is [4](L)."), GRAPH_ZH))
    assert lesson.passages[1].starts["en"].current.value_of("L", 0) == 4


@pytest.mark.parametrize(
    ("change", "to", "mistake"),
    [
        ("L = a*a", "L = a*", "en.md:12: Line 2, column"),
        ("L = a*a", "L = log(a - 2)", "en.md:12: L is undefined."),
        ("a = 2\\nL = a*a", "x = 1\\ny = 4\\nL = y*x", "en.md:12: The graph computes that already"),
        (
            'graph = { program = "x = 3\\ny = 2\\nL = x*y" }',
            'preset = "mazur"',
            "en.md:12: A program is written",
        ),
        ("a = 2\\nL = a*a", "a = 2", "en.md:12: "),
        ("It was [6](L).", "It was [7](L).", "en.md:15: The text says 7 of L"),
    ],
)
def test_a_program_to_write_is_played(tmp_path: Path, change: str, to: str, mistake: str) -> None:
    right = WRITTEN.replace("[x](x)", "x")
    assert change in right
    answer = complaints(tmp_path, right.replace(change, to), GRAPH_ZH.replace("[x](x)", "x"))
    assert any(sentence.startswith(mistake) for sentence in answer), answer


@pytest.mark.parametrize(
    ("change", "to", "mistake"),
    [
        ("L = x*y", "L = x*", "en.md:11: "),
        ("L = x*y", "L = x*w", "en.md:11: "),
        ("(x)", "(q)", "en.md:6: “q” names no number of this graph."),
        ('graph = { program = "', 'graph = { program = 3, values = "', "en.md:11: graph.program: "),
    ],
    ids=["program", "name", "number", "no text"],
)
def test_what_is_wrong_with_a_graph_is_reported_where_it_stands(
    tmp_path: Path, change: str, to: str, mistake: str
) -> None:
    assert change in GRAPH_EN
    answer = complaints(tmp_path, GRAPH_EN.replace(change, to), GRAPH_ZH)
    assert any(sentence.startswith(mistake) for sentence in answer), answer


def test_a_scene_stands_in_one_language_alone(tmp_path: Path) -> None:
    twice = ZH.replace("```scene sum\n", '```scene sum\ndo = { step = "z1[0]" }\n')
    assert complaints(tmp_path, zh=twice) == [
        "zh-CN.md:24: Scene sum is set out in two files: leave it empty in one."
    ]


def test_a_long_chinese_passage_is_counted_in_characters(tmp_path: Path) -> None:
    assert complaints(tmp_path, zh=ZH.replace("一步步走，", "一步步走" * 30)) == [
        "zh-CN.md:20: The passage has 125 words; it may have 110."
    ]


def test_a_term_needs_an_introduction_before_it_is_used(tmp_path: Path) -> None:
    written(tmp_path / "one", EN.replace("**weight**", "weight"))
    with pytest.raises(InvalidLessons) as wrong:
        lessons_in(tmp_path / "one")
    assert "en.md:6: “weight” is used before a passage has introduced it in bold." in str(wrong.value)
    assert "“neuron”" not in str(wrong.value), "the line for search engines is no passage"


def test_a_folder_without_lessons_says_so(tmp_path: Path) -> None:
    with pytest.raises(InvalidLessons, match="There is no lesson here"):
        lessons_in(tmp_path)


NAMED_EN = EN.replace('preset = "mazur"', 'preset = "mazur"\nnames = { inputs = ["lemons"] }')
NAMED_ZH = ZH.replace("```scene knob\n", '```scene knob\nnames = { inputs = ["柠檬"] }\n')


def test_a_scene_with_names_needs_them_in_every_language(tmp_path: Path) -> None:
    assert complaints(tmp_path, NAMED_EN, ZH) == [
        "zh-CN.md:10: Scene knob has names in en.md: it needs them in every language."
    ]
    lessons_in(written(tmp_path / "whole", NAMED_EN, NAMED_ZH))


def test_names_that_do_not_fit_are_given_in_their_own_file(tmp_path: Path) -> None:
    many = NAMED_ZH.replace('"柠檬"', '"柠檬", "糖", "水"')
    assert complaints(tmp_path, NAMED_EN, many) == [
        "zh-CN.md:11: names.inputs has 3 entries; there may be up to 2."
    ]


def test_names_stand_where_a_scene_begins_anew(tmp_path: Path) -> None:
    late = EN.replace("```scene sum\n", '```scene sum\nnames = { inputs = ["lemons"] }\n')
    assert "names can only stand in a scene that begins anew" in complaints(tmp_path, late)[0]


def test_a_picture_leaves_out_only_what_there_is(tmp_path: Path) -> None:
    strange = EN.replace('preset = "mazur"', 'preset = "mazur"\nhide = ["weights"]')
    assert "hide.0" in complaints(tmp_path, strange)[0]
