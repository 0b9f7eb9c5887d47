"""A learner changes the network: on the picture, in the settings, and by a file."""

import json
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab


def settings(lab: Lab) -> Locator:
    """The settings, opened."""
    lab.button("sheet-settings").click()
    return lab.page.get_by_role("dialog", name=lab.word("sheet-settings"))


def sizes(lab: Lab) -> list[int]:
    return [len(b) for b in lab.session()["parameters"]["b"]]


def changed(lab: Lab, control: Locator) -> None:
    """Press what makes an edit, and wait for its answer."""
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        control.click()


def test_units_and_layers_come_on_the_picture_and_go_with_a_step_back(lab: Lab) -> None:
    lab.open("xor")
    lab.press("forward-pass")
    before = lab.session()
    lab.button("shape-edit").first.click()
    changed(lab, lab.page.get_by_role("button", name=lab.word("shape-add-unit", layer=1), exact=True))
    assert sizes(lab) == [3, 1]
    # Nothing covers the others of the layer.
    for key in ("shape-remove-unit", "shape-remove-layer"):
        lab.page.get_by_role("button", name=lab.word(key, layer=1), exact=True).click(trial=True)
    assert lab.session()["parameters"]["W"][0][:2] == before["parameters"]["W"][0]
    changed(lab, lab.page.get_by_role("button", name=lab.word("shape-add-layer", layer=2), exact=True))
    assert sizes(lab) == [3, 3, 1]
    expect(lab.page.locator('.picture .neuron[data-ref="a2[2]"]')).to_have_count(1)
    lab.press("previous-step")
    lab.press("previous-step")
    assert lab.session() == before | {"revision": lab.session()["revision"]}


def test_another_output_brings_a_loss_that_suits_it_and_says_so(lab: Lab) -> None:
    lab.open("xor")
    sheet = settings(lab)
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        sheet.get_by_role("combobox", name=lab.word("settings-activation", layer=2)).select_option("tanh")
    expect(sheet.get_by_role("status")).to_contain_text(lab.word("loss-half-squared-error"))
    assert lab.session()["spec"]["network"]["loss"] == "half_squared_error"


def test_another_seed_and_back_to_the_initial_weights(lab: Lab) -> None:
    lab.open("xor")
    sheet = settings(lab)
    changed(lab, sheet.get_by_role("button", name=lab.word("settings-again")))
    drawn = lab.session()["parameters"]
    lab.training_mode()
    lab.press("train")
    expect(lab.page.locator(".iterations input")).not_to_have_value("1")
    with lab.page.expect_response("**/rewind"):
        sheet.get_by_role("button", name=lab.word("settings-rewind"), exact=True).click()
    there = lab.session()
    assert there["parameters"] == drawn
    assert (there["position"]["iteration"], there["position"]["step"]) == (0, 0)


def test_settings_go_into_a_file_and_come_back(lab: Lab, tmp_path: Path) -> None:
    lab.open("xor")
    sheet = settings(lab)
    changed(lab, sheet.get_by_role("button", name=lab.word("settings-add-layer")))
    spec = lab.session()["spec"]
    with lab.page.expect_download() as download:
        sheet.get_by_role("button", name=lab.word("settings-save")).click()
    saved = tmp_path / "settings.json"
    download.value.save_as(saved)
    lab.press("previous-step")
    chooser = sheet.locator("input[type=file]")
    with lab.page.expect_response(lambda answer: answer.request.method == "POST" and answer.ok) as made:
        chooser.set_input_files(saved)
    lab.session_id = made.value.json()["id"]
    expect(lab.page.locator('.picture .neuron[data-ref="a3[0]"]')).to_have_count(1)
    assert lab.session()["spec"] == spec

    broken = json.loads(saved.read_text())
    broken["network"]["layers"][0]["units"] = 0
    saved.write_text(json.dumps(broken))
    chooser.set_input_files(saved)
    expect(sheet.get_by_role("alert")).to_contain_text("network.layers[0].units is 0")
    assert lab.session()["spec"] == spec
    lab.forgive("422")


def test_conventions_are_chosen_beside_what_they_belong_to_and_go_with_it(lab: Lab) -> None:
    lab.open("mazur")
    sheet = settings(lab)
    reduction = sheet.get_by_role("combobox", name=lab.word("settings-reduction"))
    expect(reduction).to_have_value("sum")
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        reduction.select_option("mean")
    assert lab.session()["spec"]["network"]["reduction"] == "mean"
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        sheet.get_by_role("combobox", name=lab.word("settings-loss-of-example")).select_option("huber")
    assert "reduction" not in lab.session()["spec"]["network"]
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        sheet.get_by_role("combobox", name=lab.word("settings-batch-reduction")).select_option("sum")
    assert lab.session()["spec"]["network"]["batch_reduction"] == "sum"
    delta = sheet.get_by_label(lab.word("settings-huber-delta"))
    expect(delta).to_have_value("1")
    delta.fill("0.25")
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        delta.press("Enter")

    activation = sheet.get_by_role("combobox", name=lab.word("settings-activation", layer=1))
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        activation.select_option("leaky_relu")
    alpha = sheet.get_by_label(lab.word("settings-alpha", layer=1))
    expect(alpha).to_have_value("0.01")
    alpha.fill("0.2")
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        alpha.press("Enter")
    network = lab.session()["spec"]["network"]
    assert (network["huber_delta"], network["layers"][0]["alpha"]) == (0.25, 0.2)
    expect(lab.page.locator(".headings")).to_contain_text("leaky ReLU α = 0.2")
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        activation.select_option("tanh")
    expect(alpha).to_have_count(0)
    assert lab.session()["spec"]["network"]["layers"][0] == {"units": 2, "activation": "tanh"}
