"""What axe finds, in light and dark, at the moments of an iteration."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import Lab

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")


def findings(lab: Lab) -> list[str]:
    """Every serious or critical violation, with where it is."""
    if not lab.page.evaluate("() => 'axe' in window"):
        lab.page.evaluate(AXE.read_text(encoding="utf-8"))
    result: dict[str, Any] = lab.page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in result["violations"]
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]


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
    lab.page.get_by_text(lab.word("numbers-title"), exact=True).click()
    assert findings(lab) == []


def test_each_step_is_said_once(lab: Lab) -> None:
    lab.open()
    said = lab.page.locator("[aria-live=polite]")
    expect(said).to_have_text("")
    lab.press("next-step")
    expect(said).to_have_text(
        "Product. Input 0 sends 0.05 along this edge; the weight 0.15 turns it into 0.0075."
    )
    lab.press("next-step")
    expect(said).to_contain_text("Input 1 sends")


def test_targets_are_large_enough_to_touch(lab: Lab) -> None:
    lab.open()
    lab.press("forward-pass")
    small = lab.page.evaluate(
        """() => [...document.querySelectorAll('button, select, input, summary, [role=slider]')]
            .filter((control) => control.checkVisibility() && !control.closest('.twin'))
            .map((control) => [control.textContent.trim() || control.name, control.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24)
            .map(([name, box]) => `${name} ${box.width}×${box.height}`)"""
    )
    assert small == []
