"""Numbers in the still picture as the page prints them."""

import json
from pathlib import Path
from typing import get_args

from backstep_lab.exports.images.page_number import page_number
from backstep_lab.wire.address import Digits

# The page's own test reads them, too.
PRINTED = Path(__file__).resolve().parents[2] / "static" / "support" / "printedNumbers.json"


def test_numbers_are_printed_as_on_the_page_in_each_number_of_digits() -> None:
    rows = json.loads(PRINTED.read_text("utf-8"))
    assert len(rows) > 40
    for value, *texts in rows:
        assert [page_number(float(value), digits, signed=True) for digits in get_args(Digits)] == texts, value


def test_a_plus_is_written_where_it_is_asked_for() -> None:
    assert [page_number(0.5, 3), page_number(-0.5, 3), page_number(0.5, 3, signed=True)] == [
        "0.5",
        "−0.5",
        "+0.5",
    ]
