"""The views on the plane of the inputs and on the quality of predictions say what the API says."""

import re

from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab
from tests.e2e.test_landscape import asked, view, whole


def told_at(plane: Locator) -> float:
    """The number of the map under the hand."""
    value = plane.get_attribute("data-value")
    assert value is not None
    return float(value)


def test_the_map_is_walked_by_keys_and_tells_the_apis_values(lab: Lab) -> None:
    lab.open("xor")
    plane = view(lab, "boundary").get_by_role("slider", name=lab.word("plane-choose"))
    told = asked(lab, "boundary", resolution="101")
    values, low, high = told["maps"][0]["values"], told["x"]["low"], told["x"]["high"]
    plane.press("Home")
    corner = round((0 - low) / (high - low) * 100)
    assert told_at(plane) == values[corner][corner]
    for _ in range(8):
        plane.press("ArrowUp")
    assert told_at(plane) == values[corner + 20][corner]
    expect(plane.locator("image")).to_have_attribute("href", re.compile("^data:image/png"))
    expect(plane.locator(".examples path")).to_have_count(4)
    lab.press("forward-pass")
    lab.press("backward-pass")
    lab.press("update")
    after = asked(lab, "boundary", resolution="101")["maps"][0]["values"]
    plane.press("Home")
    expect(plane).to_have_attribute("data-value", str(after[corner][corner]))


def test_a_small_map_is_enlarged_by_a_click(lab: Lab) -> None:
    lab.open("xor")
    boundary = view(lab, "boundary")
    small = boundary.get_by_role("button", name=lab.word("ref-activation", layer=1, unit=1, row=-1))
    small.click()
    expect(small).to_have_attribute("aria-pressed", "true")
    plane = boundary.get_by_role("slider")
    plane.press("Home")
    values = asked(lab, "boundary", resolution="101", unit="a1[1]")["maps"][0]["values"]
    assert told_at(plane) == values[14][14]


def test_the_confusion_is_that_of_the_api_and_its_cells_are_told_in_words(lab: Lab) -> None:
    lab.open("xor")
    quality = view(lab, "quality")
    told = asked(lab, "metrics")["train"]
    cells = quality.locator(".confusion tbody td")
    expect(cells).to_have_count(4)
    counts = [
        int(text.split()[0]) for text in cells.evaluate_all("all => all.map((td) => td.firstChild.data)")
    ]
    assert counts == [count for row in told["confusion"] for count in row]
    assert whole(quality.locator(".scores data")) == [told["accuracy"], told["loss"]]
    words = lab.word("quality-cell-right", true=1, count=told["confusion"][1][1], all=2)
    expect(cells.last).to_contain_text(words)
