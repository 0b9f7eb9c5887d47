"""The views on the loss and its gradients say what the API says."""

import json
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab


def asked(lab: Lab, question: str, **query: str) -> dict[str, Any]:
    """The server's answer to a question about the session."""
    address = f"{lab.server.address}/api/v1/sessions/{lab.session_id}/{question}?{urlencode(query)}"
    with urlopen(address, timeout=10) as answer:
        told: dict[str, Any] = json.load(answer)
        return told


def view(lab: Lab, name: str) -> Locator:
    """The view, opened."""
    lab.button(f"view-{name}").click()
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
    told = lab.session()["losses"]["iteration"]
    loss.press("Home")
    expect(loss).to_have_attribute("aria-valuetext", f"iteration 1: {told[0]['loss']:.3f}")
    loss.press("ArrowRight")
    expect(loss).to_have_attribute("aria-valuenow", "2")
    loss.press("Enter")
    expect(lab.page.get_by_text(lab.word("where", iteration=2))).to_be_visible()
    assert lab.session()["values"]["loss"] == told[1]["loss"]


def test_the_tangent_of_the_slice_has_the_gradient_for_its_slope(lab: Lab) -> None:
    lab.open()
    slice = view(lab, "slice")
    expect(slice.get_by_text(lab.word("slice-pending"))).to_be_visible()
    expect(slice.locator(".tangent")).to_have_count(0)
    lab.press("forward-pass")
    lab.press("backward-pass")
    slice.get_by_role("combobox", name=lab.word("parameter")).select_option("w²₀‚₁")
    expect(slice.get_by_text(lab.word("slice-equal"))).to_be_visible()
    told = asked(lab, "loss-slice", ref="W2[0,1]")
    shown = whole(slice.locator("data"))
    assert shown == [told["axis"]["value"], told["loss"], told["slope"], told["axis"]["gradient"]]
    assert shown[3] == lab.session()["values"]["dW"][1][0][1]
    expect(slice.locator("path.tangent").first).to_be_visible()


def test_the_surface_shows_the_way_and_says_its_extent(lab: Lab) -> None:
    lab.open("xor")
    lab.page.get_by_role("combobox", name=lab.word("step-by")).select_option("iteration")
    lab.press("next-step")
    lab.press("next-step")
    surface = view(lab, "surface")
    told = asked(lab, "loss-surface", x="W1[0,0]", y="W1[0,1]", resolution="61")
    losses = [loss for row in told["losses"] for loss in row]
    expect(surface).to_contain_text(f"from {min(losses):.3f} (light) to {max(losses):.3f} (dark)")
    expect(surface.locator(".been")).to_have_count(len(told["path"]))
    assert [point["iteration"] for point in told["path"]] == [0, 1, 2]
