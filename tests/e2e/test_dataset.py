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
    expect(data.locator(".first-rows:visible tbody tr")).to_have_count(2)
    session = used(lab, data)
    X, Y = session["spec"]["data"]["X"], session["spec"]["data"]["Y"]
    assert all(
        abs(a - b) <= 0.1
        for row, at in zip(X, [(-3, 3), (3, 0)], strict=True)
        for a, b in zip(row, at, strict=True)
    )
    assert Y == [[0], [1]]


def test_drawn_points_are_previewed_corrected_and_used_as_the_network_sees_them(lab: Lab) -> None:
    lab.open("xor")
    data = sheet(lab)
    lab.button("data-way-draw").click()
    expect(data.get_by_text(lab.word("data-draw-two"))).to_be_visible()
    drawn = data.locator("div:not([hidden]) > .draw-plane")
    box = drawn.bounding_box()
    assert box is not None

    def click(x: float, y: float) -> None:
        drawn.click(position={"x": box["width"] * x, "y": box["height"] * y})

    click(0.25, 0.25)
    data.get_by_role("radio", name=lab.word("data-kind-1")).check()
    click(0.75, 0.5)
    click(0.5, 0.5)
    expect(data.get_by_text(lab.word("table-class-counts", counts="0 × 1, 1 × 2"))).to_be_visible()
    expect(data.get_by_text(lab.word("table-two-classes", zero="0", one="1"))).to_be_visible()
    data.get_by_role("button", name=lab.word("table-swap")).locator("visible=true").click()
    expect(data.get_by_text(lab.word("table-class-counts", counts="1 × 2, 0 × 1"))).to_be_visible()
    data.locator("select[name=scale]:visible").select_option("minmax")
    data.get_by_role("checkbox", name="x₁·x₂").locator("visible=true").check()
    rows = data.locator(".first-rows:visible tbody tr")
    heads = data.locator(".first-rows:visible thead tr")
    expect(heads).to_have_text([lab.word("table-given") + lab.word("table-seen"), "No.x₁x₂x₁x₂x₁·x₂y₁"])
    expect(rows.nth(1).locator("td")).to_have_text(["3", "0", "1", "0", "0", "0"])
    expect(rows.nth(2).locator("td")).to_have_text(["0", "0", "0.5", "0", "0", "0"])
    expect(data.locator(".data-picture:visible")).to_contain_text("inputs: 3")
    session = used(lab, data)
    given = session["spec"]["data"]
    assert (given["Y"], given["scale"]) == ([[1], [0], [0]], "minmax")
    assert given["features"] == ["x1", "x2", "x1*x2"]
    assert session["values"]["x"] == [0, 1, 0]


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
