"""How a table's parts are distinguished, and how a mistake is said."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.spec.errors import Invalid
from backstep_lab.tables.class_order import ordered
from backstep_lab.tables.encoding import ENCODINGS, decoded
from backstep_lab.tables.numerals import value_of
from tests.tables.reading import read


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("1;2,5\n3;4", "semicolon"),
        ("1\t2,5\n3\t4", "tab"),
        ("1  2.5\n3 4", "space"),
        ("1, 2.5\r\n3, 4", "comma"),
        ("1|2.5\r3|4", "pipe"),
    ],
)
def test_the_delimiter_is_reported_by_the_lines(text: str, delimiter: str) -> None:
    reading, table = read(text)
    assert (reading.cells.delimiter, reading.header) == (delimiter, "no")
    assert (table.X.tolist(), table.Y.tolist()) == ([[1], [3]], [[2.5], [4]])


@pytest.mark.parametrize(
    ("cell", "point", "comma"),
    [
        ("1.5", 1.5, None),
        ("1,5", None, 1.5),
        ("1,234", 1234, 1.234),
        ("1.234", 1.234, 1234),
        ("0.123", 0.123, None),
        ("1,234.5", 1234.5, None),
        ("1.234,5", None, 1234.5),
        ("1 234 567", 1234567, 1234567),
        ("1'234.5", 1234.5, None),
        ("1\u202f234,5", None, 1234.5),
        ("−2e-3", -0.002, -0.002),
        (".5", 0.5, None),
        ("1,2,3", None, None),
        ("12,34,567", None, None),
        ("5²", None, None),
        ("1_000", None, None),
    ],
)
def test_a_number_in_either_notation(cell: str, point: float | None, comma: float | None) -> None:
    assert (value_of(cell, "point"), value_of(cell, "comma")) == (point, comma)


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("a,b\n1,2\n3,4", "yes"),
        ("1,2\n3,4\n5,6", "no"),
        ("0,1\n1,0\n1,1", "no"),  # a truth table
        ("0,1\n5.1,0\n4.9,1", "yes"),  # as pandas numbers columns
        ("country,2019,2020,y\nA,1,2,3\nB,2,3,4", "yes"),
        ("sky,play\nsunny,no\nrain,yes\nsunny,yes", "yes"),
        ("sunny,no\nrain,yes\nsunny,yes", "no"),
    ],
)
def test_the_first_line_is_reported_to_be_names_or_an_example(text: str, header: str) -> None:
    kinds = {"kinds": {"country": "left_out"}} if "country" in text else {}
    assert read(text, **kinds)[0].header == header


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("species,length\nsetosa,1\nvirginica,2\nsetosa,3\nvirginica,4", "species"),
        ("y,x1,x2\n1.5,2,3\n2.5,3,4", "y"),
        ("x,y,z\n1.5,2.5,3\n2.5,3.5,4", "z"),
        ("size,kind,day\n" + "".join(f"{k},{'ab'[k % 2]},day {k}\n" for k in range(20)), "kind"),
    ],
)
def test_the_target_is_the_column_so_called_or_the_last_that_is_of_use(text: str, target: str) -> None:
    reading, _ = read(text)
    uses = zip(reading.columns, reading.uses, strict=True)
    assert [column.name for column, use in uses if use.kind in ("target", "class")] == [target]


def test_several_targets_may_be_numbers_and_pairs_of_classes() -> None:
    _, table = read("a,b,c\n1,2,no\n4,5,yes", targets=["c", "a"])
    assert (table.X.tolist(), table.Y.tolist()) == ([[2], [5]], [[1, 0], [4, 1]])


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["True", "False"], ["False", "True"]),
        (["POS", "neg"], ["neg", "POS"]),
        (["是", "否"], ["否", "是"]),
        (["10", "9"], ["9", "10"]),
        (["pear", "apple"], ["apple", "pear"]),
        (["maybe", "yes", "no"], ["maybe", "no", "yes"]),
    ],
)
def test_classes_have_an_order_that_does_not_depend_on_the_rows(values: list[str], order: list[str]) -> None:
    assert ordered(values) == ordered(values[::-1]) == order


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("price;y\n1,234;0\n999.500;1", [1234, 999.5]),  # both signs in a column: no decimal comma
        ("price;y\n1,234;0\n0,5;1", [1.234, 0.5]),
        ("price;y\n1.234;0\n999;1", [1.234, 999]),
        ("price\ty\n1.234,5\t0\n2,5\t1", [1234.5, 2.5]),
        ('price,y\n"1,234",0\n"2,345",1', [1234, 2345]),
    ],
)
def test_the_decimal_sign_is_reported_by_all_cells(text: str, numbers: list[float]) -> None:
    assert read(text)[1].X[:, 0].tolist() == numbers


def test_names_of_columns_that_are_given_twice_are_distinguished() -> None:
    assert [column.name for column in read("a,a,b\n1,2,3\n3,4,5")[0].columns] == ["a", "a (2)", "b"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There are no rows: paste a line for each example."),
        ("# only a remark\n\n", "There are no rows: paste a line for each example."),
        ("1,2", "There are too few rows: two examples are the least."),
        ("x,y\n1,2", "There are too few rows: two examples are the least."),
        ("1,2\n3,abc,4\n", "Line 2 has 3 cells, line 1 has 2: every line needs as many."),
        ("x,y,z\n1,2,0\n\n3,abc,1\n4,5,1", "Line 4, column 2 (y): “abc” is not a number."),
        ("1,2\n3,inf\n4,5", "Line 2, column 2 (column 2): “inf” is not a number."),
        (
            'a,b\n"1\n2",3\n4,x\n5,6\n7,8\n',
            "Line 2, column 1 (a): “1 2” is not a number.",
        ),
        (
            "1,2\n1e308,3",
            "Line 2, column 1 (column 1): 1e308 is too large; numbers may go from -1000000 to 1000000.",
        ),
        (
            "1,2\n1e999,3",
            "Line 2, column 1 (column 1): 1e999 is too large; numbers may go from -1000000 to 1000000.",
        ),
        (
            '1,2\n"3,4',
            "The row that begins on line 2 cannot be read (unexpected end of data): "
            "look for a stray quotation mark.",
        ),
        (
            "1,7\n2,7",
            "Column 2 (column 2) is “7” in every line: there is nothing to learn. "
            "Two different targets are the least.",
        ),
        ("1\n2", "No delimiter was found: every line has one cell. Put commas between the cells."),
        (
            "a:1\nb:2",
            "No delimiter was found; is “:” one? Put commas between the cells, or choose another delimiter.",
        ),
        (
            "y," + "x" * 201 + "\n1,2\n2,1",
            "Line 1, column 2: the name has 201 characters; it may have up to 200.",
        ),
        ("1," * 912 + "1\n", "Line 1 has 913 cells; a table may have up to 912 columns."),
        ("1,2\n" * 10_002, "The table goes on after line 10002; it may have up to 10000 rows."),
        ("1,2,3,4,5,6\n" * 8_999 + "6,5,4,3,2,1", "The table has 54000 numbers; it may have up to 50000."),
        (
            ",".join(f"x{k}" for k in range(786)) + "\n" + "1.5," * 785 + "1\n" + "1.5," * 785 + "2\n",
            "The columns make 785 inputs; a network may have up to 784: leave columns out.",
        ),
    ],
)
def test_a_mistake_is_reported_with_its_line_and_column(text: str, sentence: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(text)
    assert refused.value.detail == sentence


@pytest.mark.parametrize(
    ("choices", "field", "sentence"),
    [
        ({"targets": ["z"]}, "targets", "There is no column “z”; there are x, y."),
        ({"kinds": {"z": "number"}}, "columns", "There is no column “z”; there are x, y."),
        ({"kinds": {"y": "left_out"}}, "columns", None),
        ({"kinds": {"x": "left_out"}}, "columns", None),
        ({"classes": ["b"]}, "classes", "The order must name each class of column 2 (y) once: a, b, c."),
        ({"targets": ["x"], "kinds": {"y": "category"}, "classes": ["1", "2"]}, "classes", None),
        ({"kinds": {"x": "target", "y": "class"}}, "columns", None),
        ({"kinds": {"y": "target"}}, "text", "Line 2, column 2 (y): “a” is not a number."),
        ({"delimiter": "semicolon"}, "delimiter", None),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(
    choices: dict[str, Any], field: str, sentence: str | None
) -> None:
    with pytest.raises(Invalid) as refused:
        read("x,y\n1.5,a\n3.5,b\n4.5,c", **choices)
    assert refused.value.field == field
    assert sentence in (None, refused.value.detail)


@given(st.text(alphabet='0123456789.,;\t \n\r"-eE+naif#é，|', max_size=200))
def test_any_text_is_read_or_refused_and_what_is_read_is_finite(text: str) -> None:
    try:
        _, table = read(text, missing="drop")
    except Invalid:
        return
    assert len(table.X) == len(table.Y) >= 2
    assert np.isfinite(table.X).all()
    assert np.isfinite(table.Y).all()


@given(st.binary(max_size=60), st.sampled_from(["auto", *ENCODINGS]))
def test_any_bytes_are_decoded_or_refused(content: bytes, encoding: str) -> None:
    try:
        found = decoded(content, encoding)
    except Invalid:
        return
    assert found.encoding in (ENCODINGS if encoding == "auto" else [encoding])
