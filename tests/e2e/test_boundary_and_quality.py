"""The views on the plane of the inputs and on the quality of predictions say what the API says."""

import json
import re
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab
from tests.e2e.test_accessibility import findings
from tests.e2e.test_loss_views import asked, view, whole


def told_at(plane: Locator) -> float:
    """The number of the map under the hand."""
    value = plane.get_attribute("data-value")
    assert value is not None
    return float(value)


def predicted(lab: Lab, *point: float) -> dict[str, Any]:
    """The server's prediction."""
    query = urlencode([("x", value) for value in point])
    with urlopen(
        f"{lab.server.address}/api/v1/sessions/{lab.session_id}/predict?{query}", timeout=10
    ) as answer:
        answered: dict[str, Any] = json.load(answer)
        return answered


def written(lab: Lab, ref: str) -> float | None:
    """The number on a mark of the picture."""
    texts = [text for name, _, text in lab.drawn() if name == ref]
    return float(texts[0].replace("\u2212", "-")) if texts and texts[0] else None


def test_the_map_is_walked_by_keys_and_tells_what_the_api_predicts(lab: Lab) -> None:
    lab.open("xor")
    plane = view(lab, "boundary").get_by_role("slider", name=lab.word("plane-choose"))
    plane.press("Home")
    assert told_at(plane) == pytest.approx(predicted(lab, 0, 1)["output"][0], rel=1e-3)
    for _ in range(8):
        plane.press("ArrowDown")
    assert told_at(plane) == pytest.approx(predicted(lab, 0, 0.72)["output"][0], rel=1e-3)
    expect(plane.locator("image")).to_have_attribute("href", re.compile("^data:image/png"))
    expect(plane.locator(".examples path")).to_have_count(4)
    for part in ("forward-pass", "backward-pass", "update"):
        lab.press(part)
    after = f"{predicted(lab, 0, 1)['output'][0]:.3f}"
    expect(plane).to_have_attribute("aria-valuetext", re.compile(f"≈ {re.escape(after)}$"))


def test_during_a_run_the_map_is_as_fine_as_shades_and_after_it_as_exact_as_ever(lab: Lab) -> None:
    lab.open("xor", mode="train")
    plane = lab.page.locator(".boundary").get_by_role("slider", name=lab.word("plane-choose"))
    expect(plane.locator("image")).to_have_attribute("href", re.compile("^data:image/png"))
    lab.page.get_by_role("spinbutton", name=lab.word("train-iterations"), exact=True).fill("400000")
    with lab.page.expect_response(re.compile("boundary.*resolution=101.*shades=true")):
        lab.button("train").click()
    before = plane.locator("image").get_attribute("href")
    expect(plane.locator("image")).not_to_have_attribute("href", before or "")
    with lab.page.expect_response(re.compile("boundary.*resolution=101.*shades=false")):
        lab.button("stop").click()
    at = predicted(lab, 0, 1)["output"][0]
    expect(plane).to_have_attribute("aria-valuetext", re.compile(f"≈ {re.escape(f'{at:.3f}')}$"))


def test_a_small_map_is_enlarged_by_a_click(lab: Lab) -> None:
    lab.open("xor")
    boundary = view(lab, "boundary")
    small = boundary.get_by_role("button", name=lab.word("ref-activation", layer=1, unit=2, row=-1))
    small.click()
    expect(small).to_have_attribute("aria-pressed", "true")
    plane = boundary.get_by_role("slider")
    plane.press("Home")
    assert told_at(plane) == pytest.approx(predicted(lab, 0, 1)["layers"][0]["a"][1], rel=1e-2)
    answered = asked(lab, "boundary", resolution="101", unit="a1[1]")["maps"][0]
    expect(boundary).to_contain_text(f"{answered['low']:.3f}".replace("-", "\u2212"))


def test_the_confusion_is_that_of_the_api_and_its_cells_are_given_in_words(lab: Lab) -> None:
    lab.open("xor")
    quality = view(lab, "quality")
    answered = asked(lab, "metrics")["train"]
    cells = quality.locator(".confusion tbody td")
    expect(cells).to_have_count(4)
    counts = [
        int(text.split()[0]) for text in cells.evaluate_all("all => all.map((td) => td.firstChild.data)")
    ]
    assert counts == [count for row in answered["confusion"] for count in row]
    assert whole(quality.locator(".scores data")) == [answered["accuracy"], answered["loss"]]
    words = lab.word("quality-cell-right", true=1, count=answered["confusion"][1][1], all=2)
    expect(cells.last).to_contain_text(words)


def test_a_point_is_predicted_by_enter_and_its_forward_pass_is_watched(lab: Lab) -> None:
    lab.open("xor")
    lab.press("forward-pass")
    before, calls = lab.drawn(), len(lab.changes)
    boundary = view(lab, "boundary")
    plane = boundary.get_by_role("slider")
    plane.press("Home")
    for _ in range(10):
        plane.press("ArrowRight")
    plane.press("Enter")
    answered = predicted(lab, 0.35, 1.0)
    said = f"{answered['output'][0]:.3f}: class {answered['decided']}."
    expect(boundary.locator(".predicted")).to_contain_text(said)
    lab.button("predict-watch").click()
    assert written(lab, "x[0]") == 0.35
    assert written(lab, "a1[0]") is None
    lab.button("what-if-next").click()
    lab.button("what-if-next").click()
    expect(lab.button("what-if-next")).to_be_disabled()
    for unit, a in enumerate(answered["layers"][0]["a"]):
        assert written(lab, f"a1[{unit}]") == pytest.approx(a, abs=5e-4)
    assert written(lab, "a2[0]") == pytest.approx(answered["output"][0], abs=5e-4)
    assert written(lab, "loss") is None
    lab.button("what-if-back").click()
    assert lab.drawn() == before
    assert len(lab.changes) == calls


def test_a_step_ends_what_is_tried_out(lab: Lab) -> None:
    lab.open("xor")
    boundary = view(lab, "boundary")
    boundary.get_by_role("slider").locator("svg").click()
    lab.button("predict-watch").click()
    expect(lab.button("what-if-back")).to_be_visible()
    lab.press("next-step")
    expect(lab.button("what-if-back")).to_have_count(0)
    assert written(lab, "x[0]") == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_grave_in_these_views(lab: Lab, theme: str) -> None:
    lab.open("xor", theme=theme)
    boundary = view(lab, "boundary")
    boundary.get_by_role("slider").press("Enter")
    lab.button("predict-watch").click()
    assert findings(lab) == []
    expect(view(lab, "quality").locator(".confusion tbody td")).to_have_count(4)
    assert findings(lab) == []
