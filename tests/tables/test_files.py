"""A small file of each kind that people have, and what each must become."""

from typing import Any

import numpy as np
import pytest

from backstep_lab.spec.errors import Invalid
from backstep_lab.tables.scale import proposed_scale
from tests.tables.reading import FILES, read_file

ONE_HOT: list[list[float]] = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]
REFUSED = {
    "broken.csv": ("content", "Line 3, byte 3 (81) cannot be read as utf-8: choose another encoding."),
    "workbook.csv": (
        "content",
        "This is a workbook or another archive, not a text: save the sheet as CSV, and open that file.",
    ),
    "two_decimal_signs.tsv": (
        "decimal",
        "“1,5” is a number only with a decimal comma, “2.5” only with a decimal point: choose one of them.",
    ),
    "missing.csv": (
        "missing",
        "Line 3, column 3 (y): the cell is empty, as in 1 of 4 rows. "
        "Fill it in, leave such rows out, or leave the column out.",
    ),
    "missing_marks.csv": (
        "missing",
        "Line 2, column 2 (b): “nan” stands for a missing value, as in 3 of 5 rows. "
        "Fill it in, leave such rows out, or leave the column out.",
    ),
    "ideographic_comma.csv": (
        "delimiter",
        "No delimiter was found; is “、” one? Put commas between the cells, or choose another delimiter.",
    ),
}
READ: dict[str, tuple[str, str, str, list[list[float]], list[list[float]], list[str]]] = {
    # file: (encoding, delimiter, columns and kinds, X, Y, classes)
    "gbk.csv": (
        "gb18030",
        "comma",
        "x1 number, x2 number, label class",
        [[1, 2], [2, 1], [3, 4], [4, 3]],
        [ONE_HOT[2], ONE_HOT[0], ONE_HOT[1], ONE_HOT[3]],
        ["狗", "猪", "猫", "羊"],
    ),
    "gbk_two_classes.csv": (
        "gb18030",
        "comma",
        "身高 number, 体重 number, 合格 class",
        [[1.7, 6], [1.6, 5], [1.5, 4]],
        [[1], [0], [1]],
        ["否", "是"],
    ),
    "utf8_mark.csv": ("utf-8", "comma", "x number, y class", [[1], [2]], [[0], [1]], ["no", "yes"]),
    "utf16.txt": ("utf-16", "tab", "x number, y class", [[1], [2]], [[0], [1]], ["no", "yes"]),
    "western.csv": (
        "windows-1252",
        "comma",
        "café number, größe number, y class",
        [[1, 2], [3, 4], [5, 6]],
        [[1], [0], [1]],
        ["José", "Müller"],
    ),
    "thousands.tsv": ("utf-8", "tab", "price number, y target", [[1234], [999.5]], [[0], [1]], []),
    "decimal_comma.csv": ("utf-8", "semicolon", "size number, y target", [[1.5], [2.25]], [[0], [1]], []),
    "unsure_decimal.csv": ("utf-8", "semicolon", "size number, y target", [[1.234], [2.345]], [[0], [1]], []),
    "row_numbers.csv": (
        "utf-8",
        "comma",
        "column 1 left_out row_numbers, a number, y target",
        [[5.1], [4.9], [4.7]],
        [[0], [1], [1]],
        [],
    ),
    "numbered_columns.csv": (
        "utf-8",
        "comma",
        "column 1 left_out row_numbers, 0 number, 1 number, 2 target",
        [[5.1, 3.5], [4.9, 3.0]],
        [[0], [1]],
        [],
    ),
    "headless_row_numbers.data": (
        "utf-8",
        "comma",
        "column 1 left_out row_numbers, column 2 number, column 3 number, column 4 class",
        [[5.1, 3.5], [4.9, 3.0], [4.7, 3.2], [4.6, 3.1]],
        [[0], [1], [0], [1]],
        ["a", "b"],
    ),
    "true_first.csv": (
        "utf-8",
        "comma",
        "x number, passed class",
        [[1], [2], [3]],
        [[1], [0], [1]],
        ["FALSE", "TRUE"],
    ),
    "yes_first.csv": (
        "utf-8",
        "comma",
        "x number, ripe class",
        [[1], [2], [3]],
        [[1], [0], [1]],
        ["no", "yes"],
    ),
    "fullwidth_comma.csv": (
        "utf-8",
        "fullwidth_comma",
        "a number, b number, y target",
        [[1, 2], [3, 4]],
        [[0], [1]],
        [],
    ),
    "fullwidth_semicolon.csv": (
        "utf-8",
        "fullwidth_semicolon",
        "a number, b number, y target",
        [[1, 2], [3, 4]],
        [[0], [1]],
        [],
    ),
    "fullwidth_digits.csv": (
        "utf-8",
        "fullwidth_comma",
        "a number, b number, y target",
        [[1.5, 2], [3, -4]],
        [[0], [1]],
        [],
    ),
    "pipe.txt": ("utf-8", "pipe", "a number, b number, y target", [[1, 2], [3, 4]], [[0], [1]], []),
    "sep.csv": ("utf-8", "semicolon", "a number, b number, y target", [[1.5, 2], [3, 4]], [[0], [1]], []),
    "write_table.txt": (
        "utf-8",
        "space",
        "column 1 left_out row_numbers, length number, kind class",
        [[5.1], [4.9], [4.7]],
        [[0], [1], [1]],
        ["common oak", "red oak"],
    ),
    "spaces.data": (
        "utf-8",
        "space",
        "column 1 number, column 2 number, column 3 target",
        [[1, 2], [3, 4]],
        [[0], [1]],
        [],
    ),
    "long_names.csv": (
        "utf-8",
        "comma",
        "Average concentration of dissolved oxygen in spring number, "
        "Average concentration of dissolved oxygen in autumn number, y target",
        [[1, 2], [3, 4]],
        [[0], [1]],
        [],
    ),
    "line_end_in_name.csv": (
        "utf-8",
        "comma",
        'size in cm number, kind, "common" name category, y target',
        [[1, 1], [2, 0], [3, 1]],
        [[0], [1], [0]],
        [],
    ),
    "line_end_in_cell.csv": (
        "utf-8",
        "comma",
        "size in cm number, kind class",
        [[1], [2]],
        [[1], [0]],
        ["ash", "red oak"],
    ),
    "text_columns.csv": (
        "utf-8",
        "comma",
        "name left_out many_values, sex category, smoker category, city category, age number, charge target",
        [
            [0, 0, 0, 0, 1, 3],
            [1, 1, 1, 0, 0, 4],
            [1, 0, 0, 1, 0, 5],
            [0, 0, 0, 0, 1, 6],
            [0, 1, 1, 0, 0, 7],
            [0, 0, 0, 1, 0, 8],
        ],
        [[1.5], [2.5], [3.5], [4.5], [5.5], [6.5]],
        [],
    ),
    "few_whole_numbers.csv": (
        "utf-8",
        "comma",
        "x number, kind class",
        [[1], [2], [3], [4], [5], [6]],
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]] * 2,
        ["0", "1", "2"],
    ),
    "whole_values.csv": (
        "utf-8",
        "comma",
        "x number, count target",
        [[1], [2], [3], [4]],
        [[3], [5], [7], [9]],
        [],
    ),
    "signed.csv": ("utf-8", "comma", "x number, y target", [[1], [2], [3], [4]], [[-1], [1], [-1], [1]], []),
    "wide_ranged.csv": (
        "utf-8",
        "comma",
        "income number, age number, price target",
        [[52000, 31], [31000, 64], [78000, 45]],
        [[310000.5], [120000.5], [450000.5]],
        [],
    ),
    "counts.csv": (
        "utf-8",
        "comma",
        "column 1 number, column 2 number, column 3 class",
        [[1, 2], [2.5, 1], [3, 4], [4, 3]],
        [[1], [0], [1], [0]],
        ["apple", "plum"],
    ),
    "comments.csv": ("utf-8", "comma", "x number, y target", [[1], [2]], [[2.5], [3.5]], []),
    "empty_columns.csv": (
        "utf-8",
        "comma",
        "x number, y target, column 3 left_out empty, column 4 left_out empty",
        [[1], [2]],
        [[2.5], [3.5]],
        [],
    ),
    "logic.csv": (
        "utf-8",
        "comma",
        "column 1 number, column 2 number, column 3 class",
        [[0, 0], [0, 1], [1, 0], [1, 1]],
        [[0], [1], [1], [0]],
        ["0", "1"],
    ),
}
CORRECTED = ["big5.csv"]  # no reading but a chosen one is right


def test_each_file_is_read_or_refused() -> None:
    assert sorted(path.name for path in FILES.iterdir()) == sorted([*READ, *REFUSED, *CORRECTED])


@pytest.mark.parametrize("name", READ)
def test_a_file_is_read_without_a_word(name: str) -> None:
    encoding, reading, table = read_file(name)
    uses = [
        (column.name, *filter(None, use)) for column, use in zip(reading.columns, reading.uses, strict=True)
    ]
    columns = ", ".join(" ".join(use) for use in uses)
    found = (encoding, reading.cells.delimiter, columns, table.X.tolist(), table.Y.tolist(), table.classes)
    assert found == READ[name]


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_is_refused_with_the_reason(name: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_file(name)
    assert (refused.value.field, refused.value.detail) == REFUSED[name]


@pytest.mark.parametrize(
    ("name", "choices", "X", "Y"),
    [
        ("missing.csv", {"missing": "drop"}, [[1, 2], [5, 6], [7, 8]], [[0], [1], [1]]),
        ("missing_marks.csv", {"missing": "drop"}, [[4, 5], [6, 7]], [[3.5], [4.5]]),
        ("missing_marks.csv", {"kinds": {"b": "left_out"}, "missing": "drop"}, [[1], [3], [4], [6]], None),
        ("unsure_decimal.csv", {"decimal": "point"}, [[1234], [2345]], [[0], [1]]),
        ("yes_first.csv", {"classes": ["yes", "no"]}, [[1], [2], [3]], [[0], [1], [0]]),
        ("row_numbers.csv", {"kinds": {"column 1": "number"}}, [[1, 5.1], [2, 4.9], [3, 4.7]], None),
        ("few_whole_numbers.csv", {"kinds": {"kind": "target"}}, None, [[0], [1], [2], [0], [1], [2]]),
        ("whole_values.csv", {"kinds": {"count": "class"}}, None, ONE_HOT),
        ("whole_values.csv", {"kinds": {"x": "target"}}, [[3], [5], [7], [9]], [[1], [2], [3], [4]]),
        ("logic.csv", {"header": "yes"}, [[0, 1], [1, 0], [1, 1]], [[1], [1], [0]]),
        ("big5.csv", {"encoding": "big5"}, [[1], [2], [3]], [[1], [0], [1]]),
        ("comments.csv", {"targets": ["x"]}, [[2.5], [3.5]], [[1], [2]]),
    ],
)
def test_what_was_recognized_can_be_corrected(
    name: str, choices: dict[str, Any], X: list[list[float]] | None, Y: list[list[float]] | None
) -> None:
    _, _, table = read_file(name, **choices)
    assert X is None or table.X.tolist() == X
    assert Y is None or table.Y.tolist() == Y


def test_what_may_be_read_otherwise_is_reported() -> None:
    assert read_file("unsure_decimal.csv")[1].decimal == ("comma", "1,234")
    assert read_file("thousands.tsv")[1].decimal == ("point", None)
    assert read_file("counts.csv")[1].header == "counts"
    assert read_file("comments.csv")[1].cells.comments == 2
    assert len(read_file("missing_marks.csv", missing="drop")[1].holes) == 3


def test_scaling_is_proposed_where_columns_are_large() -> None:
    table = read_file("wide_ranged.csv")[2]
    assert (table.scale, table.target_scale) == ("standard", "standard")
    table = read_file("logic.csv")[2]
    assert (table.scale, table.target_scale) == ("none", "none")


@pytest.mark.parametrize(
    ("columns", "brightest", "scale"),
    [(16, 255.0, "minmax"), (15, 255.0, "standard"), (16, 256.0, "standard"), (16, 9.5, "none")],
)
def test_columns_of_many_shades_are_proposed_from_0_to_1(columns: int, brightest: float, scale: str) -> None:
    X = np.zeros((3, columns))
    X[0, 1:] = brightest
    assert proposed_scale(X) == scale


def test_inputs_go_by_their_columns_and_categories() -> None:
    table = read_file("text_columns.csv")[2]
    assert table.inputs == ["sex=m", "smoker=yes", "city=Bonn", "city=Kiel", "city=Ulm", "age"]
    assert read_file("big5.csv", encoding="big5")[2].classes == ["狗", "貓"]
