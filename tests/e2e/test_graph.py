"""A neuron as a graph of its operations: every number on it is the session's."""

from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab
from tests.e2e.test_accessibility import findings


def graph(lab: Lab) -> Locator:
    lab.button("view-graph").click()
    view = lab.page.locator("section.graph-view")
    expect(view.locator("svg .pill").first).to_be_attached()
    return view


def figures(view: Locator) -> dict[str, str]:
    """The numbers on the wires, by ref."""
    marks = view.locator("svg .pill").evaluate_all(
        "all => all.map((one) => [one.dataset.ref, one.textContent.trim()])"
    )
    return dict(marks)


def test_what_is_not_computed_is_absent_and_the_step_lights_its_operation(lab: Lab) -> None:
    lab.open("mazur")
    view = graph(lab)
    givens = {"b1[0]", "x[0]", "W1[0,0]", "x[1]", "W1[0,1]"}
    assert set(figures(view)) == givens
    lab.press("next-step")
    expect(view.locator(".op[data-state='active']")).to_have_attribute("data-ref", "W1[0,0]*x[0]")
    assert set(figures(view)) == {*givens, "W1[0,0]*x[0]"}
    expect(view.get_by_text(lab.word("graph-operation-product"))).to_be_visible()


def test_a_sum_hands_the_same_error_to_all_and_a_product_the_other_factor(lab: Lab) -> None:
    lab.open("mazur")
    view = graph(lab)
    lab.press("forward-pass")
    lab.press("backward-pass")
    view.get_by_role("combobox").select_option(label="a²₁")
    expect(view.locator("svg .pill[data-ref='W2[0,1]*delta2[0]']")).to_have_count(1)
    values = lab.session()["values"]
    delta, dW = values["delta"][1][0], values["dW"][1][0]
    view.locator("summary").click()
    rows = {
        name: [float(x) for x in row.locator("data").evaluate_all("all => all.map((one) => one.value)")]
        for name, row in (
            ("weight", view.locator("tbody tr").nth(1)),
            ("input", view.locator("tbody tr").nth(0)),
            ("product", view.locator("tbody tr").nth(2)),
            ("bias", view.locator("tbody tr").nth(6)),
        )
    }
    assert rows["weight"] == [0.4, dW[0]]
    assert rows["input"] == [values["a"][0][0], 0.4 * delta]
    assert rows["product"] == [0.4 * values["a"][0][0], delta]
    assert rows["bias"] == [0.6, delta]
    assert figures(view)["W2[0,1]"] == "0.45"


def test_a_neuron_that_was_chosen_is_let_go_again(lab: Lab) -> None:
    lab.open("mazur")
    view = graph(lab)
    lab.press("forward-pass")
    lab.press("backward-pass")
    choice = view.get_by_role("combobox")
    choice.select_option("a2[1]")
    lab.button("graph-follow").click()
    expect(choice).to_have_value("a1[1]")
    lab.press("update")
    expect(choice).to_have_value("a2[1]")


def test_a_number_is_opened_by_a_click_and_lit_by_pointing(lab: Lab) -> None:
    lab.open("mazur")
    view = graph(lab)
    lab.press("forward-pass")
    view.locator("svg .pill[data-ref='W1[0,0]']").hover()
    expect(lab.page.locator(".picture .edge.pointed")).to_have_attribute("data-ref", "W1[0,0]")
    view.locator("svg .pill[data-ref='W1[0,0]']").click()
    expect(lab.region("region-inspector").get_by_role("textbox")).to_have_value("0.15")
    assert findings(lab) == []
