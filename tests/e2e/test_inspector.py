"""Where a number comes from, and what happens when one is changed."""

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import Lab


def test_one_can_go_from_a_gradient_down_to_the_data_and_back(lab: Lab) -> None:
    lab.open()
    lab.press("forward-pass")
    lab.press("backward-pass")
    lab.page.locator('.picture [data-ref="dW2[0,1]"]').last.click()
    inspector = lab.region("region-inspector")
    heading = inspector.get_by_role("heading", level=2)
    replay = ["delta2[0]", "dL/da2[0]", "a2[0]", "z2[0]"]
    names = [
        "error term of neuron 1 of layer 2",
        "slope of the loss",
        "activation of neuron 1 of layer 2",
        "weighted sum of neuron 1",
    ]
    for name in names:
        inspector.locator(".operands").first.get_by_role("button", name=name).click()
        expect(heading).to_contain_text(name)
    crumbs = inspector.get_by_role("navigation").get_by_role("listitem")
    expect(crumbs).to_have_count(len(replay))
    for name in reversed(names[:-1]):
        inspector.get_by_role("navigation").get_by_role("button").first.click()
        expect(heading).to_contain_text(name)


def test_pointing_at_an_operand_lights_its_mark(lab: Lab) -> None:
    lab.open()
    lab.press("next-step")
    formula = lab.region("region-formula")
    formula.get_by_role("button", name="weight from input 1").hover()
    expect(lab.page.locator('.picture .edge[data-ref="W1[0,0]"]')).to_have_class("edge positive pointed")
    expect(formula.locator(".op-0.lit").first).to_be_attached()


def test_a_changed_weight_makes_stale_what_was_built_on_it(lab: Lab) -> None:
    lab.open()
    lab.press("forward-pass")
    lab.page.get_by_role("button", name="weight W2[0,0]", exact=True).dispatch_event("click")
    inspector = lab.region("region-inspector")
    field = inspector.get_by_role("textbox")
    field.fill("0.9")
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH") as answer:
        field.press("Enter")
    gone = answer.value.json()["stale"]
    assert {"z2[0]", "a2[0]", "loss"} <= set(gone)
    assert "z1[0]" not in gone
    expect(lab.page.locator('.picture [data-ref="a2[0]"]').first).to_have_attribute("data-state", "stale")
    assert [text for ref, _, text in lab.drawn() if ref in gone and text] == []
    expect(inspector.get_by_role("status").filter(has_text=str(len(gone)))).to_be_visible()


def test_back_takes_an_edit_back(lab: Lab) -> None:
    lab.open()
    lab.press("forward-pass")
    before = lab.session()
    lab.page.get_by_role("button", name="weight W2[0,0]", exact=True).dispatch_event("click")
    field = lab.region("region-inspector").get_by_role("textbox")
    field.fill("0.9")
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        field.press("Enter")
    lab.press("previous-step")
    after = lab.session()
    assert (after["values"], after["parameters"], after["position"]) == (
        before["values"],
        before["parameters"],
        before["position"],
    )


@pytest.mark.parametrize(
    ("typed", "key"), [("abc", "edit-not-a-number"), ("", "edit-not-a-number"), ("2e6", "edit-out-of-range")]
)
def test_a_wrong_number_is_reported_beside_its_field_and_changes_nothing(
    lab: Lab, typed: str, key: str
) -> None:
    lab.open()
    lab.page.get_by_role("button", name="weight W1[0,0]", exact=True).dispatch_event("click")
    inspector = lab.region("region-inspector")
    inspector.get_by_role("textbox").fill(typed)
    inspector.get_by_role("textbox").press("Enter")
    said = lab.word(key, value=typed, low="−1000000", high="1000000")
    expect(inspector.get_by_role("alert")).to_have_text(said)
    assert lab.changes == ["POST sessions"]


def test_copying_takes_every_digit(lab: Lab) -> None:
    lab.open()
    lab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for _ in range(4):
        lab.press("next-step")
    lab.region("region-formula").locator("button.result").click()
    expect(lab.region("region-formula").get_by_role("status")).to_have_text(lab.word("formula-copied"))
    assert (
        float(lab.page.evaluate("() => navigator.clipboard.readText()")) == lab.session()["values"]["a"][0][0]
    )


def test_a_single_weight_is_frozen_and_drawn_as_absent_where_it_is_0(lab: Lab) -> None:
    lab.open("mazur")
    lab.edit("W1[0,1]", "0")
    box = lab.region("region-inspector").get_by_label(lab.word("inspector-trained"))
    expect(box).to_be_checked()
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        box.uncheck()
    expect(box).not_to_be_checked()
    assert lab.session()["spec"]["training"]["frozen"] == ["W1[0,1]"]
    expect(lab.page.locator('.picture .edge.absent[data-ref="W1[0,1]"]')).to_have_count(1)
    lab.press("forward-pass")
    lab.press("backward-pass")
    lab.press("update")
    assert lab.session()["parameters"]["W"][0][0][1] == 0
    lab.button("sheet-training").click()
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        lab.button("training-thaw").click()
    expect(lab.page.locator(".picture .edge.absent")).to_have_count(0)
