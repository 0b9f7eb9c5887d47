"""The gradient check of one parameter: finite difference, and the sum of all its paths."""

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab


def opened(lab: Lab, ref: str) -> Locator:
    """The inspector, with a number of the picture opened."""
    lab.page.locator(f'.picture [data-ref="{ref}"]').last.click()
    return lab.region("region-inspector")


def whole(numbers: Locator) -> list[float]:
    """Numbers as the page holds them, with every digit."""
    return [float(number) for number in numbers.evaluate_all("all => all.map((one) => one.value)")]


def test_a_gradient_is_checked_and_is_the_sum_of_its_paths(lab: Lab) -> None:
    lab.open()
    lab.press("forward-pass")
    lab.press("backward-pass")
    gradient = lab.session()["values"]["dW"][0][0][0]
    inspector = opened(lab, "dW1[0,0]")
    expect(inspector.get_by_text(lab.word("check-agrees"))).to_be_visible()
    difference, by_backpropagation = whole(inspector.locator(".check data"))
    assert by_backpropagation == gradient
    assert difference != gradient, "it comes of another computation"
    assert difference == pytest.approx(gradient, rel=1e-6)

    inspector.get_by_text(lab.word("paths-title")).click()
    paths = inspector.locator(".paths li")
    expect(paths).to_have_count(2)
    products = whole(paths.locator(".product data"))
    assert sum(products) == pytest.approx(gradient, rel=1e-12)
    assert whole(inspector.locator(".paths .sum data")) == pytest.approx([gradient], rel=1e-12)
    expect(inspector.locator(".paths")).to_contain_text("54")


def test_a_factor_lights_its_mark_and_opens(lab: Lab) -> None:
    lab.open()
    lab.press("forward-pass")
    lab.press("backward-pass")
    inspector = opened(lab, "dW1[0,0]")
    inspector.get_by_text(lab.word("paths-title")).click()
    factor = inspector.locator(".paths li").last.get_by_role("button", name="weight from neuron 1")
    factor.hover()
    expect(lab.page.locator('.picture .edge[data-ref="W2[1,0]"]')).to_have_class("edge positive pointed")
    factor.click()
    heading = inspector.get_by_role("heading", level=2)
    expect(heading).to_contain_text("weight from neuron 1 of layer 1 to neuron 2 of layer 2")
    expect(inspector.get_by_text(lab.word("check-agrees"))).to_be_visible()


def test_a_gradient_is_checked_as_soon_as_it_is_there(lab: Lab) -> None:
    lab.open()
    lab.page.get_by_role("button", name="weight W2[1,1]", exact=True).dispatch_event("click")
    check = lab.region("region-inspector").get_by_text(lab.word("check-title"))
    lab.press("forward-pass")
    expect(check).to_have_count(0)
    lab.press("backward-pass")
    expect(check).to_be_visible()
    lab.press("previous-step")
    expect(check).to_be_visible()


def test_in_a_batch_the_paths_make_the_examples_share(lab: Lab) -> None:
    lab.open("xor")
    lab.press("forward-pass")
    lab.press("backward-pass")
    inspector = opened(lab, "dW1[0,0]")
    inspector.get_by_text(lab.word("paths-title")).click()
    expect(inspector.get_by_text(lab.word("paths-of-example", examples=4, reduction="mean"))).to_be_visible()
    products = whole(inspector.locator(".paths .product data"))
    assert whole(inspector.locator(".paths .sum data")) == pytest.approx([sum(products)], rel=1e-12)
