"""The height of a frame, as the page itself computes it: the cases are those of the page's test."""

import json
from pathlib import Path

import pytest

from backstep_lab.web.frame_height import natural_height
from backstep_lab.wire.address import parse_query

CASES = json.loads(Path("tests/static/session/frameHeights.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES)
def test_a_frame_is_as_high_as_its_parts_need(case: dict[str, object]) -> None:
    query, warnings = parse_query(case["query"])  # type: ignore[arg-type]
    assert natural_height(case["width"], query) == case["height"]  # type: ignore[arg-type]
    assert warnings == []
