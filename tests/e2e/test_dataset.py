"""Other data: a set from the list, a row of the table, a table of one's own, points in the plane."""

from typing import Any

from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab


def sheet(lab: Lab) -> Locator:
    lab.button("sheet-data").click()
    return lab.page.get_by_role("dialog", name=lab.word("sheet-data"))


def used(lab: Lab, data: Locator) -> dict[str, Any]:
    """The session once the data at hand are taken over."""
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        data.locator("button.primary:visible").click()
    return lab.session()


def test_the_spiral_takes_the_place_of_xor_and_a_row_becomes_the_example_shown(lab: Lab) -> None:
    lab.open("xor")
    data = sheet(lab)
    data.get_by_label(lab.word("data-set")).select_option(label=lab.word("dataset-spiral"))
    data.get_by_role("checkbox", name="x₁·x₂").check()
    session = used(lab, data)
    assert session["spec"]["data"]["features"] == ["x1", "x2", "x1*x2"]
    assert [len(layer) for layer in session["parameters"]["b"]] == [8, 8, 1]
    expect(lab.page.locator(".picture .unit-name")).to_have_text(["x₁", "x₂", "x₁·x₂"])

    row = data.locator(".examples tbody tr").nth(4)
    cells = [float(text.replace("−", "-")) for text in row.locator("td").all_text_contents()]
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        row.get_by_role("button").press("Enter")
    session = lab.session()
    assert session["position"]["focus"] == 4
    shown = [*session["values"]["x"], *session["values"]["y"]]
    assert all(abs(a - b) < 5e-4 for a, b in zip(cells, shown, strict=True))
    expect(data.locator(".examples tr[aria-current]")).to_contain_text(
        str(session["position"]["example"] + 1)
    )


def test_undo_brings_the_old_data_back(lab: Lab) -> None:
    lab.open("xor")
    before = lab.session()
    data = sheet(lab)
    data.get_by_label(lab.word("data-set")).select_option(label=lab.word("dataset-digits"))
    assert used(lab, data)["spec"]["network"]["inputs"] == 64
    lab.press("previous-step")
    assert lab.session() == before | {"revision": 2}


def test_points_are_clicked_into_the_plane_and_taken_back_one_by_one(lab: Lab) -> None:
    lab.open("mazur")
    data = sheet(lab)
    lab.button("data-way-draw").click()
    plane = data.locator(".draw-plane")
    box = plane.bounding_box()
    assert box is not None
    plane.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.25})
    data.get_by_role("radio", name=lab.word("data-kind-1")).check()
    plane.click(position={"x": box["width"] * 0.75, "y": box["height"] * 0.5})
    plane.click(position={"x": box["width"] * 0.5, "y": box["height"] * 0.5})
    lab.button("data-draw-undo").click()
    session = used(lab, data)
    X, Y = session["spec"]["data"]["X"], session["spec"]["data"]["Y"]
    assert all(
        abs(a - b) <= 0.1
        for row, at in zip(X, [(-3, 3), (3, 0)], strict=True)
        for a, b in zip(row, at, strict=True)
    )
    assert Y == [[0], [1]]


def test_after_other_data_the_focus_stays_in_the_sheet_and_the_header_no_longer_names_the_preset(
    lab: Lab,
) -> None:
    lab.open("mazur")
    preset = lab.page.locator("select[name=preset]")
    assert preset.input_value() == "mazur"
    data = sheet(lab)
    used(lab, data)
    expect(data.locator(".outcome:visible").first).not_to_be_empty()
    expect(data.locator(":focus")).to_have_count(1)
    expect(preset.locator("option:checked")).to_have_text(lab.word("preset-own"))
    lab.page.keyboard.press("Escape")
    expect(data).to_have_count(0)
    expect(lab.button("sheet-data")).to_be_focused()
    lab.press("previous-step")
    expect(preset).to_have_value("mazur")
