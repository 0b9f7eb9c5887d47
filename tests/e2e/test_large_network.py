"""A network too large for the frame: it folds, every edge can be picked, and it can be looked at closely."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import Lab

_SCALE = re.compile(r"scale\(([\d.]+)\)")
_UNZOOMED = re.compile(r"scale\(1\)")


def scale(lab: Lab) -> float:
    found = _SCALE.search(lab.page.locator(".network > g").get_attribute("transform") or "")
    assert found
    return float(found[1])


def shown(lab: Lab, letter: str) -> list[str]:
    """Neurons of one letter that are drawn, by their refs."""
    return sorted(
        {ref for ref, _, _ in lab.drawn() if ref.startswith(letter)}, key=lambda ref: int(ref[3:-1])
    )


def test_a_picked_edge_shows_the_number_that_the_server_has(lab: Lab) -> None:
    lab.open("digits")
    ends = [lab.page.locator(f'.neuron[data-ref="{ref}"] .ring').bounding_box() for ref in ("a1[0]", "a2[0]")]
    (x1, y1), (x2, y2) = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in ends if box]
    lab.page.mouse.click(x1 + (x2 - x1) * 0.5, y1 + (y2 - y1) * 0.5)
    field = lab.region("region-inspector").get_by_role("textbox")
    expect(field).to_have_value(re.compile(r"\d"))
    assert float(field.input_value().replace("−", "-")) == lab.session()["parameters"]["W"][1][0][0]
    expect(lab.page.locator('.picture .edge[data-ref="W2[0,0]"]')).to_have_class(re.compile("selected"))


def test_columns_fold_to_a_window_that_follows_the_step_and_turns_its_pages(lab: Lab) -> None:
    lab.open("digits")
    hidden = [f"a1[{unit}]" for unit in range(32)]
    first = shown(lab, "a1[")
    assert first == hidden[: len(first)]
    assert len(first) < 32
    lab.page.get_by_role("button", name=lab.word("fold-below", count=32 - len(first), layer=1)).click()
    assert shown(lab, "a1[") == hidden[len(first) : 2 * len(first)]
    lab.press("next-step")
    assert shown(lab, "a1[") == first
    everything = lab.page.get_by_role("button", name=lab.word("zoom-all"))
    everything.click()
    assert shown(lab, "a1[") == hidden
    everything.click()
    assert shown(lab, "a1[") == first


def test_every_pixel_of_the_digit_is_its_input(lab: Lab) -> None:
    lab.open("digits")
    pixels = lab.page.locator(".thumbnail .pixel .ink")
    inks = [
        float(value)
        for value in pixels.evaluate_all("all => all.map((one) => one.getAttribute('fill-opacity'))")
    ]
    assert inks == lab.session()["values"]["x"]
    pixels.nth(60).click()
    expect(lab.page.locator('.picture .neuron[data-ref="x[60]"]')).to_have_class(re.compile("selected"))


def test_the_keyboard_zooms_and_fits(lab: Lab) -> None:
    lab.open("digits")
    lab.button("zoom-in").focus()
    for _ in range(3):
        lab.page.keyboard.press("+")
    # What zooms is fetched with the first key that asks for it.
    expect(lab.page.locator(".network > g")).not_to_have_attribute("transform", _UNZOOMED)
    # Zoom first moves the neurons apart until there is room for their numbers.
    larger = scale(lab)
    assert larger > 1
    lab.page.keyboard.press("Shift+ArrowDown")
    lab.page.keyboard.press("-")
    assert scale(lab) == pytest.approx(larger / 1.5)
    lab.page.keyboard.press("0")
    assert scale(lab) == 1
    assert lab.changes == ["POST sessions"]
