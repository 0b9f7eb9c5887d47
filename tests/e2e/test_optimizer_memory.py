"""The optimizer's own numbers, chosen, stepped and opened on the page."""

from playwright.sync_api import expect

from tests.e2e.lab import Lab


def test_adam_is_chosen_in_the_middle_and_its_update_shows_its_own_numbers(lab: Lab) -> None:
    lab.open(preset="mazur", iteration="1", step="47")
    lab.button("sheet-training").click()
    sheet = lab.page.get_by_role("dialog", name=lab.word("sheet-training"))
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH") as answer:
        sheet.get_by_role("combobox", name=lab.word("training-optimizer")).select_option("adam")
    session = answer.value.json()
    assert session["spec"]["training"]["optimizer"]["name"] == "adam"
    assert session["position"]["iteration"] == 1, "nothing was reset"
    expect(sheet.get_by_label(lab.word("training-beta1"))).to_have_value("0.9")
    sheet.get_by_role("button", name=lab.word("sheet-close")).click()
    lab.press("next-step")
    session = lab.session()
    assert session["operation"]["kind"] == "first_moment"
    for _ in range(4):
        lab.press("next-step")
    operation = lab.session()["operation"]
    assert (operation["kind"], operation["message"]["key"]) == ("update", "op-update-adam")
    values = {one["ref"]: one["value"] for one in operation["operands"]}
    m, v = values["mW1_next[0,0]"], values["vW1_next[0,0]"]
    step = (m / (1 - 0.9)) / ((v / (1 - 0.999)) ** 0.5 + 1e-8)
    assert abs(operation["value"] - (values["W1[0,0]"] - 0.5 * step)) < 1e-15
    formula = lab.region("region-formula").locator("[data-full]")
    drawn = formula.evaluate_all("(marks) => marks.map((mark) => Number(mark.dataset.full))")
    assert {m, v, operation["value"]} <= set(drawn)
