"""Both orders of updates: the published figures stand in the column that reaches them."""

from playwright.sync_api import expect

from tests.e2e.lab import Lab
from tests.e2e.test_accessibility import findings


def test_mazurs_errors_stand_in_the_column_of_the_wrong_order(lab: Lab) -> None:
    lab.open("mazur")
    before = lab.session()
    lab.button("view-snapshot").click()
    view = lab.page.locator("section.snapshot")
    rows = view.locator("tbody").first.locator("tr:not(.moment)")
    expect(rows).to_have_count(1)
    view.get_by_role("button", name=lab.word("snapshot-compute"), exact=True).click()
    expect(rows).to_have_count(4)
    printed = [".291027924", ".000035085", ".015912196", ".984065734"]
    shown = rows.locator("td[data-side='wrong'] data").all_inner_texts()
    assert shown == [f"0{figure}" for figure in printed]
    assert rows.locator("td[data-side='right'] data").all_inner_texts() == [
        "0.291027774",
        "0.000035102",
        "0.015913620",
        "0.984064274",
    ]
    expect(rows.locator("td[data-side='wrong'] .printed")).to_have_count(4)
    expect(rows.locator("td[data-side='right'] .printed")).to_have_count(0)
    assert lab.session() == before, "a question changes nothing"
    assert findings(lab) == []


def test_another_optimizer_is_reported_why_not(lab: Lab) -> None:
    lab.open("xor")
    lab.page.request.patch(
        f"{lab.server.address}/api/v1/sessions/{lab.session_id}",
        data={"training": {"optimizer": {"name": "adam"}}},
    )
    lab.page.reload()
    lab.button("view-snapshot").click()
    answered = lab.page.locator("section.snapshot").get_by_role("status")
    expect(answered).to_have_text(lab.word("problem-order-optimizer", name="Adam"))
