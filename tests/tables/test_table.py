"""A learner's own table: what is read in it, and how a mistake is told."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.spec.errors import Invalid
from backstep_lab.tables.table import read_table


def test_the_last_column_is_the_target_and_a_header_gives_the_names() -> None:
    table = read_table("height,weight,fast\n1.5,2,0\n\n# a remark\n3,-4e1,1\n")
    assert (table.delimiter, table.has_header) == ("comma", True)
    assert (table.columns, table.targets, table.classes) == (["height", "weight", "fast"], ["fast"], [])
    assert (table.X.tolist(), table.Y.tolist()) == ([[1.5, 2], [3, -40]], [[0], [1]])


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("1;2,5\n3;4", "semicolon"),
        ("1\t2,5\n3\t4", "tab"),
        ("1  2.5\n3 4", "space"),
        ("1, 2.5\r\n3, 4", "comma"),
    ],
)
def test_the_delimiter_is_told_by_the_lines(text: str, delimiter: str) -> None:
    table = read_table(text)
    assert (table.delimiter, table.has_header, table.columns) == (delimiter, False, ["column 1", "column 2"])
    assert (table.X.tolist(), table.Y.tolist()) == ([[1], [3]], [[2.5], [4]])


def test_targets_may_stand_anywhere() -> None:
    table = read_table("a,b,c\n1,2,3\n4,5,6", targets=["c", "a"])
    assert (table.X.tolist(), table.Y.tolist()) == ([[2], [5]], [[1, 3], [4, 6]])


def test_two_names_become_0_and_1_and_more_an_output_each() -> None:
    table = read_table("x,y\n1,no\n2,yes\n3,no")
    assert (table.classes, table.Y.tolist()) == (["no", "yes"], [[0], [1], [0]])
    table = read_table("1,b\n2,a\n3,c")
    assert (table.has_header, table.classes) == (False, ["b", "a", "c"])
    assert table.Y.tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]


def test_inputs_can_be_brought_to_one_size_column_by_column() -> None:
    text = "1,5,0\n3,5,1"
    assert read_table(text, scale="standard").X.tolist() == [[-1, 0], [1, 0]]
    assert read_table(text, scale="minmax").X.tolist() == [[0, 0], [1, 0]]


@pytest.mark.parametrize("scale", ["standard", "minmax"])
@pytest.mark.parametrize("value", [0.1, 0.7, 1e-300, -3.3, 1e6 / 3])
def test_a_column_that_never_changes_becomes_0_whatever_its_mean_is_rounded_to(
    scale: str, value: float
) -> None:
    text = "a,b,y\n" + "".join(f"{value!r},{n},{n}\n" for n in range(3))
    X = read_table(text, scale=scale).X
    assert X[:, 0].tolist() == [0.0, 0.0, 0.0]
    assert X[:, 1].any()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There are no rows: paste a line for each example."),
        ("# only a remark\n\n", "There are no rows: paste a line for each example."),
        ("1,2", "There are too few rows: two examples are the least."),
        ("x,y\n1,2", "There are too few rows: two examples are the least."),
        ("1,2\n3,abc,4\n", "Line 2 has 3 cells, line 1 has 2: every line needs as many."),
        ("x,y,z\n1,2,0\n\n3,abc,1", "Line 4, column 2 (y): “abc” is not a number."),
        ("nan,2\n1,3", "Line 1, column 1 (column 1): “nan” is not a number."),
        ("abc,2\n1,3", "Line 1, column 1 (column 1): “abc” is not a number."),
        ("1,2\nnan,3", "Line 2, column 1 (column 1): “nan” is not a number."),
        ("1,2\n3,inf", "Line 2, column 2 (column 2): “inf” is not a number."),
        ("1,2\n,3", "Line 2, column 1 (column 1): “” is not a number."),
        (
            "1,2\n1e308,3",
            "Line 2, column 1 (column 1): 1e308 is too large; numbers may go from -1000000 to 1000000.",
        ),
        ('1,2\n"3,4', "Line 2 cannot be read (unexpected end of data): look for a stray quotation mark."),
        ("a,a\n1,2\n3,4", "Line 1, column 2: “a” is the name of two columns."),
        (
            "1,7\n2,7",
            "Column 2 (column 2) is “7” in every line: there is nothing to learn. "
            "Two different targets are the least.",
        ),
        (
            "1\n2",
            "1 of 1 columns are targets: at least one must be, and at least one must be left as an input.",
        ),
        ("1," * 256 + "1\n", "Line 1 has 257 cells; a table may have up to 256 columns."),
        ("1,2\n" * 10_002, "The table goes on after line 10002; it may have up to 10000 rows."),
        ("1,2,3,4,5,6\n" * 9_000, "The table has 54000 numbers; it may have up to 50000."),
    ],
)
def test_a_mistake_is_told_with_its_line_and_column(text: str, sentence: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_table(text)
    assert refused.value.detail == sentence


def test_a_column_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(Invalid, match=r"There is no column “z”; there are x, y\."):
        read_table("x,y\n1,2\n3,4", targets=["z"])


@given(st.text(alphabet='0123456789.,;\t \n"-eE+naif#é', max_size=200))
def test_any_text_is_read_or_refused_and_what_is_read_is_finite(text: str) -> None:
    try:
        table = read_table(text, scale="standard")
    except Invalid:
        return
    assert len(table.X) == len(table.Y) >= 2
    assert np.isfinite(table.X).all()
    assert np.isfinite(table.Y).all()
