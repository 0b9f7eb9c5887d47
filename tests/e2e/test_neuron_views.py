"""The views on one neuron say what the API says: its line, its two sums, its function at any z."""

import re
from typing import Any

from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab
from tests.e2e.test_accessibility import findings
from tests.e2e.test_loss_views import asked, view


def numbers(cells: Locator) -> list[float]:
    """The whole numbers behind what is written."""
    shown: list[float] = cells.locator("data").evaluate_all("all => all.map((one) => Number(one.value))")
    return shown


def parameters(lab: Lab) -> dict[str, Any]:
    now: dict[str, Any] = lab.session()["parameters"]
    return {"W": now["W"][0], "b": now["b"][0]}


def counted(lab: Lab, right: int) -> str:
    return lab.word("line-right", right=right, count=4, all="yes" if right == 4 else "no")


def test_a_line_is_shifted_by_the_mouse_until_it_separates_and_once_taken_back(lab: Lab) -> None:
    lab.open("and-perceptron")
    line = view(lab, "line")
    expect(line.locator(".right")).to_have_text(counted(lab, 2))
    grip = line.locator(".grip.shift .knob")
    grip.scroll_into_view_if_needed()
    box, corner = grip.bounding_box(), line.locator(".examples path").last.bounding_box()
    assert box is not None
    assert corner is not None
    lab.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    lab.page.mouse.down()
    lab.page.mouse.move(corner["x"] - 24, corner["y"] + 40, steps=6)
    expect(line.locator(".right")).to_have_text(counted(lab, 4))
    assert parameters(lab)["b"] == [-0.5], "while it is dragged, the session stays"
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        lab.page.mouse.up()
    answered = asked(lab, "line", ref="a1[0]")
    assert answered["right"] == 4
    assert [answered["w_x"], answered["w_y"]] == [1, 1]
    expect(line.locator('dd[data-ref="b1[0]"] data')).to_have_attribute("value", str(answered["b"]))
    assert numbers(line.locator(".sides td")) == [one["z"] for one in answered["examples"]]
    lab.press("previous-step")
    assert parameters(lab)["b"] == [-0.5]
    expect(line.locator(".right")).to_have_text(counted(lab, 2))


def test_a_line_is_turned_by_keys_and_other_data_are_one_choice_away(lab: Lab) -> None:
    lab.open("and-perceptron")
    line = view(lab, "line")
    turn = line.get_by_role("slider", name=lab.word("line-turn"))
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        turn.press("ArrowRight")
    (weights,) = parameters(lab)["W"]
    assert weights[0] < 1 < weights[1], "the same length, another direction"
    assert abs(weights[0] ** 2 + weights[1] ** 2 - 2) < 0.02
    expect(line.locator('dd[data-ref="W1[0,0]"] data')).to_have_attribute("value", str(weights[0]))
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        line.get_by_role("combobox", name=lab.word("data-set")).select_option("xor")
    answered = asked(lab, "line", ref="a1[0]")
    assert [one["target"] for one in answered["examples"]] == [0, 1, 1, 0]
    expect(line.locator(".right")).to_have_text(counted(lab, answered["right"]))


def test_a_line_with_locked_parameters_cannot_be_moved_and_says_so(lab: Lab) -> None:
    lab.open("and-perceptron", lock="parameters")
    line = view(lab, "line")
    expect(line.get_by_text(lab.word("locked"))).to_be_visible()
    expect(line.get_by_role("slider", name=lab.word("line-shift"))).to_be_disabled()
    expect(line.locator(".grip")).to_have_count(0)


def test_a_network_without_two_inputs_says_how_to_get_a_line(lab: Lab) -> None:
    lab.open("digits")
    expect(view(lab, "line")).to_contain_text(lab.word("line-unfit", inputs=64))


def test_the_two_sums_are_those_of_the_api_and_a_plain_one_is_taken_back(lab: Lab) -> None:
    lab.open("mazur")
    sums = view(lab, "combine")
    answered = asked(lab, "sums", ref="a1[0]")
    expect(sums.locator("tfoot data")).to_have_count(2)
    assert numbers(sums.locator("tfoot .plain")) == [answered["plain"]]
    assert numbers(sums.locator("tfoot .weighted")) == [answered["weighted"]]
    plain, weighted = (
        sums.get_by_role("button", name=lab.word(f"combine-{way}")) for way in ("plain", "weighted")
    )
    expect(weighted).to_have_attribute("aria-pressed", "true")
    plain.click()
    expect(plain).to_have_attribute("aria-pressed", "true")
    assert (parameters(lab)["W"][0], parameters(lab)["b"][0]) == ([1, 1], 0)
    assert numbers(sums.locator("tfoot .weighted")) == numbers(sums.locator("tfoot .plain"))
    weighted.click()
    expect(weighted).to_have_attribute("aria-pressed", "true")
    assert (parameters(lab)["W"][0], parameters(lab)["b"][0]) == ([0.15, 0.2], 0.35)


def test_a_long_weight_of_a_sum_is_written_with_the_learners_digits_until_it_is_edited(lab: Lab) -> None:
    sums = view(lab.open("xor"), "combine")
    fields = sums.locator(".times input")
    expect(fields).to_have_count(3)
    cut = "(fields) => fields.filter((field) => field.scrollWidth > field.clientWidth).length"
    assert fields.evaluate_all(cut) == 0
    assert fields.first.input_value() == "0.0290"
    fields.first.focus()
    expect(fields.first).to_have_value(str(parameters(lab)["W"][0][0]))


def test_with_a_weight_and_an_input_of_zero_the_bias_is_alone(lab: Lab) -> None:
    lab.open("mazur")
    sums = view(lab, "combine")
    for ref in ("W1[0,0]", "x[1]"):
        field = sums.locator(f'[data-ref="{ref}"]').get_by_role("textbox")
        field.fill("0")
        with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
            field.press("Enter")
    expect(sums.locator(".alone")).to_have_text(lab.word("combine-alone", name="z¹₁", b="0.35"))
    assert numbers(sums.locator("tfoot .weighted")) == [0.35]


def test_z_slides_along_the_sigmoid_whose_slope_is_greatest_at_zero(lab: Lab) -> None:
    lab.open("mazur")
    curve = view(lab, "activation")
    slider = curve.get_by_role("slider", name=lab.word("slide-z"))
    slider.fill("0")
    facts = curve.locator(".slid dd")
    expect(facts.locator("data").first).to_have_attribute("value", "0")
    assert numbers(facts) == [0, 0.5, 0.25]
    expect(curve).to_contain_text(lab.word("slide-steepest", slope="0.25"))
    slider.press("End")
    expect(facts.locator("data").first).to_have_attribute("value", "6")
    at = asked(lab, "activation", ref="a1[0]", z="6")["at"]
    assert numbers(facts) == [6, at["a"], at["slope"]]
    expect(curve.locator(".view-text").first).to_contain_text(re.compile("0\\.25"))


def test_axe_finds_nothing_grave_in_these_views(lab: Lab) -> None:
    lab.open("and-perceptron")
    for name in ("line", "combine", "activation"):
        view(lab, name)
        expect(lab.page.get_by_role("slider").or_(lab.page.locator(".terms")).first).to_be_visible()
        assert findings(lab) == []
