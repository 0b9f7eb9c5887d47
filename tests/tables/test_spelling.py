"""However a table is spelled, the same numbers and classes come out."""

import csv
import io
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from backstep_lab.tables.encoding import decoded
from tests.tables.reading import read

CLASSES = st.sampled_from(
    [
        ("no", "yes"),
        ("FALSE", "TRUE"),
        ("狗", "猫"),
        ("Apfel", "Öl", "Birne"),
        ("setosa", "versicolor"),
        ("0", "1", "2"),
    ]
)
SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|", "fullwidth_comma": "，", "space": " "}
CHINESE = ("狗", "猫")


class Content(NamedTuple):
    """Rows of two numbers and a class."""

    rows: list[tuple[float, float, str]]


class Spelling(NamedTuple):
    """One way to write such rows into a file."""

    delimiter: str
    decimal: str
    header: bool
    quotes: int
    line_end: str
    row_numbers: bool
    thousands: bool
    encoding: str


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Every class twice at least, one number with a decimal sign, none that is whole throughout."""
    classes = draw(CLASSES)
    labels = [*classes, *classes, *draw(st.lists(st.sampled_from(classes), max_size=6))]
    number = st.integers(-900_000, 900_000).map(lambda tenths: tenths / 100)
    rows = [(draw(number), draw(number), label) for label in labels]
    return Content([(1.25, -0.5, labels[0]), *rows])


@st.composite
def spellings(draw: st.DrawFn) -> Spelling:
    """Numbers with a sign between thousands are not put between spaces."""
    delimiter = draw(st.sampled_from(list(SIGNS)))
    thousands = draw(st.booleans()) and delimiter != "space"
    header = draw(st.booleans())
    return Spelling(
        delimiter,
        draw(st.sampled_from(["point", "comma"])),
        header,
        draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
        draw(st.sampled_from(["\n", "\r\n", "\r"])),
        header and draw(st.booleans()),
        thousands,
        draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "local"])),
    )


def written(content: Content, spelling: Spelling) -> bytes:
    """The file."""
    text = io.StringIO()
    sign = SIGNS[spelling.delimiter]
    writer = csv.writer(text, delimiter=sign, quoting=spelling.quotes, lineterminator=spelling.line_end)  # type: ignore[arg-type]
    if spelling.header:
        writer.writerow([*([""] if spelling.row_numbers else []), "width", "height", "kind"])
    for place, (width, height, kind) in enumerate(content.rows):
        numbers = [spelled(width, spelling), spelled(height, spelling)]
        writer.writerow([*([str(place + 1)] if spelling.row_numbers else []), *numbers, kind])
    kinds = {kind for *_, kind in content.rows}
    local = "gb18030" if kinds <= set(CHINESE) or spelling.delimiter == "fullwidth_comma" else "cp1252"
    return text.getvalue().encode(local if spelling.encoding == "local" else spelling.encoding)


def spelled(value: float, spelling: Spelling) -> str:
    """A number in the spelling's notation."""
    text = f"{value:,.2f}" if spelling.thousands else f"{value:.2f}"
    return text if spelling.decimal == "point" else text.translate(str.maketrans(",.", ".,"))


@settings(max_examples=60, deadline=None)
@given(contents(), spellings(), st.randoms(use_true_random=False))
def test_the_spelling_of_a_table_changes_no_number_and_no_class(
    content: Content, spelling: Spelling, random: Any
) -> None:
    plain = Spelling("comma", "point", True, csv.QUOTE_MINIMAL, "\n", False, False, "utf-8")
    _, wanted = read(decoded(written(content, plain)).text)
    shuffled = list(range(len(content.rows)))
    random.shuffle(shuffled)
    text = decoded(written(Content([content.rows[k] for k in shuffled]), spelling)).text
    _, table = read(text)
    assert table.X.tolist() == wanted.X[shuffled].tolist()
    assert table.Y.tolist() == wanted.Y[shuffled].tolist()
    assert table.classes == wanted.classes
    assert table.inputs == (wanted.inputs if spelling.header else ["", ""])


NAMES = st.text(st.sampled_from("ab ,;\"\n名'|"), min_size=1, max_size=60).filter(
    lambda name: name.strip() != ""
)


@given(st.lists(NAMES, min_size=2, max_size=2), NAMES)
def test_names_and_cells_with_line_ends_quotes_and_delimiters_are_those_of_the_csv_module(
    names: list[str], label: str
) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([[*names, "y"], [1.5, 2, label], [2.5, 3, "other"]])
    header, first, _ = csv.reader(io.StringIO(written.getvalue(), newline=""))
    reading, _ = read(written.getvalue(), delimiter="comma", header="yes")
    wanted = [" ".join(map(str.strip, cell.splitlines())).strip() for cell in (*header, first[2])]
    found = [*(column.given.strip() for column in reading.columns), reading.columns[2].cells[0].strip()]
    assert found == wanted
