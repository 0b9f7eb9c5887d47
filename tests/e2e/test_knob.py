"""A weight is a knob: turned by pointer, keys or slider, the pass follows; released, it is an edit."""

from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab


def pill(lab: Lab, ref: str) -> Locator:
    return lab.page.locator(f'.picture .pill[data-ref="{ref}"]')


def grip(lab: Lab, ref: str) -> tuple[float, float]:
    """The pointer pressed on a number."""
    box = pill(lab, ref).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    lab.page.mouse.move(x, y)
    lab.page.mouse.down()
    return x, y


def output(lab: Lab) -> Locator:
    return lab.page.locator('.picture .neuron[data-ref="a2[0]"] .value')


def weight(lab: Lab) -> float:
    value: float = lab.session()["parameters"]["W"][0][0][0]
    return value


def test_a_drag_shows_the_pass_and_becomes_one_edit(lab: Lab) -> None:
    lab.open(preset="mazur", step="12")
    expect(output(lab)).to_have_text("0.751")
    x, y = grip(lab, "W1[0,0]")
    lab.page.mouse.move(x, y - 400, steps=8)
    expect(pill(lab, "W1[0,0]").locator(".figure")).to_have_text("0.65")
    expect(output(lab)).not_to_have_text("0.751")
    assert lab.changes[1:] == []
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        lab.page.mouse.up()
    assert weight(lab) == 0.65
    assert [change for change in lab.changes if change.startswith("PATCH")] == lab.changes[-1:]
    expect(lab.region("region-inspector").get_by_role("textbox")).to_have_count(0)


def test_escape_leaves_the_weight_and_a_click_opens_it(lab: Lab) -> None:
    lab.open()
    x, y = grip(lab, "W1[0,0]")
    lab.page.mouse.move(x + 80, y, steps=4)
    expect(pill(lab, "W1[0,0]").locator(".figure")).to_have_text("0.25")
    lab.page.keyboard.press("Escape")
    lab.page.mouse.up()
    expect(pill(lab, "W1[0,0]").locator(".figure")).to_have_text("0.15")
    pill(lab, "W1[0,0]").click()
    expect(lab.region("region-inspector").get_by_role("textbox")).to_have_value("0.15")
    assert weight(lab) == 0.15


def test_the_keyboard_turns_it(lab: Lab) -> None:
    lab.open()
    mark = lab.page.get_by_role("button", name="weight W1[0,0]", exact=True)
    mark.focus()
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        lab.page.keyboard.press("Alt+ArrowUp")
    expect(mark).to_be_focused()
    assert weight(lab) == 0.155


def test_the_inspectors_slider_turns_it(lab: Lab) -> None:
    lab.open()
    lab.page.get_by_role("button", name="weight W1[0,0]", exact=True).dispatch_event("click")
    inspector = lab.region("region-inspector")
    slider = inspector.get_by_role("slider")
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        slider.press("ArrowRight")
    expect(inspector.get_by_role("textbox")).to_have_value("0.155")
    assert weight(lab) == 0.155


def test_a_locked_weight_is_no_knob(lab: Lab) -> None:
    lab.open(lock="parameters")
    x, y = grip(lab, "W1[0,0]")
    lab.page.mouse.move(x, y - 80, steps=4)
    lab.page.mouse.up()
    expect(lab.page.locator(".knob")).to_have_count(0)
    expect(pill(lab, "W1[0,0]").locator(".figure")).to_have_text("0.15")
    assert weight(lab) == 0.15
