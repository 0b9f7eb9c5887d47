"""Settings race from the same initial weights: what the page shows is what the server answers."""

from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab
from tests.e2e.test_accessibility import findings


def race(lab: Lab) -> Locator:
    """The view, opened."""
    lab.button("view-race").click()
    return lab.page.locator("section.race")


def test_batch_mini_batch_and_stochastic_race_on_the_same_landscape(lab: Lab) -> None:
    lab.open("xor")
    view = race(lab)
    before = lab.session()
    view.get_by_role("spinbutton", name=lab.word("race-epochs")).fill("12")
    with lab.page.expect_response("**/race") as answer:
        view.get_by_role("button", name=lab.word("race-start"), exact=True).click()
    answered = answer.value.json()
    finals = [racer["places"][-1] for racer in answered["racers"]]
    expect(view.locator(".race-table tbody tr")).to_have_count(3)
    expect(view.get_by_role("slider"), "below its button").to_be_in_viewport()
    shown = view.locator(".race-table data").evaluate_all("all => all.map((one) => Number(one.value))")
    assert shown == [final["loss"] for final in finals]
    assert [final["examples"] for final in finals] == [48, 48, 48]
    assert view.locator(".race-table td:nth-child(2)").all_inner_texts() == ["12", "24", "48"]
    expect(view.locator(".race-map path.racer")).to_have_count(3)
    assert lab.session() == before, "a race is a question"

    view.get_by_role("slider").fill("0")
    shown = view.locator(".race-table data").evaluate_all("all => all.map((one) => Number(one.value))")
    assert shown == [answered["racers"][0]["places"][0]["loss"]] * 3, "all start from the same weights"


def test_a_race_is_over_when_the_settings_change(lab: Lab) -> None:
    lab.open("mazur")
    view = race(lab)
    expect(view.get_by_role("combobox", name=lab.word("race-differs"))).to_have_value("rate")
    view.get_by_role("button", name=lab.word("race-start"), exact=True).click()
    expect(view.locator(".race-table tbody tr")).to_have_count(3)
    lab.edit("W1[0,0]", "0.5")
    expect(view.locator(".race-table")).to_have_count(0)


def test_axe_finds_nothing_grave_in_a_race_and_in_the_settings(lab: Lab) -> None:
    lab.open("xor")
    view = race(lab)
    view.get_by_role("button", name=lab.word("race-start"), exact=True).click()
    expect(view.locator(".race-table")).to_be_visible()
    assert findings(lab) == []
    lab.button("shape-edit").first.click()
    lab.button("sheet-settings").click()
    expect(lab.page.get_by_role("button", name=lab.word("settings-save"))).to_be_visible()
    assert findings(lab) == []
