"""The views on the loss and its gradients say what the API says."""

import json
from math import hypot
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab
from tests.e2e.numbers import says
from tests.e2e.test_accessibility import findings


def asked(lab: Lab, question: str, **query: str) -> dict[str, Any]:
    """The server's answer to a question about the session."""
    address = f"{lab.server.address}/api/v1/sessions/{lab.session_id}/{question}?{urlencode(query)}"
    with urlopen(address, timeout=10) as answer:
        answered: dict[str, Any] = json.load(answer)
        return answered


def view(lab: Lab, name: str) -> Locator:
    """The view, opened."""
    lab.open_view(name)
    return lab.page.locator(f'.view[data-view="{name}"]')


def whole(numbers: Locator) -> list[float]:
    """Numbers as the page holds them, with every digit."""
    return [float(number) for number in numbers.evaluate_all("all => all.map((one) => one.value)")]


def test_the_loss_curve_is_walked_by_keys_and_enter_travels(lab: Lab) -> None:
    lab.open("xor")
    lab.page.get_by_role("combobox", name=lab.word("step-by")).select_option("iteration")
    for _ in range(3):
        lab.press("next-step")
    loss = view(lab, "loss").get_by_role("slider")
    answered = lab.session()["losses"]["iteration"]
    loss.press("Home")
    expect(loss).to_have_attribute("aria-valuetext", f"iteration 1: {answered[0]['loss']:.3f}")
    loss.press("ArrowRight")
    expect(loss).to_have_attribute("aria-valuenow", "2")
    loss.press("Enter")
    expect(lab.page.locator(".iterations input")).to_have_value("2")
    assert lab.session()["values"]["loss"] == answered[1]["loss"]


def test_the_tangent_of_the_slice_has_the_gradient_for_its_slope(lab: Lab) -> None:
    lab.open()
    slice = view(lab, "slice")
    expect(slice.get_by_text(lab.word("slice-pending"))).to_be_visible()
    expect(slice.locator(".tangent")).to_have_count(0)
    lab.press("forward-pass")
    lab.press("backward-pass")
    slice.get_by_role("combobox", name=lab.word("parameter")).select_option("w²₁‚₂")
    expect(slice.get_by_text(lab.word("slice-equal"))).to_be_visible()
    answered = asked(lab, "loss-slice", ref="W2[0,1]")
    shown = whole(slice.locator("data"))
    assert shown == [
        answered["axis"]["value"],
        answered["loss"],
        answered["slope"],
        answered["axis"]["gradient"],
    ]
    assert shown[3] == lab.session()["values"]["dW"][1][0][1]
    expect(slice.locator("path.tangent").first).to_be_visible()


def test_the_surface_shows_the_way_and_says_its_extent(lab: Lab) -> None:
    lab.open("xor")
    lab.page.get_by_role("combobox", name=lab.word("step-by")).select_option("iteration")
    lab.press("next-step")
    lab.press("next-step")
    surface = view(lab, "surface")
    answered = asked(lab, "landscape", x="W1[0,0]", y="W1[0,1]", resolution="61")
    losses = [loss for row in answered["losses"] for loss in row]
    expect(surface).to_contain_text(f"from {min(losses):.3f} (faint) to {max(losses):.3f} (strong)")
    expect(surface.locator(".been")).to_have_count(len(answered["path"]))
    assert [point["iteration"] for point in answered["path"]] == [0, 1, 2]


def worked(lab: Lab, preset: str) -> dict[str, Any]:
    """The session after its first forward and backward pass."""
    lab.open(preset)
    lab.press("forward-pass")
    lab.press("backward-pass")
    return lab.session()


def test_the_activation_curve_carries_the_point_and_its_slope(lab: Lab) -> None:
    worked(lab, "mazur")
    curve = view(lab, "activation")
    curve.get_by_role("combobox", name=lab.word("word-neuron")).select_option("a²₂")
    answered = asked(lab, "activation", ref="a2[1]")
    expect(curve.locator("dl data")).to_have_count(3)
    expect(curve.locator("dl data").last).to_have_attribute("value", repr(answered["slope"]))
    assert whole(curve.locator("dl data")) == [answered["z"], answered["a"], answered["slope"]]
    expect(curve.locator(".remark")).to_contain_text(f"{100 * answered['slope'] / 0.25:.1f} %")


def test_matrices_hold_what_is_known_and_open_it(lab: Lab) -> None:
    lab.open()
    matrices = view(lab, "matrices")
    expect(matrices.locator('[data-ref^="dW"], [data-ref^="db"]')).to_have_count(0)
    lab.press("forward-pass")
    lab.press("backward-pass")
    expect(matrices.locator('[data-ref^="dW"]')).to_have_count(8)
    for layer, rows in enumerate(lab.session()["values"]["dW"], start=1):
        for j, row in enumerate(rows):
            for k, value in enumerate(row):
                cell = matrices.locator(f'[data-ref="dW{layer}[{j},{k}]"]')
                assert says(cell.inner_text(), value), (cell.inner_text(), value)
    matrices.locator('[data-ref="dW2[0,1]"]').click()
    expect(lab.region("region-inspector").get_by_role("heading", level=2)).to_contain_text("gradient of")


def test_the_norms_of_the_layers_are_those_of_their_gradients(lab: Lab) -> None:
    layers = worked(lab, "deep")["values"]["dW"]
    gradients = view(lab, "gradients")
    norms = gradients.locator("td.norm")
    expect(norms).to_have_count(len(layers))
    for text, rows in zip(norms.all_inner_texts(), layers, strict=True):
        norm = hypot(*(value for row in rows for value in row))
        assert says(text, norm), (text, norm)
    expect(
        gradients.locator("[data-flow=vanishing], [data-flow=even], [data-flow=exploding]")
    ).to_be_visible()


def test_all_gradients_are_checked_the_worst_first(lab: Lab) -> None:
    worked(lab, "mazur")
    check = view(lab, "check")
    answered = asked(lab, "gradient-check")
    expect(check.locator(".verdict")).to_contain_text(f"All {answered['agree']} gradients agree")
    errors = sorted((one["relative_error"] for one in answered["checks"]), reverse=True)
    rows = check.locator("tbody tr")
    expect(rows).to_have_count(len(errors))
    (worst,) = (one for one in answered["checks"] if one["relative_error"] == errors[0])
    assert whole(rows.first.locator("data")) == [worst["gradient"], worst["difference"]]


def test_the_bars_of_a_batch_average_to_its_gradient(lab: Lab) -> None:
    gradient = worked(lab, "xor")["values"]["dW"][1][0][1]
    batch = view(lab, "batch")
    batch.get_by_role("combobox", name=lab.word("parameter")).select_option("w²₁‚₂")
    answered = asked(lab, "batch", ref="W2[0,1]")
    expect(batch.locator('.bar[data-ref^="dl/dW2[0,1]@"]')).to_have_count(4)
    expect(batch.locator(".gradient data")).to_have_attribute("value", repr(gradient))
    assert whole(batch.locator(".reduced data")) == [answered["reduced"]]
    bars = batch.get_by_role("slider")
    bars.press("Home")
    bars.press("ArrowRight")
    bars.press("Enter")
    inspector = lab.region("region-inspector")
    expect(inspector.get_by_role("heading", level=2)).to_contain_text("for this example")
    expect(inspector.locator(".third .result")).to_have_attribute("data-full", repr(answered["shares"][1]))
    assert lab.session()["position"]["focus"] == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_grave_in_any_view(lab: Lab, theme: str) -> None:
    lab.open("xor", theme=theme)
    lab.press("forward-pass")
    lab.press("backward-pass")
    for name in ("loss", "slice", "surface", "activation", "matrices", "gradients", "check", "batch"):
        expect(view(lab, name).locator(".view-text, .note").first).to_be_visible()
        assert findings(lab) == [], name
