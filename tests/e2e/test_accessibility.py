"""What axe finds, in light and dark, at the moments of an iteration."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.axe import violations
from tests.e2e.lab import Lab
from tests.e2e.server import Server


def findings(lab: Lab) -> list[str]:
    """Every serious or critical violation on the page as it stands."""
    return violations(lab.page)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_grave(lab: Lab, theme: str) -> None:
    lab.open(theme=theme)
    expect(lab.page.locator("html")).to_have_attribute("data-theme", theme)
    assert findings(lab) == []
    lab.press("forward-pass")
    assert findings(lab) == []
    lab.page.get_by_role("button", name="weight W2[0,0]", exact=True).dispatch_event("click")
    lab.region("region-inspector").get_by_role("textbox").fill("nonsense")
    lab.region("region-inspector").get_by_role("textbox").press("Enter")
    expect(lab.region("region-inspector").get_by_role("alert")).to_be_visible()
    assert findings(lab) == []
    lab.press("backward-pass")
    lab.press("update")
    lab.button("view-table").click()
    assert findings(lab) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(500, 300), (640, 480)])
def test_axe_finds_nothing_grave_in_a_frame_with_its_notices(
    context: BrowserContext, server: Server, theme: str, size: tuple[int, int]
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{server.address}/embed?preset=mazur&lang=en&theme={theme}&step=21&digits=5")
    expect(page.locator(".address-warnings li")).to_contain_text("digits=5")
    expect(page.locator(".panel .maths math").first).to_be_attached()
    assert violations(page) == []
    page.get_by_role("button", name="Next step", exact=True).click()
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "22")
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_grave_in_the_sheet_to_share(lab: Lab, theme: str) -> None:
    lab.open(theme=theme, step="22")
    lab.button("sheet-share").click()
    lab.page.locator(".preview iframe").scroll_into_view_if_needed()
    expect(lab.page.frame_locator(".preview iframe").locator(".transport")).to_be_visible()
    assert findings(lab) == []


def test_each_step_is_said_once(lab: Lab) -> None:
    lab.open()
    said = lab.page.locator("[aria-live=polite]")
    expect(said).to_have_text("")
    lab.press("next-step")
    expect(said).to_have_text(
        "Product. Input 1 sends 0.05 along this edge; the weight 0.15 turns it into 0.0075."
    )
    lab.press("next-step")
    expect(said).to_contain_text("Input 2 sends")


def test_targets_are_large_enough_to_touch(lab: Lab) -> None:
    lab.open()
    lab.press("forward-pass")
    small = lab.page.evaluate(
        """() => [...document.querySelectorAll('button, select, input, summary, [role=slider]')]
            .filter((control) => control.checkVisibility() && !control.closest('.keyboard-network'))
            .map((control) => [control.textContent.trim() || control.name, control.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24)
            .map(([name, box]) => `${name} ${box.width}×${box.height}`)"""
    )
    assert small == []
