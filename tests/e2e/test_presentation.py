"""Presentation mode: everything larger, the picture as sharp and the pointer as exact as before."""

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import Lab

_TYPE = """() => {
  const scale = (element) => element.getBoundingClientRect().width / element.offsetWidth;
  const button = document.querySelector('.transport .next');
  return parseFloat(getComputedStyle(button).fontSize) * scale(button);
}"""
_FILLED = """() => {
  const lab = document.querySelector('.lab').getBoundingClientRect();
  const picture = document.querySelector('.picture').getBoundingClientRect();
  const network = document.querySelector('.picture > svg').getBoundingClientRect();
  const whole = document.documentElement;
  return [lab.width, lab.height, picture.width - network.width, picture.height - network.height,
          whole.scrollWidth - innerWidth, whole.scrollHeight - innerHeight].map(Math.round);
}"""


@pytest.fixture
def projector(lab: Lab) -> Lab:
    lab.page.set_viewport_size({"width": 1920, "height": 1080})
    return lab


def test_p_makes_everything_larger_and_fills_the_screen(projector: Lab) -> None:
    page = projector.open(step="30").page
    expect(projector.button("next-step")).to_be_visible()
    before = page.evaluate(_TYPE)
    page.keyboard.press("p")
    page.wait_for_function("() => document.fullscreenElement !== null")
    assert page.evaluate(_TYPE) == pytest.approx(1.5 * before, rel=0.02)
    assert page.evaluate(_FILLED) == pytest.approx([1920, 1080, 0, 0, 0, 0], abs=2)  # of rounding
    assert "scale=1.5" in page.url
    page.keyboard.press("p")
    page.wait_for_function("() => document.fullscreenElement === null")
    assert page.evaluate(_TYPE) == pytest.approx(before, rel=0.02)
    assert "scale" not in page.url


def test_escape_closes_what_is_open_and_then_the_presentation(projector: Lab) -> None:
    page = projector.open(scale="1.5").page
    projector.page.get_by_role("button", name="weight W1[0,0]", exact=True).dispatch_event("click")
    inspector = projector.region("region-inspector")
    inspector.get_by_role("heading", level=2).focus()
    page.keyboard.press("Escape")
    expect(inspector.get_by_role("textbox")).to_have_count(0)
    assert "scale=1.5" in page.url
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.href.includes('scale')")


def test_a_p_that_is_typed_is_a_letter(projector: Lab) -> None:
    page = projector.open().page
    page.get_by_role("button", name="weight W1[0,0]", exact=True).dispatch_event("click")
    field = projector.region("region-inspector").get_by_role("textbox")
    field.focus()
    page.keyboard.press("p")
    expect(field).to_have_value("0.15p")
    assert "scale" not in page.url


def test_the_pointer_finds_its_number_and_the_timeline_its_step(projector: Lab) -> None:
    page = projector.open(scale="1.5", step="30").page
    box = page.locator('.picture .neuron[data-ref="a1[1]"]').bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(projector.region("region-inspector").get_by_role("heading", level=2)).to_contain_text("neuron 2")
    track = page.locator(".track")
    bar = track.bounding_box()
    cell = page.locator(".track-picture .cell").nth(9).bounding_box()
    assert bar
    assert cell
    page.mouse.click(cell["x"] + cell["width"] / 2, bar["y"] + 10)
    expect(track).to_have_attribute("aria-valuenow", "10")


def test_the_button_of_the_display_settings_does_the_same(projector: Lab) -> None:
    page = projector.open().page
    button = projector.button("present")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert "scale=1.5" in page.url
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("scale", ["3", "0.5", "nan", "large"])
def test_a_scale_that_cannot_be_is_reported(lab: Lab, scale: str) -> None:
    lab.open(scale=scale)
    expect(lab.page.locator(".notice")).to_contain_text("1–2")
    assert lab.page.evaluate("() => document.documentElement.style.getPropertyValue('--scale')") == ""
